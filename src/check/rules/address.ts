import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** People choose how they are called: a fixed "bác" in a text would call a student an old man. */
export const address: Rule = {
  id: "address",
  find: ({ texts }) =>
    texts()
      .filter((t) => t.language === "vi" && !(t.of === "app" && /^(you|address)\./.test(t.key)))
      .flatMap((t) => {
        const found = fixed.exec(t.words.replace(/[“"][^“”"]*[”"]/gu, ""));
        return found
          ? [
              at(t.where, "address", {
                vi: `“${found[0].trim()}” là cách xưng hô cố định; hãy viết {{you}} hoặc {{You}}`,
                en: `"${found[0].trim()}" is a fixed form of address; write {{you}} or {{You}}`,
              }),
            ]
          : [];
      }),
};

/** "Bác sĩ" is a doctor, "bác bỏ" is to refuse. */
const fixed = /(?<![\p{L}\p{M}])(bác(?! sĩ| bỏ)|quý vị|quý khách|các bạn)(?![\p{L}\p{M}])/iu;
