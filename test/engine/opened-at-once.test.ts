import { describe, expect, test } from "vitest";
import type { Searched } from "../../src/engine/env.ts";
import { agreed, begin, commune, envAt, facts, inFlow, library } from "./world.ts";

const found = library.catalogue
  .filter((e) => e.kind === "guide" && e.onlyIn === undefined)
  .slice(0, 3)
  .map(({ kind, id, title }, i) => ({ kind, id, title, score: 0.9 - i / 10 }));
const [first, second] = found.map((f) => `${f.kind}:${f.id}`);
const answering = (more: Partial<Searched>) =>
  envAt(undefined, {
    search: () => ({ found, sure: true, person: false, readable: true, ...more }),
  });
const certain = answering({ certain: true });
const question = "giấy này làm sao vậy cháu ơi";

describe("an answer that is certain", () => {
  test("opens its page in one step, with one way to say it was not meant", () => {
    const talk = begin(agreed, facts, certain).type(question);
    expect(talk.top).toMatch(new RegExp(`^${first}/`));
    expect(talk.keys).toContain("change");
    expect(talk.recorded("guide-started")).toHaveLength(1);
    expect(talk.said).not.toContain("hỏi về việc nào");
  });

  test.each([
    ["pressing it", (talk: ReturnType<typeof begin>) => talk.press("change")],
    ["its words", (talk: ReturnType<typeof begin>) => talk.type("Không phải việc này?")],
    ["words without marks", (talk: ReturnType<typeof begin>) => talk.type("khong phai viec nay")],
    [
      "its number",
      (talk: ReturnType<typeof begin>) => talk.type(`${talk.message.choices.find((c) => c.key === "change")?.n}`),
    ],
  ])("%s asks which of three, and their numbers are theirs", (_, undo) => {
    const talk = undo(begin(agreed, facts, certain).type(question));
    expect(talk.top).toBe("found/offer");
    expect(talk.message.choices.slice(0, 4).map((c) => [c.n, c.key])).toEqual([
      [1, `list:${first}`],
      [2, `list:${second}`],
      [3, `list:${found[2]?.kind}:${found[2]?.id}`],
      [4, "none"],
    ]);
    expect(talk.type("2").top).toMatch(new RegExp(`^${second}/`));
  });

  test("none of the three goes to staff in the words of the question", () => {
    const talk = begin(agreed, facts, certain).type(question).press("change").type("không phải các việc này");
    expect(talk.events.filter((e) => e.type === "question-missed")).toEqual([
      { type: "question-missed", text: question },
    ]);
  });

  test("is offered once: whoever goes on has said yes", () => {
    const talk = begin(agreed, facts, certain).type(question).type("1");
    expect(talk.keys).not.toContain("change");
    expect(talk.session.before).toBeUndefined();
    expect(talk.top).toMatch(new RegExp(`^${first}/`));
  });

  test("goes back where it was asked when its page is left", () => {
    const lesson = inFlow("lesson:dien-thoai", agreed, facts, certain);
    const { top } = lesson;
    expect(lesson.type(question).top).toMatch(new RegExp(`^${first}/`));
    expect(lesson.session.runs.map((r) => `${r.flow}/${r.state}`)).toContain(top);
  });

  test("of a page that serves another province alone nothing is opened", () => {
    const elsewhere = library.catalogue.find((e) => e.onlyIn !== undefined);
    if (!elsewhere) throw new Error("no page serves one province alone");
    const hidden = { kind: elsewhere.kind, id: elsewhere.id, title: elsewhere.title, score: 0.95 };
    const env = envAt(undefined, {
      search: () => ({ found: [hidden, ...found], sure: true, certain: true, person: false, readable: true }),
    });
    expect(begin(agreed, facts, env).type(question).top).toBe("found/unsure");
    const there = { ...facts, commune: { ...commune, province: elsewhere.onlyIn ?? "" } };
    expect(begin(agreed, there, env).type(question).top).toMatch(new RegExp(`^guide:${elsewhere.id}/`));
  });
});

test("two matters in one message are both offered, in so many words", () => {
  const talk = begin(agreed, facts, answering({ both: true })).type(question);
  expect(talk.top).toBe("found/both");
  expect(talk.said).toContain("hỏi hai việc");
  expect(talk.type("2").top).toMatch(new RegExp(`^${second}/`));
});

test.each([
  [{}, "found/offer"],
  [{ sure: false }, "found/unsure"],
  [{ found: [], sure: false }, "not-understood/offer"],
])("less than certain it asks: %j", (more, top) => {
  expect(begin(agreed, facts, answering(more)).type(question).top).toBe(top);
});
