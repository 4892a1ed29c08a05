import type { Bilingual } from "../kit/bilingual.ts";
import { type Problem, problem } from "./problem.ts";
import type { YamlFile } from "./yaml-file.ts";

type Path = readonly (string | number)[];

/**
 * Texts in one language only, told by their cause; `value` is the file with them made whole, so that the schema then
 * speaks of everything else and not of the inner form of a text.
 */
export const halfTexts = (yaml: YamlFile): { readonly value: unknown; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const walk = (node: unknown, path: Path): unknown => {
    if (Array.isArray(node)) return node.map((item, i) => walk(item, [...path, i]));
    if (typeof node !== "object" || node === null) return node;
    const wrong = "vi" in node || "en" in node ? faultOf(node) : null;
    if (!wrong)
      return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, walk(inner, [...path, key])]));
    const { at, says } = wrong;
    const name = String(path.findLast((p) => typeof p === "string") ?? "");
    problems.push(
      problem("schema", yaml.file, yaml.lineOf([...path, ...at]), {
        vi: `“${name}”: ${says.vi}`,
        en: `“${name}”: ${says.en}`,
      }),
    );
    return { vi: "…", en: "…" };
  };
  return { value: walk(yaml.value, []), problems };
};

const names = { vi: { vi: "tiếng Việt", en: "Vietnamese" }, en: { vi: "tiếng Anh", en: "English" } } as const;

const faultOf = (text: object): { readonly at: Path; readonly says: Bilingual } | null => {
  for (const language of ["vi", "en"] as const) {
    const { vi, en } = names[language];
    const words: unknown = Reflect.get(text, language);
    if (!(language in text)) {
      const other = Object.keys(text).find((key) => key !== "vi" && key !== "en");
      const has =
        other === undefined ? { vi: "", en: "" } : { vi: `, chỉ thấy “${other}:”`, en: `; there is “${other}:”` };
      return {
        at: [],
        says: { vi: `thiếu ${vi} (${language}:)${has.vi}`, en: `the ${en} (${language}:) is missing${has.en}` },
      };
    }
    if (words === null)
      return {
        at: [language],
        says: { vi: `${vi} (${language}:) còn trống`, en: `the ${en} (${language}:) is empty` },
      };
    if (typeof words !== "string")
      return {
        at: [language],
        says: {
          vi: `${vi} (${language}:) phải là chữ; hãy đặt trong ngoặc kép: "${JSON.stringify(words)}"`,
          en: `the ${en} (${language}:) must be text; put it into quotation marks: "${JSON.stringify(words)}"`,
        },
      };
  }
  return null;
};
