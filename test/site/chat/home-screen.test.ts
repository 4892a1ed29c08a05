import { describe, expect, it } from "vitest";
import type { Message } from "../../../src/channels/message.ts";
import { isLessonEnd, wayOf } from "../../../src/site/chat/client/use-home-screen.ts";

const message = (over: Partial<Message> = {}): Message => ({
  spec: 1,
  purpose: "reply",
  language: "vi",
  token: "t",
  blocks: [],
  choices: [],
  expects: "choice",
  reserved: [],
  ...over,
});
const asked = (at: number, unit: "step" | "question" = "question") =>
  message({ progress: { title: "Giữ mã OTP", unit, at, of: 4 } });
const menu = message({ choices: [{ key: "learn", label: "Học", icon: "book" }] });

describe("a lesson is finished", () => {
  it.each([
    ["with its result, after the last question", asked(4), message(), true],
    ["not while the last question is asked again", asked(4), asked(4), false],
    ["not when somebody leaves for the menu", asked(4), menu, false],
    ["not in the middle", asked(3), message(), false],
    ["not with the last step of a guide", asked(4, "step"), message(), false],
  ])("%s", (_, before, now, end) => expect(isLessonEnd(before, now)).toBe(end));
});

it.each([
  [
    "Mozilla/5.0 (Linux; Android 11; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0 Mobile Safari/537.36",
    "android",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 14_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/14.1 Mobile/15E148 Safari/604.1",
    "iphone",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:90.0) Gecko/20100101 Firefox/90.0", null],
  [
    "Mozilla/5.0 (Linux; Android 11; SM-A125F; wv) AppleWebKit/537.36 Version/4.0 Chrome/90.0 Mobile Safari/537.36 Zalo android/12",
    null,
  ],
])("tells the steps of this phone: %s", (agent, way) => expect(wayOf(agent)).toBe(way));
