import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** No emoji: cheap phones show boxes, and screen readers read them out at length. */
export const emoji: Rule = {
  id: "emoji",
  find: ({ library, place, concerns }) =>
    [...library.files]
      .filter(([, yaml]) => concerns(yaml.file))
      .flatMap(([id, yaml]) =>
        stringsIn(yaml.value, []).flatMap(({ text, path }) => {
          const found = /(?![\d#*©®™])\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?(?<![©®™↔])/u.exec(text);
          return found
            ? [
                at(place.key(id, path), "emoji", {
                  vi: `“${found[0]}” là biểu tượng cảm xúc; hãy nói bằng chữ`,
                  en: `"${found[0]}" is an emoji; say it in words`,
                }),
              ]
            : [];
        }),
      ),
};

const stringsIn = (
  node: unknown,
  path: readonly PropertyKey[],
): readonly { readonly text: string; readonly path: readonly PropertyKey[] }[] => {
  if (typeof node === "string") return [{ text: node, path }];
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    stringsIn(value, [...path, Array.isArray(node) ? Number(key) : key]),
  );
};
