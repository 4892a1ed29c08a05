import { expect, test } from "vitest";
import { resume } from "../../src/engine/resume.ts";
import { agreed, begin, day, envAt, facts, flow, inFlow, lit, noon, withFlows } from "./world.ts";

test("the interrupted lesson offered by the menu really goes on where it was", () => {
  const talk = inFlow("lesson:dien-thoai").press("next");
  const place = talk.place;
  talk.type("menu");
  expect(talk.keys[0]).toBe("list:@bookmark");
  talk.press("list:@bookmark");
  expect(talk.place).toBe(place);
});

test("a lesson that is finished is not offered as interrupted", () => {
  const done = flow("lesson:x", {
    begin: [{ kind: "goto", to: "end" }],
    end: [
      { kind: "set", var: "finished", to: true },
      { kind: "choose", options: [{ id: "menu", label: lit("về"), return: "menu" }] },
    ],
  });
  const env = withFlows([{ ...done, kind: "lesson" }]);
  const talk = begin(agreed, facts, env).give({ type: "open", code: { opens: "lesson", id: "x" } });
  expect(talk.press("menu").keys).not.toContain("list:@bookmark");
});

test("real lessons and guides mark their last screen as finished", () => {
  const talk = inFlow("guide:vneid-muc2");
  for (let i = 0; i < 20 && talk.keys.includes("next"); i++) talk.press("next");
  expect(talk.top).toMatch(/^guide:vneid-muc2\/after/);
  expect(talk.press("menu").keys).not.toContain("list:@bookmark");
});

test("saying stop after weeks stops at once, without a welcome first", () => {
  const talk = inFlow("lesson:dien-thoai").type("dừng", envAt(noon + 30 * day));
  expect(talk.person.optedOut).toBe(true);
});

test("asking for the menu again and again is not going in circles", () => {
  const talk = begin();
  for (let i = 0; i < 6; i++) expect(talk.type("menu").top).toBe("menu/start");
});

test("many different sentences nobody understands do not pile up until the talk breaks", () => {
  const talk = inFlow("lesson:dien-thoai");
  for (const words of "zq zw zr zt zp zs zd zf zg zh".split(" ")) {
    talk.type(`${words}${words} ${words}${words}`);
    expect(talk.events.some((e) => e.type === "failed")).toBe(false);
  }
  expect(talk.press("back").top).toBe("lesson:dien-thoai/s-mo-cai-dat");
});

test("small flows opened one from another do not pile up either", () => {
  const talk = inFlow("lesson:dien-thoai");
  for (const word of [
    "giúp",
    "gặp người",
    "đổi ngôn ngữ",
    "dữ liệu của tôi",
    "giúp",
    "gặp người",
    "dừng",
    "giúp",
    "gặp người",
    "đổi ngôn ngữ",
  ]) {
    talk.type(word);
    expect(talk.events.some((e) => e.type === "failed")).toBe(false);
  }
  expect(talk.session.runs[1]?.flow).toBe("lesson:dien-thoai");
});

test("after trouble the number of the offered button works as well as the button", () => {
  const circle = flow("circle", { a: [{ kind: "goto", to: "b" }], b: [{ kind: "goto", to: "a" }] });
  const env = withFlows([circle]);
  const talk = begin(agreed, facts, env);
  talk.session.runs.push({ flow: "circle", version: "t1", state: "a", at: 0, vars: {}, trail: [] });
  talk.type("giúp").press("on");
  expect(talk.events.some((e) => e.type === "failed")).toBe(true);
  expect(talk.type("1").top).toBe("menu/start");
});

test("after trouble a lesson under it is kept for later", () => {
  const circle = flow("circle", { a: [{ kind: "goto", to: "b" }], b: [{ kind: "goto", to: "a" }] });
  const talk = inFlow("lesson:dien-thoai", agreed, facts, withFlows([circle]));
  talk.session.runs.push({ flow: "circle", version: "t1", state: "a", at: 0, vars: {}, trail: [] });
  talk.type("giúp").press("on");
  expect(talk.type("menu").keys[0]).toBe("list:@bookmark");
});

