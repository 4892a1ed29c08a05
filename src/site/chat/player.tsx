import { ChatIcon } from "./icons.tsx";
import type { ChatWords } from "./words.ts";

/** Reading aloud: where it stands, or that this device cannot. */
export type ReadingAloud =
  | { readonly state: "playing" | "paused"; readonly at: number; readonly of: number; readonly seconds: number }
  | { readonly state: "unable" };

export const Player = ({
  reading,
  words,
  toggle,
  close,
}: {
  reading: ReadingAloud;
  words: ChatWords;
  toggle: () => void;
  close: () => void;
}) => (
  <section class="player" aria-label={words.reading}>
    {reading.state === "unable" ? (
      <p role="status">{words.noVoice}</p>
    ) : (
      <>
        <button type="button" aria-label={reading.state === "playing" ? words.pause : words.play} onClick={toggle}>
          <ChatIcon name={reading.state === "playing" ? "pause" : "play"} />
        </button>
        <progress max={reading.of} value={reading.at} aria-label={words.reading} />
        <span class="time">{clock(reading.seconds)}</span>
      </>
    )}
    <button type="button" class="close" aria-label={words.stopListening} onClick={close}>
      <ChatIcon name="close" />
    </button>
  </section>
);

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
