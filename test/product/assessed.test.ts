import { describe, expect, test } from "vitest";
import { questionOf, selfDefinitions, selfIds } from "../../src/indicator/self.ts";
import { assessed, helpful } from "../../src/product/assessed.ts";
import { contextOf } from "../engine/context-of.ts";
import { library } from "../engine/world.ts";

const flow = library.definitions.get("self-assessment") ?? expect.fail();
const steps = Object.values(flow.states).flatMap((s) => s.steps);
const passed = { attempts: 1, best: 3, of: 4, passed: true, done: true };
const next = (vars: Record<string, string>, progress = {}) => {
  const e = helpful(contextOf({ vars, facts: { progress } }));
  return e && `${e.kind}:${e.id}`;
};

describe("the self-assessment", () => {
  test("asks what the summary tells, in its order", () => {
    const asked = steps.flatMap((s) => (s.kind === "choose" && s.options.some((o) => o.id === "unsure") ? [s.as] : []));
    expect(asked).toEqual(assessed.map((a) => a.id));
  });

  test("keeps only the answers an indicator is made of, each with its own question", () => {
    const kept = steps.flatMap((s) => (s.kind === "record" ? [s] : []));
    expect(kept.map((s) => s.ref).sort()).toEqual(selfIds.map(questionOf).sort());
    for (const s of kept) expect(s).toMatchObject({ what: "self-assessed", data: { answer: `$${s.ref}` } });
  });

  test("asks of digital services exactly those the indicator names, in both languages", () => {
    const say = flow.states["digital-services"]?.steps.find((s) => s.kind === "say");
    const question = (say?.kind === "say" && say.question) || expect.fail();
    const four = {
      vi: ["y tế", "giáo dục", "bảo hiểm", "giao thông"],
      en: ["health", "education", "insurance", "transport"],
    };
    for (const language of ["vi", "en"] as const) {
      const asked = library.words.say(question, language, {});
      for (const service of four[language]) {
        expect(asked).toContain(service);
        expect(selfDefinitions["self:digital-services"].numerator[language]).toContain(service);
      }
      // "For example" would let any service count, and the figure would answer another question than the plan's.
      expect(asked).not.toMatch(/ví dụ|example/i);
    }
  });

  test("every question can be passed over, and takes no words", () => {
    for (const s of steps) expect(s.kind).not.toBe("ask");
    for (const a of assessed) {
      const choose = flow.states[a.id]?.steps.find((s) => s.kind === "choose");
      expect(choose?.kind === "choose" && choose.options.map((o) => o.id)).toEqual(["yes", "no", "unsure", "skip"]);
    }
  });

  test("recommends something there is for whatever is lacked", () => {
    for (const a of assessed) expect(next({ [a.id]: "no" })).toBe(a.helps);
  });

  test("recommends the first thing lacked, not a lesson passed already while another helps", () => {
    expect(next({ "own-phone": "no", cashless: "no" })).toBe("lesson:dien-thoai");
    expect(next({ "own-phone": "no", cashless: "no" }, { "dien-thoai": passed })).toBe("lesson:tra-tien-qr");
    expect(next({ "own-phone": "no" }, { "dien-thoai": passed })).toBe("lesson:dien-thoai");
    expect(next({ "own-phone": "skip", cashless: "unsure" })).toBe("lesson:tra-tien-qr");
  });

  test("recommends the next lesson to whoever lacks nothing", () => {
    expect(next({ cashless: "yes" }, { "dien-thoai": passed })).toBe("lesson:giu-ma-otp");
  });
});
