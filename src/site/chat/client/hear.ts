/** Turning speech into text, where the browser offers it. The words go into the field, never straight to the server: the person looks first. */
type Recogniser = {
  lang: string;
  interimResults: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
};

// Still a prefixed name in Chrome, and absent from the DOM types.
const Recognition = (): (new () => Recogniser) | undefined =>
  (globalThis as { webkitSpeechRecognition?: new () => Recogniser }).webkitSpeechRecognition;

export const canHear = (): boolean => typeof window !== "undefined" && Recognition() !== undefined && isSecureContext;

/** Starts listening; gives back how to stop. */
export const hear = (language: string, heard: (text: string) => void, ended: () => void): (() => void) => {
  const Kind = Recognition();
  if (!Kind) return () => {};
  const ear = new Kind();
  ear.lang = language === "en" ? "en-US" : "vi-VN";
  ear.interimResults = true;
  ear.onresult = (event) =>
    heard(
      Array.from(event.results, (result) => result[0]?.transcript ?? "")
        .join(" ")
        .trim(),
    );
  ear.onend = ended;
  try {
    ear.start();
  } catch {
    ended();
  }
  return () => ear.stop();
};
