import { codesIn } from "../../content/open-pages.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import { linesOf } from "../lines-of.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/**
 * A page that a message names by its code is a choice of that message, one code a line at most: nobody should have to
 * remember "HD4", type it, and find the way back by themselves.
 */
export const codeChoice: Rule = {
  id: "code-choice",
  find: ({ library, shown, place }) => {
    const own = new Map(library.items.map((item) => [`${item.kind}:${item.id}`, item.code]));
    // A page may be called after its code; telling its title is not sending people there.
    const titles = library.items.flatMap(({ title }) => [title.vi, title.en]);
    const found = new Map<string, ReturnType<typeof at>>();
    for (const { scene, message } of shown())
      for (const line of linesOf(message)) {
        const named = codesIn(
          titles.reduce((text, title) => text.replaceAll(title, ""), line),
          library.codes,
        ).filter((code) => code !== own.get(scene.flow));
        const missing = named.find((code) => !message.choices.some((c) => c.key === `open-${code.toLowerCase()}`));
        const says = named.length > 1 ? crowded(named) : missing === undefined ? undefined : silent(missing);
        if (says)
          found.set(
            `${scene.flow}/${scene.state}/${named}`,
            at(place.state(scene.flow, scene.state), "code-choice", says),
          );
      }
    return [...found.values()];
  },
};

const crowded = (codes: readonly string[]): Bilingual => ({
  vi: `một dòng nêu ${codes.length} mã (${codes.join(", ")}); mỗi dòng một mã`,
  en: `one line names ${codes.length} codes (${codes.join(", ")}); one a line`,
});
const silent = (code: string): Bilingual => ({
  vi: `nêu mã ${code} mà không có nút mở bài ấy`,
  en: `names the code ${code} and has no choice that opens it`,
});
