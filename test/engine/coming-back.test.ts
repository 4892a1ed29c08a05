import { expect, test } from "vitest";
import { begin, day, envAt, inFlow, noon } from "./world.ts";

const weeks = envAt(noon + 21 * day);
const lesson = () => inFlow("lesson:dien-thoai").press("next");

test("after weeks they are told where they stopped", () => {
  const talk = lesson().type("xin chào", weeks);
  expect(talk.top).toBe("welcome-back/hello");
  expect(talk.said).toContain("Chiếc điện thoại của mình");
  expect(talk.keys).toEqual(["on", "over", "menu"]);
});

test("they can go on where they stopped", () => {
  expect(lesson().type("xin chào", weeks).type("1", weeks).place).toBe(lesson().place);
});

test("they can start over", () => {
  const talk = lesson().type("xin chào", weeks).press("over", weeks);
  expect(talk.top).toBe("lesson:dien-thoai/s-mo-cai-dat");
  expect(talk.recorded("lesson-started")).toHaveLength(1);
});

test("they can go to the menu, which keeps the lesson for later", () => {
  const talk = lesson().type("xin chào", weeks).press("menu", weeks);
  expect([talk.top, talk.keys[0]]).toEqual(["menu/start", "list:@bookmark"]);
});

test("within a week nothing is asked, and in the menu there is nothing to come back to", () => {
  expect(lesson().type("1", envAt(noon + 6 * day)).top).toBe("lesson:dien-thoai/s-chu-to");
  expect(begin().type("1", weeks).top).toBe("menu/lessons");
});

test("a command means the same after weeks", () => {
  expect(lesson().type("0", weeks).top).toBe("menu/start");
  expect(lesson().type("gặp người", weeks).top).toBe("person/ask");
});

test("what was left lies in the menu: three at most, the latest first, each at its question", () => {
  const talk = begin();
  for (const id of ["dien-thoai", "giu-ma-otp", "tai-khoan-vneid"])
    talk
      .give({ type: "open", code: { opens: "lesson", id } })
      .press("next")
      .type("menu");
  talk.give({ type: "open", code: { opens: "guide", id: "vneid-muc2" } }).type("menu");
  expect(talk.session.bookmarks.map((b) => b.runs[0]?.flow)).toEqual([
    "guide:vneid-muc2",
    "lesson:tai-khoan-vneid",
    "lesson:giu-ma-otp",
  ]);
  expect(talk.type("học tiếp").top).toBe("guide:vneid-muc2/prepare");
});

test("the same words, not understood, a fourth time within five minutes bring a person", () => {
  const talk = lesson();
  const place = talk.place;
  for (let i = 0; i < 3; i++) expect(talk.type("zzzq wwwq").top).toBe("not-understood/offer");
  talk.type("Zzzq  WWWQ!");
  expect(talk.top).toBe("person/ask");
  expect(talk.said).toContain("Trợ lý này trả lời mãi một câu");
  expect(talk.type("quay lại").place).toBe(place);
});

test("slowly, or with other words between, it is not a circle", () => {
  const talk = lesson();
  for (let i = 0; i < 5; i++)
    expect(talk.type("zzzq wwwq", envAt(noon + i * 301_000)).top).toBe("not-understood/offer");
  for (let i = 0; i < 8; i++)
    expect(talk.type(i % 2 ? "zzzq wwwq" : "kkkq rrrq", envAt(noon + day)).top).toBe("not-understood/offer");
});

test("going back leads question by question out of the lesson into the menu it came from", () => {
  const talk = begin().press("learn").press("list:lesson:dien-thoai").press("next").press("next");
  const way = [0, 1, 2, 3, 4].map(() => talk.type("quay lại").top);
  expect(way).toEqual([
    "lesson:dien-thoai/s-mo-cai-dat/2",
    "lesson:dien-thoai/s-mo-cai-dat",
    "menu/lessons",
    "menu/start",
    "menu/start",
  ]);
  expect(talk.said).toContain("đang ở đầu rồi");
});

test("going back and answering again counts the first answer only", () => {
  const talk = inFlow("lesson:dien-thoai");
  while (!talk.top.includes("/q-")) talk.press("next");
  expect(talk.press("o1").recorded("quiz-answered")).toHaveLength(1);
  expect(talk.type("8").press("o2").recorded("quiz-answered")).toHaveLength(0);
});
