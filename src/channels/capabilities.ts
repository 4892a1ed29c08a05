/** What a channel can show. One degrader turns any message into what fits. */
export type Capabilities = {
  /** The id of the channel (`definition.ts`). */
  readonly name: string;
  readonly textCharacters: number;
  readonly captionCharacters: number;
  /** 0 = none: every choice becomes a numbered line. */
  readonly buttons: number;
  readonly buttonCharacters: number;
  readonly pictures: boolean;
  /** The channel itself can read aloud. */
  readonly listen: boolean;
  /** The channel shows menu, back, listen and person by itself (the web page's bar), so they need no lines of text. */
  readonly bar: boolean;
  /** How `**bold**` is written. */
  readonly bold: "html" | "none";
};
