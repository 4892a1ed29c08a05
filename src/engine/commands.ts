/**
 * What works in every state. The words for each are data (`Spoken.commands`); no flow may use one as a label: the checker
 * refuses it, because "dừng" must always mean stop.
 */
export const commandNames = [
  "menu",
  "picture",
  "listen",
  "back",
  "person",
  "help",
  "repeat",
  "skip",
  "stop",
  "review",
  "no-review",
  "resume",
  "language",
  "assessment",
  "unlink",
  "download",
  "data",
] as const;
export type Command = (typeof commandNames)[number];

/** Those that are commands too where one types to a person; "tiếp", "nghe" and the like are said to that person there. */
export const whileTalking: ReadonlySet<Command> = new Set<Command>([
  "menu",
  "back",
  "person",
  "stop",
  "language",
  "data",
]);