test("a code for a village, or an unknown one, after an end opens the menu", () => {
  for (const code of [{ opens: "village", village: "v2" }, { opens: "nothing" }] as const) {
    const talk = inFlow("pushed-lesson").press("later");
    expect(talk.session.status).toBe("done");
    expect(talk.give({ type: "open", code }).top).toBe("menu/start");
    expect(talk.keys.length).toBeGreaterThan(0);
  }
});

test("a push of a lesson that no longer exists is not offered", () => {
  const { session } = begin();
  expect(resume(agreed, session, { type: "push", lesson: "gone", push: "p" }, facts, envAt())).toEqual({
    rejected: "push-not-needed",
  });
});

test("a flow that was taken away sets the person down in the menu and tells them", () => {
  const old = flow("lesson:old", {
    q: [{ kind: "choose", options: [{ id: "next", label: lit("tiếp nhé"), return: true }] }],
  });
  const talk = begin(agreed, facts, withFlows([old]));
  talk.give({ type: "open", code: { opens: "lesson", id: "old" } });
  talk.press("next", envAt());
  expect(talk.place).toBe("menu/start");
  expect(talk.said).toContain("vừa được sửa");
  expect(talk.keys.length).toBeGreaterThan(1);
});

test("when the place and all that was passed are gone, the new version begins with a question, not with silence", () => {
  const was = flow("lesson:x", {
    a: [{ kind: "choose", options: [{ id: "next", label: lit("đi"), goto: "b" }] }],
    b: [{ kind: "choose", options: [{ id: "next", label: lit("đi"), return: true }] }],
  });
  const now = flow(
    "lesson:x",
    {
      begin: [{ kind: "goto", to: "c" }],
      c: [{ kind: "choose", options: [{ id: "on", label: lit("đi"), return: true }] }],
    },
    "t2",
  );
  const talk = begin(agreed, facts, withFlows([was])).give({ type: "open", code: { opens: "lesson", id: "x" } });
  talk.press("next").type("1", withFlows([now]));
  expect(talk.top).toBe("lesson:x/c");
  expect(talk.keys).toContain("on");
});

test("after weeks only a real lesson is remembered, never small talk", () => {
  const inHelp = begin()
    .type("giúp")
    .type("xin chào", envAt(noon + 30 * day));
  expect(inHelp.place).not.toContain("welcome-back");
  const inLesson = inFlow("lesson:dien-thoai")
    .type("giúp")
    .type("xin chào", envAt(noon + 30 * day));
  expect(inLesson.top).toBe("welcome-back/hello");
  expect(inLesson.said).toContain("Chiếc điện thoại của mình");
});

test("a button whose key was too long for the channel comes back as its number and means the same", () => {
  const talk = begin();
  const second = talk.message.choices.find((c) => c.n === 2);
  talk.press("#2");
  expect(talk.top).toBe("menu/papers");
  expect(second?.key).toBe("papers");
  expect(begin().press("#5").top).toBe("menu/mine");
  expect(begin().press("#0").said).toContain("câu trước");
});

test("'tiếp' inside a lesson goes on with that lesson", () => {
  expect(inFlow("lesson:dien-thoai").type("tiếp").top).toBe("lesson:dien-thoai/s-mo-cai-dat/2");
});

test("a lesson taken anew replaces its old interrupted place", () => {
  const talk = inFlow("lesson:dien-thoai").press("next").type("menu");
  expect(talk.session.bookmarks).toHaveLength(1);
  talk.give({ type: "open", code: { opens: "lesson", id: "dien-thoai" } });
  expect(talk.session.bookmarks).toHaveLength(0);
});

