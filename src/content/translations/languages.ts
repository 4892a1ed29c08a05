import { app, literal, type Text } from "../../engine/text.ts";
import { coverageOf } from "./coverage.ts";
import type { SourceText } from "./source-texts.ts";
import type { Translation } from "./translation.ts";

/** A language somebody may choose. `offered` ones are for residents; the others only show where they are being tried. */
export type OfferedLanguage = { readonly id: string; readonly label: Text; readonly offered: boolean };

/** Vietnamese and English first; every other one by its own name, with a word on it while it is not finished. */
export const languagesOf = (
  translations: readonly Translation[],
  texts: () => readonly SourceText[],
): readonly OfferedLanguage[] => [
  ...["vi", "en"].map((id) => ({ id, label: app(`language.${id}`), offered: true })),
  ...translations.map((t) => {
    const offered = !t.draft && coverageOf(t, texts()).offered;
    const label = offered ? literal(t.name.own) : app("language.tried", { name: t.name.own });
    return { id: t.language, label, offered };
  }),
];
