import type { Message } from "../channels/message.ts";

/** Every line people read in a message above its choices. */
export const linesOf = ({ blocks }: Message): readonly string[] =>
  blocks.flatMap((b) =>
    b.kind === "keys"
      ? b.items.map((item) => item.text)
      : b.kind === "picture" || b.kind === "certificate"
        ? []
        : b.text.split("\n"),
  );
