import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** Vietnamese writes 50.000 and English 50,000: to an English reader 50.000 is fifty. The code of a procedure is no amount. */
export const thousands: Rule = {
  id: "thousands",
  find: ({ texts }) =>
    texts().flatMap((t) => {
      const wrong = (t.language === "en" ? dotted : t.language === "vi" ? commaed : undefined)?.exec(t.words)?.[0];
      return wrong === undefined
        ? []
        : [
            at(t.where, "thousands", {
              vi: `“${wrong}”: tiếng Việt viết 50.000, tiếng Anh viết 50,000`,
              en: `"${wrong}": Vietnamese writes 50.000, English 50,000`,
            }),
          ];
    }),
};

const dotted = /(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])/u;
const commaed = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/u;
