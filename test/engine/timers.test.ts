import { expect, test } from "vitest";
import { resume } from "../../src/engine/resume.ts";
import { agreed, day, envAt, facts, inFlow, noon } from "./world.ts";

const ring = (talk: ReturnType<typeof inFlow>, token: string) =>
  resume(talk.person, talk.session, { type: "timer", token, timer: "unfinished" }, facts, envAt(noon + day));

test("a reminder asks the question again", () => {
  const talk = inFlow("lesson:dien-thoai");
  expect(talk.events).toContainEqual({ type: "timer-set", timer: "unfinished", at: noon + day });
  const { place, keys } = talk;
  talk.give({ type: "timer", token: talk.session.token, timer: "unfinished" }, envAt(noon + day));
  expect([talk.place, talk.keys]).toEqual([place, keys]);
  expect(talk.said).toContain("đang học dở");
});

test("a timer of an earlier sprint does nothing", () => {
  const talk = inFlow("lesson:dien-thoai");
  const old = talk.session.token;
  talk.press("next");
  expect(ring(talk, old)).toEqual({ rejected: "stale-timer" });
  expect(ring(talk, "")).toEqual({ rejected: "stale-timer" });
});

test("a timer does nothing once the conversation has ended", () => {
  const talk = inFlow("pushed-lesson", agreed, facts, envAt(), {
    lesson: "dien-thoai",
    push: "p",
    flow: "lesson:dien-thoai",
  }).press("later");
  expect(talk.session.status).toBe("done");
  expect(ring(talk, talk.session.token)).toEqual({ rejected: "stale-timer" });
});

test("at most two reminders for one lesson, and none for somebody who opted out or is not remembered", () => {
  const talk = inFlow("lesson:dien-thoai");
  const reminded: boolean[] = [];
  for (let i = 1; i <= 3; i++) {
    talk.give({ type: "timer", token: talk.session.token, timer: "unfinished" }, envAt(noon + i * day));
    reminded.push(talk.events.some((e) => e.type === "timer-set"));
  }
  expect(reminded).toEqual([true, false, false]);
  for (const person of [
    { ...agreed, optedOut: true },
    { ...agreed, consent: "no" as const },
  ]) {
    expect(inFlow("lesson:dien-thoai", person).events.some((e) => e.type === "timer-set")).toBe(false);
  }
});
