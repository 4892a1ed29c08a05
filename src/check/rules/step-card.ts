import type { Guide } from "../../content/schema.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import { composed, fold } from "../../kit/text.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

type Step = Guide["steps"][number];

/**
 * A step that says what to press has its card, the card shows those words, and both point at the same one thing.
 * Somebody compares the picture with their phone letter by letter: a label that is not on it looks like the wrong screen.
 */
export const stepCard: Rule = {
  id: "step-card",
  find: ({ library, place }) =>
    library.items.flatMap((item) =>
      item.kind !== "guide"
        ? []
        : item.steps.flatMap((step, i) => {
            const where = place.key(`guide:${item.id}`, ["steps", i]);
            return faults(step).map((says) =>
              at(where, "step-card", { vi: `bước “${step.id}” ${says.vi}`, en: `step "${step.id}" ${says.en}` }),
            );
          }),
    ),
};

const faults = (step: Step): readonly Bilingual[] => {
  const said = [step.say?.vi ?? "", ...step.keys.map((k) => k.text.vi)].join("\n");
  const touched = labels(said, touches);
  if (!step.card)
    return touched.length > 0 || step.keys.some((k) => k.tap)
      ? [
          {
            vi: `bảo bấm “${touched[0] ?? "một chỗ"}” mà không có hình (card)`,
            en: `tells people to touch "${touched[0] ?? "something"}" and has no card`,
          },
        ]
      : [];
  const { bar, rows } = step.card;
  const drawn = fold([bar, ...rows.flatMap(wordsOf)].join(" | "));
  const missing = labels(step.keys.map((k) => k.text.vi).join("\n"), presses).filter((l) => !drawn.includes(fold(l)));
  const key = step.keys.findIndex((k) => k.tap) + 1;
  const row = rows.find((r) => r.kind !== "text" && r.tap);
  const shown = row && row.kind !== "text" ? (row.n ?? 0) : 0;
  return [
    ...missing.map((label) => ({
      vi: `bảo bấm “${label}”, mà trên hình không có chữ ấy`,
      en: `says to press "${label}", which is not on its card`,
    })),
    ...(key === shown
      ? []
      : [
          {
            vi: `đánh dấu bấm ở mục ${key || "nào cả"}, còn hình đánh dấu ở dòng ${shown || "nào cả"}`,
            en: `marks key ${key || "none"} to tap, and its card row ${shown || "none"}`,
          },
        ]),
  ];
};

const wordsOf = (row: NonNullable<Step["card"]>["rows"][number]): readonly string[] =>
  row.kind === "text"
    ? [row.text]
    : [row.label, row.kind === "item" ? (row.small ?? "") : "", row.kind === "field" ? (row.value ?? "") : ""];

const touches = /(?:bấm|nhấn|chọn|mở|vào|gõ|quét|kéo|vuốt)\s(?:[^.;:,\n*]{0,24}\s)?\*\*([^*]+)\*\*/giu;
const presses = /(?:bấm|chọn)\s(?:[^.;:,\n*]{0,24}\s)?\*\*([^*]+)\*\*/giu;

/** A short code is typed into the chat itself, where there is no screen to draw. */
const labels = (text: string, pattern: RegExp): readonly string[] =>
  [...composed(text).matchAll(pattern)]
    .map((found) => found[1] ?? "")
    .filter((label) => !/^[A-Z]{2,6}\d{1,3}$/.test(label));
