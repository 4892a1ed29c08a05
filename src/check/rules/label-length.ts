import { limits } from "../../engine/limits.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** A label fits a button on a small phone, with the longest words filled in. */
export const labelLength: Rule = {
  id: "label-length",
  find: ({ library, shown, place }) =>
    shown().flatMap(({ scene, message }) =>
      message.choices.flatMap((c, i) => {
        if (c.label.length <= limits.labelCharacters) return [];
        const label = scene.said.choices[i]?.label;
        const written = label && label.ns !== "app" && library.texts.has(label.ns);
        const where = written ? place.text(label) : place.state(scene.flow, scene.state);
        return [
          at(where, "label-length", {
            vi: `nút “${c.label}” dài ${c.label.length} chữ cái; nút chỉ hiện được ${limits.labelCharacters}`,
            en: `"${c.label}" has ${c.label.length} characters; a button shows ${limits.labelCharacters}`,
          }),
        ];
      }),
    ),
};
