import { coverageOf, type Share } from "../../content/translations/coverage.ts";
import { type Area, areas, sourceTexts } from "../../content/translations/source-texts.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import type { Input, Output } from "../verb.ts";

/** `texts coverage`: how far each further language has come, by area, and whether residents are offered it. */
export const coverage = ({ taught: { library } }: Input): Output => {
  const texts = sourceTexts(library);
  const value = library.translations.map((t) => ({
    ...coverageOf(t, texts),
    name: t.name,
    draft: t.draft,
    offered_from: t.offered_from,
  }));
  return {
    value,
    lines: [
      {
        vi: `vi, en: ${texts.length} câu, đủ cả (npm run check chứng minh)`,
        en: `vi, en: ${texts.length} texts, complete (npm run check proves it)`,
      },
      ...value.map((c) => {
        const standing = c.offered ? offered : c.draft ? draft : early(c.offered_from);
        const orphans = orphansOf(c.orphans);
        const name = `${c.language}  ${c.name.own}`;
        return {
          vi: `${name} (${c.name.vi})  ${standing.vi}${orphans.vi}`,
          en: `${name} (${c.name.en})  ${standing.en}${orphans.en}`,
        };
      }),
    ],
    table: {
      head: [
        { vi: "tiếng", en: "language" },
        { vi: "phần", en: "area" },
        { vi: "số câu", en: "texts" },
        { vi: "đúng", en: "current" },
        { vi: "cũ", en: "stale" },
        { vi: "thiếu", en: "missing" },
        "%",
      ],
      rows: value.flatMap((c) => [
        ...areas.map((area) => row(c.language, areaWords[area], c.areas[area])),
        row(c.language, { vi: "tất cả", en: "all" }, c.all),
        row(c.language, { vi: "lối vào", en: "doorway" }, c.doorway),
      ]),
    },
  };
};

const offered: Bilingual = { vi: "bà con chọn được", en: "offered to residents" };
const draft: Bilingual = { vi: "bản nháp: bà con chưa thấy", en: "a draft: not offered to residents" };
const early = (from: number): Bilingual => ({
  vi: `bà con chọn được khi lối vào dịch đủ ${from} %`,
  en: `not offered before ${from} % of the doorway`,
});
const orphansOf = (n: number): Bilingual =>
  n === 0 ? { vi: "", en: "" } : { vi: `; ${n} câu không còn dùng`, en: `; ${n} of texts that no longer exist` };

const areaWords: Readonly<Record<Area, Bilingual>> = {
  app: { vi: "lời của máy", en: "app" },
  safety: { vi: "chuyện cảnh giác", en: "safety" },
  lessons: { vi: "bài học", en: "lessons" },
  guides: { vi: "hướng dẫn", en: "guides" },
};

const row = (language: string, area: Bilingual, s: Share) => [
  language,
  area,
  s.of,
  s.ok,
  s.stale,
  s.missing,
  s.percent,
];
