/** One bubble on the phone. `picture`: an address the page can show. */
export type Bubble = {
  readonly from: "me" | "assistant";
  readonly text: string;
  /** The text is finished as a channel sends it, bold marked and everything else escaped. */
  readonly html?: true;
  readonly picture?: string;
  /** `press` names the button to whoever presses it; without it the button opens something on a real phone. */
  readonly buttons: readonly { readonly label: string; readonly press?: string }[];
};

/** A channel gone wrong in one way, and right again. */
export type Outage = { readonly id: string; readonly says: string; readonly on: boolean };

/** A phone with one channel's app on it: what an officer sees and does at a rehearsal, and a test. */
export type Phone = {
  readonly channel: string;
  readonly app: string;
  readonly note: string;
  readonly bubbles: () => readonly Bubble[];
  readonly picture: (id: string) => Uint8Array | null;
  readonly say: (text: string) => Promise<void>;
  readonly press: (id: string) => Promise<void>;
  readonly outages: () => readonly Outage[];
  readonly turn: (outage: string, on: boolean) => void;
  readonly close: () => Promise<void>;
};

/**
 * Each channel's file here exports one of these as `phone`: a phone with it, a made-up product behind, and the settings
 * with which the server takes that for the real one. `publicUrl` exists nowhere; `reached`: it stands for this machine.
 */
export type MakePhone = (at: { readonly now: () => number; readonly publicUrl: string }) => Promise<{
  readonly phone: Phone;
  readonly env: Readonly<Record<string, string>>;
  readonly reached: (server: string) => void;
}>;

/** What the made-up products prove themselves by. */
export const SECRET = "only-for-the-rehearsal";

/** What was said on one phone, in order. `sent`: how much the fake sent so far, and what its n-th message looks like. */
export const talkOf = (sent: () => number, bubble: (n: number) => Bubble) => {
  const log: (Bubble | number)[] = [];
  let shown = 0;
  /** What went out since the last look comes behind what was said before it. */
  const look = (): void => {
    for (; shown < sent(); shown++) log.push(shown);
  };
  return {
    said: (text: string): void => {
      look();
      log.push({ from: "me", text, buttons: [] });
    },
    bubbles: (): readonly Bubble[] => {
      look();
      return log.map((entry) => (typeof entry === "number" ? bubble(entry) : entry));
    },
  };
};

/** The outages every fake knows, each for every call until it is taken back. */
export const outagesOf = (
  kinds: Readonly<Record<string, { readonly says: string; readonly start: () => void }>>,
  clear: () => void,
): Pick<Phone, "outages" | "turn"> => {
  const on = new Set<string>();
  return {
    outages: () => Object.entries(kinds).map(([id, { says }]) => ({ id, says, on: on.has(id) })),
    turn: (id, wanted) => {
      if (!kinds[id]) return;
      if (wanted) on.add(id);
      else on.delete(id);
      clear();
      for (const each of on) kinds[each]?.start();
    },
  };
};

export const ALWAYS = Number.MAX_SAFE_INTEGER;
