import { formulaLimits, formulasIn, loadFormulas, saidIn } from "../../content/reading/formulas.ts";
import { loadJargon } from "../../content/reading/jargon.ts";
import { readingLimits, readingOf } from "../../content/reading/report.ts";
import type { Input, Output } from "../verb.ts";

/** `texts reading`: how easy everything reads, hardest first; which phrases are worn out; fails when anything is over the line. */
export const reading = ({ taught: { library }, root }: Input): Output => {
  const all = readingOf(library, loadJargon(root)).toSorted((a, b) => b.mean - a.mean || a.of.localeCompare(b.of));
  const { formulas, idle } = formulasIn(saidIn(library), loadFormulas(root));
  const over = [
    ...all.flatMap((r) => r.over.map(({ vi, en }) => ({ vi: `${r.of}  ${vi}`, en: `${r.of}  ${en}` }))),
    ...formulas.map((f) => ({
      vi: `“${f.phrase}” có ở ${f.texts} câu: ${f.places.join(", ")}`,
      en: `“${f.phrase}” stands in ${f.texts} texts: ${f.places.join(", ")}`,
    })),
    ...idle.map((phrase) => ({
      vi: `content/formulas.yaml cho phép “${phrase}”, nay không còn hay gặp`,
      en: `content/formulas.yaml excuses “${phrase}”, which is no longer frequent`,
    })),
  ];
  return {
    value: { line: readingLimits, over: over.length, texts: all, formulas },
    lines: [],
    table: {
      head: [
        { vi: "đâu", en: "where" },
        { vi: "chữ một câu", en: "words a sentence" },
        { vi: "dài nhất", en: "longest" },
        { vi: "câu một màn hình", en: "on a screen" },
        { vi: "từ khó, kèm lời dễ hiểu", en: "hard words, each with its plain ones" },
      ],
      rows: all.map((r) => [
        r.of,
        r.mean.toFixed(1),
        r.longest,
        r.message,
        r.jargon.map((j) => `${j.term} (${j.plain})`).join(", "),
      ]),
    },
    after: [
      "",
      ...over,
      {
        vi: `mức: mỗi câu nhiều nhất ${readingLimits.longest} chữ, trung bình ${readingLimits.mean}; ${readingLimits.sentencesInMessage} câu một màn hình; từ khó nào cũng kèm lời dễ hiểu; không cụm ${formulaLimits.words} chữ nào có ở hơn ${formulaLimits.texts} câu`,
        en: `the line: ${readingLimits.longest} words in a sentence, ${readingLimits.mean} on average, ${readingLimits.sentencesInMessage} sentences on a screen, no hard word without its plain one, no phrase of ${formulaLimits.words} words in more than ${formulaLimits.texts} texts`,
      },
      {
        vi: `${all.length} kịch bản, bài học, hướng dẫn và chuyện cảnh giác; ${over.length} chỗ quá mức`,
        en: `${all.length} flows, lessons, guides and safety topics; ${over.length} things over the line`,
      },
    ],
    ...(over.length > 0 && { failed: true }),
  };
};
