import { ChatIcon } from "./icons.tsx";
import type { ChatWords } from "./words.ts";

export type DockKey = "menu" | "back" | "listen" | "person";

/** The four ways out, on every screen. */
export const Dock = ({ words, press }: { words: ChatWords; press: (key: DockKey) => void }) => (
  <nav class="dock" aria-label={words.always}>
    {(["menu", "back", "listen", "person"] as const).map((key) => (
      <button key={key} type="button" onClick={() => press(key)}>
        <ChatIcon name={key} />
        {words[key]}
      </button>
    ))}
  </nav>
);
