/** Words by key, one map a language. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Takes the words out of a piece of content: every `{vi, en}` becomes the name of a text, and the words go to the
 * catalogue. What is left is what the engine runs; a language is only data.
 */
export const extractTexts = (value: unknown, ns: string): { readonly value: unknown; readonly texts: Texts } => {
  const texts: Record<string, Record<string, string>> = { vi: {}, en: {} };
  const walk = (node: unknown, path: readonly string[]): unknown => {
    if (Array.isArray(node)) return node.map((item, i) => walk(item, [...path, nameOf(item) ?? String(i)]));
    if (typeof node !== "object" || node === null) return node;
    if (isBilingual(node)) {
      const key = path.join(".");
      for (const [language, words] of Object.entries(node)) {
        const book = texts[language] ?? {};
        book[key] = words;
        texts[language] = book;
      }
      return { ns, key };
    }
    return Object.fromEntries(Object.entries(node).map(([k, v]) => [k, walk(v, [...path, k])]));
  };
  return { value: walk(value, []), texts };
};

/** List items with an id are named by it, so that a text keeps its key when another is put before it. */
const nameOf = (item: unknown): string | undefined =>
  typeof item === "object" && item !== null && "id" in item && typeof item.id === "string" ? item.id : undefined;

const isBilingual = (node: object): node is Record<string, string> => {
  const entries = Object.entries(node);
  return (
    entries.length >= 2 &&
    "vi" in node &&
    "en" in node &&
    entries.every(([k, v]) => /^[a-z]{2,3}$/.test(k) && typeof v === "string")
  );
};
