import { linesOf } from "../lines-of.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/**
 * The numbers of a message are those of its choices. Facts with numbers of their own beside them are misread: "item 2"
 * was the village, and pressing 2 erased everything.
 */
export const oneNumbering: Rule = {
  id: "one-numbering",
  find: ({ shown, place }) => {
    const found = new Map<string, ReturnType<typeof at>>();
    for (const { scene, language, message } of shown()) {
      if (message.choices.every((c) => c.n === undefined)) continue;
      const line = linesOf(message).find((l) => numbered.test(l));
      if (line === undefined) continue;
      found.set(
        `${scene.flow}/${scene.state}/${language}`,
        at(place.state(scene.flow, scene.state), "one-numbering", {
          vi: `“${line.slice(0, 30)}” đánh số bên cạnh các lựa chọn cũng có số; bỏ số`,
          en: `"${line.slice(0, 30)}" is numbered beside choices that have numbers too; leave the number out`,
        }),
      );
    }
    return [...found.values()];
  },
};

/** "1. ", "(2) ", "số 3:", "4/ " at the beginning of a line. */
const numbered = /^\W*(?:\(?\d{1,2}[.)/:]|(?:số|việc|number|item)\s+\d{1,2}\s*[:.)])\s/iu;
