import type { Fact } from "../../content/ledger/fact.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import { fold } from "../../kit/text.ts";
import type { Rule } from "../rule.ts";
import { at, warnAt } from "../source-lines.ts";

/** The stretches of a fact follow one another, its safe words assert nothing and say where to ask, and somebody looked at it in time. */
export const factDays: Rule = {
  id: "fact-days",
  find: ({ library, place, today }) =>
    [...library.ledger.facts].flatMap(([name, fact]) => {
      const where = place.text({ ns: "fact", key: `${name}.safe` });
      const faults = [...order(fact), ...safety(fact), ...lasting(fact)].map((says) =>
        at(where, "fact-days", named(name, says)),
      );
      return today > fact.review_by
        ? [
            ...faults,
            warnAt(
              where,
              "fact-days",
              named(name, {
                vi: `quá ngày soát ${fact.review_by}: trợ lý nói câu an toàn cho tới khi có người xem lại`,
                en: `past its day of review ${fact.review_by}: its safe words are said until somebody looks`,
              }),
            ),
          ]
        : faults;
    }),
};

const named = (name: string, says: Bilingual): Bilingual => ({
  vi: `dữ kiện “${name}”: ${says.vi}`,
  en: `the fact "${name}": ${says.en}`,
});

const order = ({ holds }: Fact): readonly Bilingual[] =>
  holds.flatMap((h, i) => {
    const next = holds[i + 1];
    const backwards = h.valid_from && h.valid_until && h.valid_from > h.valid_until;
    const meets = next && !(h.valid_until && next.valid_from && h.valid_until < next.valid_from);
    return [
      ...(backwards ? [{ vi: "ngày hết trước ngày bắt đầu", en: "ends before it begins" }] : []),
      ...(meets
        ? [
            {
              vi: "hai quãng chồng nhau, hoặc quãng trước không ghi ngày hết",
              en: "two stretches overlap, or the earlier one has no last day",
            },
          ]
        : []),
    ];
  });

const safety = ({ safe }: Fact): readonly Bilingual[] => [
  ...(/\d/.test(safe.vi.replace(/VNeID/g, "")) || /\d/.test(safe.en)
    ? [{ vi: "câu an toàn có chữ số, tức là vẫn khẳng định", en: "the safe words hold a number, so they assert it" }]
    : []),
  ...(sends.test(fold(safe.vi))
    ? []
    : [{ vi: "câu an toàn phải mời người ta hỏi hoặc xem ở đâu", en: "the safe words must say where to ask or look" }]),
];

const lasting = ({ lasting: lasts, holds }: Fact): readonly Bilingual[] =>
  lasts && !holds.every((h) => h.unit === "phone" && typeof h.value === "string" && /^\d{3}$/.test(h.value))
    ? [
        {
          vi: "chỉ số khẩn cấp ba chữ số mới được nói khi đã quá ngày soát (lasting)",
          en: "only an emergency number of three digits is said past its day of review (lasting)",
        },
      ]
    : [];

const sends = /\b(hoi|xem|nhin|doc)\b/;
