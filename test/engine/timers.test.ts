import { expect, test } from "vitest";
import { resume } from "../../src/engine/resume.ts";
import { agreed, day, envAt, facts, inFlow, library, noon, Talk } from "./world.ts";

const ring = (talk: ReturnType<typeof inFlow>, token: string) =>
  resume(talk.person, talk.session, { type: "timer", token, timer: "unfinished" }, facts, envAt(noon + day));

test("a reminder asks the question again", () => {
  const talk = inFlow("lesson:dien-thoai");
  expect(talk.events).toContainEqual({ type: "timer-set", timer: "unfinished", at: noon + day });
  const { place, keys } = talk;
  talk.give({ type: "timer", token: talk.session.token, timer: "unfinished" }, envAt(noon + day));
  expect([talk.place, talk.keys]).toEqual([place, [keys[0], "/stop", ...keys.slice(1)]]);
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

test.each(["press", "number", "words"])("every reminder ends all reminders at once, by %s", (how) => {
  const talk = inFlow("lesson:dien-thoai");
  for (const i of [1, 2]) {
    talk.give({ type: "timer", token: talk.session.token, timer: "unfinished" }, envAt(noon + i * day));
    const quiet = talk.message.choices.find((c) => c.key === "/stop");
    expect(quiet?.n).toBe(2);
    const after = new Talk(
      { session: talk.session, person: talk.person, events: [], segments: [], asks: null },
      facts,
      talk.env,
    );
    if (how === "press") after.press("/stop");
    else after.type(how === "number" ? "2" : "thôi không nhắc nữa");
    expect(after.person.optedOut).toBe(true);
    expect(after.recorded("opted-out")).toHaveLength(1);
    expect(after.events.some((e) => e.type === "timer-set")).toBe(false);
  }
});

test("the way out of an old reminder still works once the person has moved on", () => {
  const talk = inFlow("lesson:dien-thoai");
  talk.give({ type: "timer", token: talk.session.token, timer: "unfinished" }, envAt(noon + day));
  const old = talk.session.token;
  talk.press("next").give({ type: "press", token: old, key: "/stop" });
  expect(talk.person.optedOut).toBe(true);
});

test("a lesson that was finished is not reminded of", () => {
  const talk = inFlow("lesson:dien-thoai");
  while (!talk.top.endsWith("q-chu-nho")) talk.press("next");
  for (let i = 0; i < 4; i++) {
    const right = talk.keys.find((key) => {
      const state = library.definitions.get("lesson:dien-thoai")?.states[talk.top.split("/")[1] ?? ""];
      const choose = state?.steps.find((s) => s.kind === "choose");
      return choose?.kind === "choose" && choose.options.find((o) => o.id === key)?.goto?.startsWith("right-");
    });
    talk.press(right ?? "").press("next");
  }
  expect(talk.recorded("lesson-finished")).toHaveLength(1);
  expect(talk.events.some((e) => e.type === "timer-set")).toBe(false);
});

test("two reminders are all, also for who begins the same lesson anew", () => {
  const talk = inFlow("lesson:dien-thoai");
  for (const i of [1, 2])
    talk.give({ type: "timer", token: talk.session.token, timer: "unfinished" }, envAt(noon + i * day));
  const setsTimer = () => talk.events.some((e) => e.type === "timer-set");
  talk.type("BAI1").give({ type: "open", code: { opens: "lesson", id: "dien-thoai" } });
  expect([talk.top.split("/")[0], setsTimer()]).toEqual(["lesson:dien-thoai", false]);
  // Another lesson has its own two.
  talk.give({ type: "open", code: { opens: "lesson", id: "zalo-co-ban" } });
  expect(setsTimer()).toBe(true);
  talk.give({ type: "open", code: { opens: "lesson", id: "dien-thoai" } });
  expect(setsTimer()).toBe(false);
  const weeks = envAt(noon + 30 * day);
  talk.type("xin chào", weeks).press("over", weeks);
  expect([talk.top.split("/")[0], setsTimer()]).toEqual(["lesson:dien-thoai", false]);
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
