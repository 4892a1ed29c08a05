import { expect, test } from "vitest";
import { resume } from "../../src/engine/resume.ts";
import { agreed, begin, envAt, facts, inFlow } from "./world.ts";

const push = { type: "push", lesson: "giu-ma-otp", push: "p1" } as const;
const passed = { attempts: 1, best: 4, of: 4, passed: true, done: true };

test("a pushed lesson is offered by name, and opened it leads through the lesson to the menu", () => {
  const talk = begin().give(push);
  expect(talk.said).toContain("Mật khẩu, passcode và mã OTP");
  talk.press("open");
  expect(talk.top).toBe("lesson:giu-ma-otp/s-ba-chia-khoa");
  expect(talk.recorded("push-opened")).toMatchObject([{ ref: "p1", data: { lesson: "giu-ma-otp" } }]);
});

test("declined it is left in peace, and the lesson being learnt is kept", () => {
  const talk = inFlow("lesson:dien-thoai").press("next").give(push).press("later");
  expect(talk.recorded("push-declined")).toHaveLength(1);
  expect(talk.session.status).toBe("done");
  expect(talk.type("học tiếp").top).toBe("lesson:dien-thoai/s-mo-cai-dat/2");
});

test("'do not send any more' is kept", () => {
  const talk = begin().give(push).press("stop");
  expect(talk.person.optedOut).toBe(true);
  expect(talk.recorded("push-declined")).toMatchObject([{ ref: "p1", data: { stop: true } }]);
});

test("nobody gets what they finished, and nobody who opted out gets anything", () => {
  const { session } = begin();
  const no = { rejected: "push-not-needed" };
  expect(resume({ ...agreed, optedOut: true }, session, push, facts, envAt())).toEqual(no);
  expect(resume(agreed, session, push, { ...facts, progress: { "giu-ma-otp": passed } }, envAt())).toEqual(no);
});
