import { grouped } from "../../kit/spoken-code.ts";
import type { Capabilities } from "../capabilities.ts";
import type { Message } from "../message.ts";
import { tidy, withoutBold } from "./markup.ts";
import type { Picture } from "./shown.ts";
import { wordsOf } from "./words.ts";

type Block = Message["blocks"][number];

/** Progress line first, then every block in its order, as marked text; pictures are not written where the channel shows them. */
export const body = (message: Message, can: Capabilities): string => {
  const lines = message.blocks.map((b) => tidy(write(b, message, can))).filter((t) => t !== "");
  const at = message.progress && progress(message.progress, message.language);
  return tidy([...(at ? [at] : []), ...lines].join("\n\n"));
};

/** The pictures of a message, in order. */
export const picturesOf = (message: Message): Picture[] =>
  message.blocks.filter((b): b is Picture & Block => b.kind === "picture" || b.kind === "certificate").map(picture);

const picture = (b: Extract<Block, { kind: "picture" | "certificate" }>): Picture =>
  b.kind === "picture"
    ? { kind: "card", card: b.card, alt: tidy(b.alt) }
    : { kind: "certificate", code: b.code, alt: tidy(b.alt) };

const progress = ({ title, unit, at, of, part }: NonNullable<Message["progress"]>, language: string): string =>
  `${withoutBold(tidy(title))} – ${wordsOf(language)[unit]} ${at}/${of}${part ? ` (${part.at}/${part.of})` : ""}`;

const write = (block: Block, message: Message, can: Capabilities): string => {
  switch (block.kind) {
    case "title":
    case "question":
    case "feedback":
      return strong(block.text);
    case "text":
    case "note":
      return block.text;
    case "keys":
      return block.items
        .map((item) => `${item.mark !== undefined && can.pictures ? `(${item.mark})` : "•"} ${tidy(item.text)}`)
        .join("\n");
    case "picture":
      // The keys say the same as the picture; 6 offers it. Only a message that is nothing but a picture needs its words.
      return can.pictures || message.blocks.length > 1 ? "" : block.alt;
    case "certificate":
      return can.pictures ? "" : certificate(block, message.language);
  }
};

/** Without the picture the code is the certificate: it is what can be checked. */
const certificate = ({ alt, code }: Extract<Block, { kind: "certificate" }>, language: string): string =>
  alt.includes(grouped(code)) ? alt : `${alt}\n${wordsOf(language).code}: ${grouped(code)}`;

const strong = (text: string): string => {
  const whole = withoutBold(tidy(text)).replace(/\*/g, "");
  return whole === "" ? "" : `**${whole}**`;
};
