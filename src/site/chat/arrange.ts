import type { Message } from "../../channels/message.ts";
import type { Block } from "../../engine/block.ts";

type B = Block<string>;
export type MessagePart =
  | { readonly kind: "board"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "sheet"; readonly blocks: readonly B[] }
  | { readonly kind: "feedback"; readonly block: Extract<B, { kind: "feedback" }>; readonly why: readonly string[] }
  | { readonly kind: "note"; readonly block: Extract<B, { kind: "note" }> }
  | { readonly kind: "small"; readonly text: string }
  | { readonly kind: "choices" };

/** A greeting longer than this would not stand on the board in letters worth looking at. */
const BOARD = 22;
/** A warning goes under the choices only while the choices are so few that it is still on the screen. */
const FEW = 3;

/**
 * Lays a message out as the page shows it: which blocks share a sheet, what stands under the choices.
 * `greeting`: the first message of the whole talk, whose title is written on the board.
 */
export const arrange = (message: Message, greeting: boolean): readonly MessagePart[] => {
  const menu = isMenu(message);
  const above: MessagePart[] = [];
  const below: MessagePart[] = [];
  let sheet: B[] | null = null;
  let why: string[] | null = null;
  let asked = false;
  message.blocks.forEach((block, at) => {
    if (block.kind === "feedback") {
      why = [];
      above.push({ kind: "feedback", block, why });
      sheet = null;
      return;
    }
    if (block.kind === "text" && why) {
      why.push(block.text);
      return;
    }
    why = null;
    if (block.kind === "note" && !message.progress) {
      const last = at === message.blocks.length - 1;
      const under = last && (block.tone === "safe" || (block.tone === "danger" && message.choices.length <= FEW));
      (under ? below : above).push({ kind: "note", block });
      sheet = null;
    } else if (
      block.kind === "title" &&
      at === 0 &&
      greeting &&
      !menu &&
      !message.progress &&
      block.text.length <= BOARD
    )
      above.push({ kind: "board", text: block.text });
    else if (block.kind === "title" && menu) above.push({ kind: "heading", text: block.text });
    else if (block.kind === "text" && (menu || asked)) below.push({ kind: "small", text: block.text });
    else if (
      sheet &&
      block.kind !== "title" &&
      block.kind !== "question" &&
      !(block.kind === "text" && sheet[0]?.kind === "text")
    )
      sheet.push(block);
    else {
      sheet = [block];
      above.push({ kind: "sheet", blocks: sheet });
    }
    // One way on means that the question was shown with its answer, and what follows explains it.
    asked ||= block.kind === "question" && message.choices.length > 1;
  });
  return [...above, { kind: "choices" }, ...below];
};

/** The main menu: the one list whose choices carry pictures. */
export const isMenu = (message: Message): boolean => message.choices.some((c) => c.icon !== undefined);