test("another lesson after one opened by a code is the list of lessons", () => {
  const lesson = flow("lesson:x", {
    q: [{ kind: "choose", options: [{ id: "lessons", label: lit("bài khác"), return: "lessons" }] }],
  });
  const talk = begin(agreed, facts, withFlows([lesson])).give({ type: "open", code: { opens: "lesson", id: "x" } });
  expect(talk.press("lessons").top).toBe("menu/lessons");
  expect(talk.type("menu").top).toBe("menu/start");
});

test("pages go round, and the interrupted lesson is there again on the first", () => {
  const talk = inFlow("my-data").press("edit").press("village");
  const first = talk.keys;
  for (let i = 0; i < 8; i++) talk.press("more");
  expect(talk.keys).toEqual(first);
  expect(talk.session.wait?.page).toBe(0);
});

test("a megabyte of text is cut before anything is done with it", () => {
  const talk = begin().type("a\u0301".repeat(500_000));
  expect(JSON.stringify(talk.session).length).toBeLessThan(5_000);
});

test("what a person types is not kept in the session, not even to notice circles; a question only while 'which of these?' is open, of those who agreed", () => {
  const words = /chuyện riêng|chuyen rieng/;
  const talk = begin().type("chuyện riêng nhà tôi");
  expect(talk.top).toMatch(/^found\//);
  expect(JSON.stringify(talk.type("0").session)).not.toMatch(words);
  expect(JSON.stringify(begin({ ...agreed, consent: "no" }).type("chuyện riêng nhà tôi").session)).not.toMatch(words);
  expect(JSON.stringify(begin({ ...agreed, age: "under16" }).type("chuyện riêng nhà tôi").session)).not.toMatch(words);
});

const household = {
  ...facts,
  household: [
    { id: "p1", name: "Lan" },
    { id: "p2", name: "Tư" },
  ],
};

test("on a shared phone stop still stops, and a private number is still warned of", () => {
  const later = envAt(noon + day);
  expect(inFlow("lesson:dien-thoai", agreed, household).type("dừng", later).person.optedOut).toBe(true);
  const warned = inFlow("lesson:dien-thoai", agreed, household).give(
    { type: "text", text: "…", sensitive: true },
    later,
  );
  expect(warned.message.blocks[0]).toMatchObject({ kind: "note", tone: "danger" });
});

test("'đúng' is not 'dừng', though both are 'dung' without marks", () => {
  expect(begin().type("đúng").person.optedOut).toBe(false);
  expect(begin().type("dùng").person.optedOut).toBe(false);
  // "Dưng" is what is left of "dừng" where a phone lost the tone.
  for (const stop of ["dừng", "dung", "DỪNG!", "dưng"]) expect(begin().type(stop).person.optedOut, stop).toBe(true);
});

test("a command is never taken for the beginning of a label", () => {
  const ask = inFlow("link-accept", agreed, facts, envAt(), { code: "C", learner: "other", whose: "Tư", usable: true });
  expect(ask.type("dừng").person.optedOut).toBe(true);
  const again = inFlow("link-accept", { ...agreed, consent: "no" }, facts, envAt(), {
    code: "C",
    learner: "other",
    whose: "Tư",
    usable: true,
  });
  expect(again.type("đúng").recorded("link-accepted")).toHaveLength(1);
});

test.each([
  "constructor",
  "toString",
  "__proto__",
  "hasOwnProperty",
])("the word %s is searched for like any other", (word) => {
  expect(begin().type(word).top).toBe("not-understood/offer");
});

test("a list that was emptied meanwhile leaves the menu to choose", () => {
  const talk = inFlow("push", { ...agreed, role: "team" }, { ...facts, team: { places: ["v1"] } });
  talk.facts = { ...facts, team: { places: ["gone"] } };
  expect(talk.press("list:dien-thoai").keys).toEqual(["menu"]);
  expect(talk.type("1").top).toBe("menu/start");
});
