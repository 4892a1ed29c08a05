import { fits, MOST_LINES, MOST_WORDS } from "../../content/into-messages.ts";
import { measureWith } from "../../content/measure.ts";
import { headOf, piecesOf } from "../../content/parts.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/**
 * A screen is cut into messages that a small phone shows whole; a piece that alone is too long only its author can
 * shorten. It would push its buttons off the screen.
 */
export const oneScreen: Rule = {
  id: "one-screen",
  find: ({ library, place }) => {
    const measure = measureWith(library.ledger);
    return library.items.flatMap((item) =>
      (item.kind === "safety" ? item.do_now : item.steps).flatMap((screen, i) => {
        const head = headOf(screen, measure);
        const long = piecesOf(screen, measure).filter((piece) => !fits([piece], head));
        if (long.length === 0) return [];
        const words = Math.max(...long.map((piece) => piece.words));
        const lines = Math.ceil(Math.max(...long.map((piece) => piece.lines)) + head);
        return [
          at(place.key(`${item.kind}:${item.id}`, [item.kind === "safety" ? "do_now" : "steps", i]), "one-screen", {
            vi: `bước “${screen.id}” có đoạn ${words} chữ, chừng ${lines} dòng kể cả tiêu đề; nhiều nhất ${MOST_WORDS} chữ, ${MOST_LINES} dòng, viết ngắn lại hoặc tách ra`,
            en: `step "${screen.id}" has a piece of ${words} words, about ${lines} lines with its heading; ${MOST_WORDS} words and ${MOST_LINES} lines at most, shorten or split it`,
          }),
        ];
      }),
    );
  },
};
