import { ChatIcon } from "./icons.tsx";
import type { ChatWords } from "./words.ts";

export type ComposerProps = {
  readonly words: ChatWords;
  readonly answer: boolean;
  readonly draft: string;
  /** Whether the browser can turn speech into text; "on" while it listens. */
  readonly speech: "none" | "off" | "on";
  readonly onDraft: (text: string) => void;
  readonly onSend: () => void;
  readonly onSpeech: () => void;
};

/** The field for typing. A lone button beside it: speak while the field is empty, send once there is something. */
export const Composer = ({ words, answer, draft, speech, onDraft, onSend, onSpeech }: ComposerProps) => {
  const sends = draft.trim() !== "" || speech === "none";
  return (
    <>
      {speech === "on" ? (
        <p class="composer-note" role="status">
          {words.speaking}
        </p>
      ) : null}
      <form
        class="composer"
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        <input
          type="text"
          value={draft}
          maxLength={2000}
          autocomplete="off"
          enterkeyhint="send"
          aria-label={words.typeLabel}
          placeholder={answer ? words.typeAnswer : speech === "none" ? words.type : words.typeOrSpeak}
          onInput={(event) => onDraft(event.currentTarget.value)}
        />
        {sends ? (
          <button type="submit" aria-label={words.send}>
            <ChatIcon name="send" />
          </button>
        ) : (
          <button
            type="button"
            class={speech === "on" ? "on" : ""}
            aria-label={speech === "on" ? words.speakStop : words.speak}
            onClick={onSpeech}
          >
            <ChatIcon name="mic" />
          </button>
        )}
      </form>
    </>
  );
};
