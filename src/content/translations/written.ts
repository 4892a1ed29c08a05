import { stringify } from "yaml";
import type { Translation } from "./translation.ts";

/** The file of a translation, always the same for the same translation: keys in the order of their letters, a line a value. */
export const writtenTranslation = (t: Translation): string =>
  `# ${t.name.en}. Written by \`cli texts import\`; see docs/decisions/0032-translations.md.\n${stringify(
    {
      spec: t.spec,
      language: t.language,
      name: { own: t.name.own, vi: t.name.vi, en: t.name.en },
      draft: t.draft,
      offered_from: t.offered_from,
      texts: Object.fromEntries(
        Object.keys(t.texts)
          .sort()
          .flatMap((key) => {
            const one = t.texts[key];
            return one
              ? [[key, { text: one.text, of: one.of, by: one.by, on: one.on, ...(one.note && { note: one.note }) }]]
              : [];
          }),
      ),
    },
    { lineWidth: 0 },
  )}`;
