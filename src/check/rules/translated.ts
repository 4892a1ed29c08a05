import { languages } from "../render.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** Vietnamese and English are both complete, and every text a message names exists. */
export const translated: Rule = {
  id: "translated",
  find: ({ library, texts, scenes, place }) => [
    ...texts()
      .filter((t) => t.words.trim() === "")
      .map((t) =>
        at(t.where, "translated", {
          vi: `câu chữ này còn trống (${t.language})`,
          en: `this text is empty in "${t.language}"`,
        }),
      ),
    ...scenes().flatMap((s) =>
      [
        ...s.said.choices.flatMap((c) => [c.label, ...(c.small ? [c.small] : [])]),
        ...s.said.blocks.flatMap((b) => ("text" in b ? [b.text] : [])),
      ].flatMap((text) =>
        languages
          .filter((l) => !library.words.has(text, l))
          .map((l) =>
            at(place.state(s.flow, s.state), "translated", {
              vi: `trạng thái “${s.state}” nói câu “${text.key}”, nhưng bản “${l}” không có câu ấy`,
              en: `state "${s.state}" says the text "${text.key}", which does not exist in "${l}"`,
            }),
          ),
      ),
    ),
  ],
};
