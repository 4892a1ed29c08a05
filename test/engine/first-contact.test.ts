import { describe, expect, test } from "vitest";
import { stranger } from "../../src/engine/person.ts";
import { agreed, begin, day, envAt, facts, library, noon } from "./world.ts";

const open = (code: Parameters<typeof begin>[3] & object) => begin(stranger("p"), facts, envAt(), code);
const lessonCode = { type: "open", code: { opens: "lesson", id: "dien-thoai" } } as const;
const villageCode = { type: "open", code: { opens: "village", village: "v3" } } as const;

/** Takes the lesson they stand in to its result, answering everything right. */
const learn = (talk: ReturnType<typeof begin>, id: string): void => {
  const lesson = library.items.find((i) => i.kind === "lesson" && i.id === id);
  if (lesson?.kind !== "lesson") throw new Error(`no lesson ${id}`);
  for (let i = 0; i < 60 && !talk.top.includes("/q-"); i++) talk.press("next");
  for (const { options } of lesson.quiz.items) {
    talk.press(talk.keys[options.findIndex((o) => o.right)] ?? "");
    talk.press("next");
  }
};

test("a stranger is greeted with something to do, and asked nothing", () => {
  const talk = begin(stranger("p"));
  expect(talk.top).toBe("onboarding/hello");
  expect(talk.keys[0]).toBe(`list:lesson:${library.tracks[0]?.lessons[0]}`);
  expect(talk.person).toEqual(stranger("p"));
});

test("a code for a lesson opens it at once, and who speaks is said", () => {
  const talk = open(lessonCode);
  expect(talk.top).toBe("lesson:dien-thoai/s-mo-cai-dat");
  expect(talk.said).toContain("trợ lý số");
});

describe("the first lesson is learnt before anything is asked", () => {
  test("then, once, whether to keep it; whoever agrees and is 16 has it counted", () => {
    const talk = open(lessonCode);
    learn(talk, "dien-thoai");
    expect(talk.top).toBe("agree/ask");
    expect(talk.said).toContain("Đúng");
    expect(talk.recorded("lesson-finished")).toEqual([]);
    talk.press("agree").press("list:65plus");
    expect(talk.recorded("consent-given")).toHaveLength(1);
    expect(talk.recorded("lesson-started")).toHaveLength(1);
    expect(talk.recorded("lesson-finished")).toHaveLength(1);
    expect(talk.recorded("quiz-finished")).toMatchObject([{ data: { passed: true } }]);
    expect(talk.top).toBe("about/village");
    talk.press("list:v3");
    expect(talk.person).toMatchObject({ consent: "yes", village: "v3", name: null });
    expect(talk.top).toBe("lesson:dien-thoai/then");
  });

  test.each([
    "refuse",
    "child",
  ])("%s: nothing is kept, the next lesson is offered, and nothing is asked again", (how) => {
    const talk = open(lessonCode);
    learn(talk, "dien-thoai");
    if (how === "refuse") talk.press("refuse");
    else talk.press("agree").press("list:under16");
    expect(talk.person).toMatchObject({ consent: "no", age: null, village: null });
    expect(talk.recorded("consent-given")).toEqual([]);
    expect(talk.top).toBe("lesson:dien-thoai/then");
    const second = talk.keys[0]?.replace("list:lesson:", "") ?? "";
    expect(second).toBe(library.tracks[0]?.lessons[1]);
    talk.press(`list:lesson:${second}`);
    learn(talk, second);
    expect(talk.top).toBe(`lesson:${second}/well-done`);
  });

  test("a lesson left for the next one, and then for the menu, is gone on with", () => {
    const talk = open(lessonCode);
    learn(talk, "dien-thoai");
    talk.press("refuse").press(talk.keys[0] ?? "");
    const stood = talk.top;
    talk.type("menu");
    expect(talk.keys).toContain("list:@bookmark");
    expect(talk.press("list:@bookmark").top).toBe(stood);
  });
});

test.each(["bỏ qua", "bo qua", "để sau", "skip"])("%s at the question of consent keeps nothing", (words) => {
  const talk = open(lessonCode);
  learn(talk, "dien-thoai");
  expect(talk.type(words).top).toBe("lesson:dien-thoai/then");
  expect(talk.person.consent).toBe("no");
});

describe("who leaves at a question that was still open finds the way back to it", () => {
  const asked = () => {
    const talk = open(lessonCode);
    learn(talk, "dien-thoai");
    return talk;
  };

  test("consent, by the menu: the lesson just passed counts after all", () => {
    const talk = asked().type("menu").type("tiếp");
    expect(talk.top).toBe("agree/ask");
    talk.press("agree").press("list:65plus");
    expect(talk.recorded("lesson-finished")).toHaveLength(1);
  });

  test("consent, by weeks of silence", () => {
    const weeks = envAt(noon + 21 * day);
    const talk = asked().type("chào", weeks);
    expect(talk.top).toBe("welcome-back/hello");
    expect(talk.type("1", weeks).top).toBe("agree/ask");
  });

  test("the name on the certificate", () => {
    const track = library.tracks.find((t) => t.lessons.includes("dien-thoai"));
    const passed = { attempts: 1, best: 4, of: 4, passed: true, done: true };
    const progress = Object.fromEntries(
      (track?.lessons ?? []).filter((l) => l !== "dien-thoai").map((l) => [l, passed]),
    );
    const talk = begin({ ...agreed, name: null }, { ...facts, progress }, envAt(), lessonCode);
    learn(talk, "dien-thoai");
    expect(talk.top).toBe("about-name/name");
    talk.type("menu").type("học tiếp");
    expect(talk.top).toBe("about-name/name");
    talk.type("bỏ qua");
    expect(talk.recorded("certificate-earned")).toHaveLength(1);
    expect(talk.recorded("lesson-finished")).toEqual([]);
  });
});

