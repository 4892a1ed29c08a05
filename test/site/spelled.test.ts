import { resolve } from "node:path";
import { expect, test } from "vitest";
import { channelWordsIn } from "../../src/app/channel-states.ts";
import { loadTaught } from "../../src/app/content.ts";
import { allChannels } from "../../src/channels/all.ts";
import { wordsOfRecords } from "../../src/content/recorded-words.ts";
import { records } from "../../src/engine/records.ts";
import { myDataWords } from "../../src/site/my-data-words.ts";
import { spelled } from "../../src/site/spelled.ts";
import type { DataSection, PersonalData } from "../../src/store/ports/downloads.ts";
import { storedRecords } from "../../src/turns/writes.ts";

const channelWords = channelWordsIn(allChannels);

const taught = loadTaught(resolve(import.meta.dirname, "../.."));
if (!taught.ok) throw new Error(taught.fault.cause);
const { library } = taught.value;
const recorded = wordsOfRecords(library);
const titleOf = (id: string, language: "vi" | "en"): string | null =>
  [...library.items, ...library.trackItems].find((i) => i.id === id)?.title[language] ?? null;
const sections = Object.keys(myDataWords("vi").sections) as DataSection[];
const keptOf = (some: Partial<PersonalData>): PersonalData =>
  Object.fromEntries(sections.map((s) => [s, some[s] ?? []])) as unknown as PersonalData; // the keys are the sections
const wordsOf = (some: Partial<PersonalData>, language: "vi" | "en" = "vi"): readonly string[] =>
  spelled(keptOf(some), language, { titleOf, recorded, channelWords }).flatMap(({ rows }) =>
    rows.map((row) => row.map(([label, text]) => `${label}: ${text}`).join("\n")),
  );
const fact = (what: string, ref: string | null, data: object) => ({ what, ref, data: JSON.stringify(data), at: 1 });

/** What the contents keep of a press, as it is kept: the question of each, and every button that was there. */
const assessed = library.definitions.get("self-assessment");
const questions = Object.values(assessed?.states ?? {}).flatMap((s) =>
  s.steps.flatMap((step) => (step.kind === "record" && step.what === "self-assessed" ? [String(step.ref)] : [])),
);

test("an answer about oneself is read as the question and the button, in both languages", () => {
  expect(questions.length).toBeGreaterThan(4);
  for (const language of ["vi", "en"] as const)
    for (const ref of questions)
      for (const answer of ["yes", "no", "unsure"]) {
        const { asked, chosen } = recorded({ what: "self-assessed", ref, data: { answer } }, language);
        expect(asked, ref).toMatch(/\?$/);
        expect(chosen, `${ref} ${answer}`).toBeTruthy();
        expect(`${asked} ${chosen}`).not.toContain("{{");
        for (const row of wordsOf(
          { answers: [{ question: ref, answer, at: 1 }], facts: [fact("self-assessed", ref, { answer })] },
          language,
        )) {
          expect(row).toContain(String(asked));
          expect(row).toContain(String(chosen));
        }
      }
  const [row] = wordsOf({ answers: [{ question: "vneid-level2", answer: "yes", at: 1 }] });
  expect(row).toContain("Bà con chọn: Có rồi");
  expect(row).not.toContain("vneid-level2");
});

test("every step of a guide, every place where one gets stuck and every question of a lesson has its words", () => {
  let looked = 0;
  for (const item of library.items) {
    if (item.kind === "guide")
      for (const step of item.steps) {
        const done = recorded({ what: "guide-step-done", ref: item.id, data: { step: step.id } }, "vi");
        expect(done.asked, `${item.id} ${step.id}`).toBeTruthy();
        for (const s of step.stuck) {
          const { asked, chosen } = recorded(
            { what: "guide-stuck", ref: item.id, data: { step: step.id, stuck: s.id } },
            "vi",
          );
          expect(
            [asked, chosen].every((w) => typeof w === "string" && w.length > 2),
            `${item.id} ${s.id}`,
          ).toBe(true);
          looked++;
        }
      }
    if (item.kind === "lesson")
      for (const q of item.quiz.items)
        for (const what of ["quiz-answered", "item-reviewed"]) {
          const ref = `${item.id}/${q.id}`;
          const right = recorded({ what, ref, data: { right: true } }, "vi");
          expect(right.asked, ref).toBeTruthy();
          expect(right.chosen, ref).toBeTruthy();
          // Which of several wrong ones it was is not kept, so none is named.
          const wrong = recorded({ what, ref, data: { right: false } }, "vi");
          expect(wrong.asked).toBe(right.asked);
          if (q.options.length > 2) expect(wrong.chosen, ref).toBeNull();
          looked++;
        }
  }
  expect(looked).toBeGreaterThan(100);
});

test("whatever is unknown, old or broken is shown as it is kept, and never thrown away", () => {
  const rows = wordsOf({
    facts: [
      fact("gone-kind", "gone-ref", { gone: "x", deep: { a: 1 } }),
      { what: "lesson-finished", ref: null, data: "{", at: 1 },
      { what: "lesson-finished", ref: null, data: "[1]", at: 1 },
      { what: "lesson-finished", ref: null, data: null, at: 1 },
      fact("guide-stuck", "__proto__", { step: "constructor", stuck: "toString" }),
    ],
    review: [{ item: "gone/gone", box: 1, at: 1 }],
    answers: [{ question: "gone", answer: null, at: 1 }],
  });
  expect(rows).toHaveLength(7);
  expect(rows.join("\n")).toContain("gone-kind");
});

test("every kind of record that is kept has words, and no field of its data is a bare code", () => {
  for (const language of ["vi", "en"] as const) {
    const values: Readonly<Record<string, string>> = myDataWords(language).values;
    const data: Readonly<Record<string, string>> = myDataWords(language).data;
    for (const what of storedRecords) {
      expect(values[what], what).toBeTruthy();
      for (const key of Object.keys(records[what].example.data)) expect(data[key], `${what} ${key}`).toBeTruthy();
    }
    // What else stands in a column as one of a few words.
    for (const word of [
      ...["unfinished", "push", "review", "linked", "ticket", "ticket-news"],
      ...["ticket-words", "ticket-climb", "ticket-staff", "me", "other"],
      ...["open", "taken", "done", "queued", "waiting", "sent", "failed", "expired"],
      ...["help", "scam", "stuck", "page", "file"],
    ])
      expect(values[word], word).toBeTruthy();
  }
});
