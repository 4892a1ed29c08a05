import type { Block, Choice, Progress } from "../engine/block.ts";

/** Why a message is sent. Its order is the order of the queue: a reply is never behind a push. */
export const purposes = ["reply", "ticket", "reminder", "push"] as const;
export type Purpose = (typeof purposes)[number];

/** What one turn says to one person, in one language, channel-neutral. Kept in the outbox as JSON. */
export type Message = {
  readonly spec: 1;
  readonly purpose: Purpose;
  readonly language: string;
  /** The sprint that asked: every button carries it, so that an old button is recognised. */
  readonly token: string;
  readonly blocks: readonly Block<string>[];
  readonly choices: readonly Choice<string>[];
  readonly progress?: Progress<string> | undefined;
  /** The label the person just chose, shown as their own bubble where the channel does not show it itself. Never their typed words. */
  readonly echo?: string | undefined;
  readonly expects: "choice" | "text" | "nothing";
  /** Words of the reserved numbers (0 menu, 6 picture, 7 listen, 8 back, 9 person) in the person's language, for channels without a bar. */
  readonly reserved: readonly { readonly n: number; readonly label: string }[];
};
