import type { Rule } from "../rule.ts";
import { type Stated, screensOf } from "../screens.ts";
import { at } from "../source-lines.ts";

/**
 * What states facts says where they come from. Every screen and question does. A short answer to somebody who is stuck
 * may be plain help ("vuốt màn hình lên"), but not one with a telephone number, an amount, a share, a law or a date in it.
 */
export const unsourced: Rule = {
  id: "unsourced",
  find: ({ library, place }) =>
    library.items.flatMap((item) =>
      screensOf(item)
        .filter((s) => s.sources.length === 0 && statesFacts(s))
        .map((s) =>
          at(place.key(`${item.kind}:${item.id}`, s.path), "unsourced", {
            vi: `“${s.id}” nêu thông tin nhưng không ghi nguồn`,
            en: `"${s.id}" states facts but names no source`,
          }),
        ),
    ),
};

/** More than this is no longer a hint but a statement. */
const hint = 40;

const statesFacts = (s: Stated): boolean => {
  const words = s.says.map((t) => t.vi).join(" ");
  return s.kind !== "answer" || words.split(/\s+/).length > hint || fact.test(words);
};

const fact = /\d[\d.]{2,30}\d|\d\s*(%|đồng|nghìn|triệu|ngày|tháng|năm|giờ)|Nghị định|Thông tư|Quyết định|Luật /u;