test("after weeks nobody is told to be in the middle of a lesson they finished", () => {
  const talk = open(lessonCode);
  learn(talk, "dien-thoai");
  talk.press("refuse").type("chào", envAt(noon + 21 * day));
  expect(talk.top).toBe("lesson:dien-thoai/then");
});

test.each(["5", "42", "🙏🙏"])("%s, which nothing here offers, asks again and counts as no question", (slip) => {
  for (const talk of [open(lessonCode), begin(stranger("p"))]) {
    const stood = talk.top;
    expect(talk.type(slip).top).toBe(stood);
    expect(talk.events.filter((e) => e.type === "question-missed")).toEqual([]);
  }
});

test("a question with one word of the next lesson's title is a question", () => {
  const talk = open({ type: "open", code: { opens: "lesson", id: "giu-ma-otp" } });
  learn(talk, "giu-ma-otp");
  expect(talk.press("refuse").keys[0]).toBe("list:lesson:tai-khoan-vneid");
  expect(talk.type("lam sao cai vneid").top).toMatch(/^(found\/|guide:vneid-cai-dat\/)/);
});

test("what was skipped comes again, one thing a lesson, until nothing is missing", () => {
  const lessons = library.tracks[0]?.lessons ?? [];
  const talk = open({ type: "open", code: { opens: "lesson", id: lessons[0] ?? "" } });
  learn(talk, lessons[0] ?? "");
  talk.press("agree").press("list:65plus");
  expect(talk.top).toBe("about/village");
  talk.press("skip");
  const asked: string[] = [];
  for (let i = 1; i < lessons.length; i++) {
    const progress = Object.fromEntries(
      lessons.slice(0, i).map((l) => [l, { attempts: 1, best: 3, of: 4, passed: true, done: true }]),
    );
    const later = begin({ ...talk.person, review: "no" }, { ...facts, progress }, envAt(), {
      type: "open",
      code: { opens: "lesson", id: lessons[i] ?? "" },
    });
    learn(later, lessons[i] ?? "");
    asked.push(later.top);
  }
  expect(asked.slice(0, 4)).toEqual(["about/work", "about-name/name", "about/village", "about/work"]);
});

test("a village code before consent is told, not asked about again, and kept only after the yes", () => {
  for (const brought of ["opened", "typed in the lesson", "typed after the yes"]) {
    const talk = brought === "opened" ? open(villageCode) : begin(stranger("p"));
    if (brought === "opened") expect(talk.said).toContain("Thôn Mẫu 3");
    talk.press("list:lesson:dien-thoai");
    if (brought === "typed in the lesson") talk.give(villageCode);
    learn(talk, "dien-thoai");
    talk.press("agree");
    if (brought === "typed after the yes") talk.give(villageCode);
    expect([brought, talk.person.village]).toEqual([brought, null]);
    talk.press("list:65plus");
    expect([brought, talk.top, talk.person.village]).toEqual([brought, "about/work", "v3"]);
  }
  expect(begin(agreed, facts, envAt(), villageCode).person.village).toBe("v3");
});

test("of somebody who refuses the village they came from is not kept", () => {
  const talk = open(villageCode).press("list:lesson:dien-thoai");
  learn(talk, "dien-thoai");
  expect(talk.press("refuse").person.village).toBeNull();
});

test("an invitation asks for consent, age and name, and then whether to join", () => {
  const code = { type: "open", code: { opens: "invitation", code: "C", village: "v3", usable: true } } as const;
  for (const talk of [open(code), begin(stranger("p")).give(code)]) {
    expect(talk.top).toBe("agree/ask");
    talk.press("agree").press("list:30-49");
    expect(talk.top).toBe("about-name/name");
    talk.type("Lan").press("list:chi");
    expect([talk.top, talk.person.name, talk.person.you]).toEqual(["invitation/ask", "Lan", "chi"]);
    talk.press("yes");
    expect(talk.recorded("invitation-accepted")).toMatchObject([{ data: { code: "C" } }]);
  }
});

test("an unknown code is said to be unknown, and the talk goes on", () => {
  const talk = open({ type: "open", code: { opens: "nothing" } });
  expect(talk.said).toMatch(/không thấy/i);
  expect(talk.top).toBe("onboarding/hello");
  expect(open({ type: "open", code: { opens: "lesson", id: "gone" } }).said).toMatch(/không thấy/i);
});

test("codes, used-up or not, lead to their question or say why not", () => {
  const invitation = { opens: "invitation", code: "C", village: null } as const;
  expect(begin().give({ type: "open", code: { ...invitation, usable: true } }).top).toBe("invitation/ask");
  expect(begin().give({ type: "open", code: { ...invitation, usable: false } }).said).toContain("hết hạn");
  expect(
    begin({ ...agreed, consent: "no" }).give({ type: "open", code: { ...invitation, usable: true } }).said,
  ).toContain("Xã xin lưu");
  const link = { opens: "link", code: "C", learner: "p9", name: "Tư" } as const;
  expect(
    begin({ ...agreed, consent: "no" })
      .give({ type: "open", code: { ...link, usable: true } })
      .press("yes")
      .recorded("link-accepted"),
  ).toHaveLength(1);
  expect(begin().give({ type: "open", code: { ...link, usable: false } }).said).toContain("hết hạn");
});
