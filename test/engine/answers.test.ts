import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { agreed, facts, inFlow, type Talk } from "./world.ts";

/** What is understood at a question, by how it is said. */
const forms: Record<string, Record<string, readonly string[]>> = parse(
  readFileSync(resolve(import.meta.dirname, "answers/forms.yaml"), "utf8"),
);
const rows = Object.entries(forms).flatMap(([question, answers]) =>
  Object.entries(answers).flatMap(([understood, said]) => said.map((text) => ({ question, understood, text }))),
);

const nobody = { ...agreed, name: null, village: null, audience: null };
const atConsent = (): Talk => inFlow("agree", { ...nobody, consent: "unasked", age: null });
const atAge = (): Talk => atConsent().type("1");
const atName = (): Talk => inFlow("about-name", nobody);
const toQuiz = (): Talk => {
  let talk = inFlow("lesson:giu-ma-otp");
  for (let i = 0; i < 12 && !talk.top.includes("/q-"); i++) talk = talk.press("next");
  return talk;
};

/** A talk at each question, and what came of the answer: null when it was asked again. */
const questions: Record<string, { readonly at: () => Talk; readonly heard: (talk: Talk) => string | null }> = {
  consent: {
    at: atConsent,
    heard: (t) =>
      ({ "agree/age": "agree", "agree/what": "what" })[t.top] ?? (t.person.consent === "no" ? "refuse" : null),
  },
  address: {
    at: () => atName().type("Lan"),
    heard: (t) => (t.top === "about-name/address" ? null : t.person.you),
  },
  age: { at: atAge, heard: (t) => t.person.age },
  village: {
    at: () => inFlow("about", nobody),
    heard: (t) => t.person.village ?? (t.top === "about/village" ? null : "skip"),
  },
  work: {
    at: () => inFlow("about", { ...nobody, village: "v7" }),
    heard: (t) => t.person.audience ?? (t.top === "about/work" ? null : "skip"),
  },
  name: { at: atName, heard: (t) => t.person.name ?? (t.top === "about-name/name" ? null : "skip") },
  quiz: {
    at: toQuiz,
    heard: (t) => {
      const options = toQuiz().message.choices.map((c) => c.label.key);
      const echo = t.message.echo?.key;
      return echo === undefined ? null : `o${options.indexOf(echo) + 1}`;
    },
  },
};
const at = new Map(Object.entries(questions).map(([name, { at }]) => [name, at()]));
const say = (question: string, text: string): Talk => {
  const from = at.get(question);
  const known = questions[question];
  if (!from || !known) throw new Error(`no question ${question}`);
  const talk = structuredClonedTalk(from);
  return talk.type(text);
};
/** The same standing, untouched by whatever was typed before. */
const structuredClonedTalk = (talk: Talk): Talk => Object.assign(Object.create(Object.getPrototypeOf(talk)), talk);
const heard = (question: string, text: string): string | null =>
  questions[question]?.heard(say(question, text)) ?? null;

test("there are at least 600 forms", () => {
  expect(rows.length).toBeGreaterThanOrEqual(600);
  expect(Object.keys(forms).sort()).toEqual(Object.keys(questions).sort());
});

describe.each(Object.keys(questions))("%s", (question) => {
  test("every form is understood as what it means", () => {
    const wrong = rows
      .filter((row) => row.question === question)
      .map((row) => [row.text, heard(question, row.text) ?? "again", row.understood] as const)
      .filter(([, got, wanted]) => got !== wanted);
    expect(wrong).toEqual([]);
  });

  test("what is not understood repeats the question, goes to nobody and is searched for nowhere", () => {
    for (const text of forms[question]?.again ?? []) {
      const talk = say(question, text);
      expect([text, talk.place]).toEqual([text, at.get(question)?.place]);
      expect(
        talk.events.filter((e) => e.type === "question-missed"),
        text,
      ).toEqual([]);
      expect(talk.message.choices.length, text).toBeGreaterThan(0);
    }
  });
});

const before = ["", "dạ ", "vâng ", "dạ vâng ", "thưa cháu ", "ừ ", "à ", "tôi ", "em ơi ", "Dạ, ", "  "];
const after = [
  "",
  " ạ",
  " nhé",
  " nha",
  " nhé cháu",
  " em ạ",
  " đi",
  "!",
  " ...",
  " 🙏",
  " nghe con",
  "\u200B",
  " ạ!!!",
];

test("nothing polite around an answer changes what it means", () => {
  // A name is written as it is; what stands around it is tried in the table.
  const plain = rows.filter(
    (r) => r.understood !== "again" && r.question !== "name" && !/^[^\p{L}\p{N}]+$/u.test(r.text),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...plain),
      fc.constantFrom(...before),
      fc.constantFrom(...after),
      fc.constantFrom(
        (s: string) => s,
        (s: string) => s.toUpperCase(),
        (s: string) => s.normalize("NFD"),
      ),
      (row, lead, tail, write) => {
        expect(heard(row.question, write(`${lead}${row.text}${tail}`)), `${lead}${row.text}${tail}`).toBe(
          row.understood,
        );
      },
    ),
    { numRuns: 400, seed: 68 },
  );
});

test("what was understood from a sentence is said back, and one tap changes it", () => {
  for (const [question, text] of [
    ["age", "sáu tám"],
    ["village", "ở xóm hai"],
    ["work", "tôi trồng cà phê"],
    ["name", "tôi tên là Hoa"],
  ] as const) {
    const talk = say(question, text);
    expect(talk.keys, question).toContain("change");
    expect(talk.said, question).toMatch(/Trợ lý này hiểu là|đúng không ạ/);
    expect(talk.press("change").top, question).toBe(at.get(question)?.top);
  }
  expect(say("age", "sáu tám").type("nhầm rồi").top).toBe("agree/age");
});

test("a village whose code looks like an answer takes none away", () => {
  const villages = [
    { id: "so1", name: "Sông Ô Một", code: "SO1" },
    { id: "cau1", name: "Cầu Một", code: "CAU1" },
  ];
  const known = { ...facts, commune: { ...facts.commune, villages } };
  for (const [text, id] of [
    ["số 1", "so1"],
    ["so 1", "so1"],
    ["câu 1", "cau1"],
  ] as const) {
    const talk = inFlow("agree", { ...nobody, consent: "unasked", age: null }, known);
    talk.give({ type: "text", text, code: { opens: "village", village: id } });
    expect(talk.top, text).toBe("agree/age");
  }
});

test("a question that is plain is answered, and what was open is asked again", () => {
  const talk = say("consent", "quên mật khẩu vneid thì làm sao");
  expect(talk.top).toMatch(/^guide:vneid-mat-khau/);
  expect(talk.press("change").top).toBe("found/offer");
  expect(talk.press("none").place).toContain("agree/ask");
});
