import { describe, expect, test } from "vitest";
import type { Inbound } from "../../src/channels/inbound.ts";
import type { CodeMeaning } from "../../src/engine/facts.ts";
import type { Loaded } from "../../src/store/turn-store.ts";
import { inputOf } from "../../src/turns/input-of.ts";
import type { TurnWorld } from "../../src/turns/world.ts";

const link: CodeMeaning = { opens: "link", code: "Y8U7Q6K4A2B3", learner: "l", name: "Lan", usable: true };
const lesson: CodeMeaning = { opens: "lesson", id: "one" };

/** What arrived, what the store found for its code, and what the world's own codes open. */
const read = (
  content: Inbound["content"],
  more: { readonly code?: string; readonly stored?: CodeMeaning; readonly sensitive?: boolean } = {},
) =>
  inputOf(
    {
      from: "person",
      inbound: { connection: "c", key: "k", chat: "x", at: 0, content },
      code: more.code ?? null,
      sensitive: more.sensitive ?? false,
      seen: { level: "dangerous", signs: [] },
      urgent: { is: "money", sure: true },
    } as Parameters<typeof inputOf>[0], // what else a turn carries is not asked here
    { facts: { code: more.stored ?? null } } as Loaded, // nor of what was loaded
    { codeOf: (code: string) => (code === "BAI1" ? lesson : undefined) } as TurnWorld, // nor of the world
  );

test("a press, a picture and a hello are themselves", () => {
  expect(read({ kind: "press", token: "t", key: "k" })).toEqual({ type: "press", token: "t", key: "k" });
  expect(read({ kind: "media", media: "voice" })).toEqual({ type: "media", media: "voice" });
  expect(read({ kind: "open", code: null })).toEqual({ type: "hello" });
  expect(() => read({ kind: "erase" } as unknown as Inbound["content"])).toThrow("erase is no input");
});

describe("an address that was opened", () => {
  const opens = (code: string, stored?: CodeMeaning) =>
    read({ kind: "open", code }, { code, ...(stored && { stored }) });
  test("opens what its code names, here or in the store, or nothing", () => {
    expect(opens("BAI1")).toEqual({ type: "open", code: lesson });
    expect(opens("XOM3", { opens: "village", village: "v" })).toEqual({
      type: "open",
      code: { opens: "village", village: "v" },
    });
    expect(opens("GI5")).toEqual({ type: "open", code: { opens: "nothing" } });
    expect(read({ kind: "open", code: "x" })).toEqual({ type: "open", code: { opens: "nothing" } });
  });
  test("never opens a link to somebody: that must be typed", () => {
    expect(opens("Y8U7Q6K4A2B3", link)).toEqual({ type: "open", code: { opens: "typed-only" } });
    expect(read({ kind: "text", text: "Y8U7Q6K4A2B3" }, { code: "Y8U7Q6K4A2B3", stored: link })).toMatchObject({
      code: link,
    });
  });
});

describe("words", () => {
  test("go with the code they may be; what was meant as one and opens nothing is told so, a number plate is not", () => {
    expect(read({ kind: "text", text: "xin chào" })).toEqual({ type: "text", text: "xin chào" });
    expect(read({ kind: "text", text: "bài 1" }, { code: "BAI1" })).toEqual({
      type: "text",
      text: "bài 1",
      code: lesson,
    });
    expect(read({ kind: "text", text: "mã Y8U7 Q6K4 A2B3" }, { code: "Y8U7Q6K4A2B3" })).toMatchObject({
      code: { opens: "nothing" },
    });
    expect(read({ kind: "text", text: "29C 345.67" }, { code: "29C34567" })).toEqual({
      type: "text",
      text: "29C 345.67",
    });
  });
  test("that are private stay at the door: only what was seen in them comes through", () => {
    expect(read({ kind: "text", text: "CCCD 001056012345" }, { sensitive: true, code: "BAI1" })).toEqual({
      type: "text",
      text: "",
      sensitive: true,
      seen: { level: "dangerous", signs: [] },
      urgent: { is: "money", sure: true },
    });
  });
});
