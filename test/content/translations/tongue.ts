import { hashOf } from "../../../src/content/hash.ts";
import type { SourceText } from "../../../src/content/translations/source-texts.ts";
import type { Translation } from "../../../src/content/translations/translation.ts";

/** A language nobody speaks, for tests: what stands in it is plainly not a real one. */
export const tongue = (texts: Translation["texts"] = {}, more: Partial<Translation> = {}): Translation => ({
  spec: 1,
  language: "zza",
  name: { own: "Mẫu", vi: "tiếng mẫu", en: "sample" },
  draft: false,
  offered_from: 100,
  texts,
  ...more,
});

export const said = (text: string, vietnamese: string) => ({
  text,
  of: hashOf(vietnamese),
  by: "Người mẫu",
  on: "2026-11-22",
});

export const source = (vi: string, more: Partial<SourceText> = {}): SourceText => ({
  key: "app/mau",
  area: "app",
  doorway: true,
  file: "content/locales/app.yaml",
  kind: "text",
  max: 100,
  vi,
  en: "English",
  ...more,
});
