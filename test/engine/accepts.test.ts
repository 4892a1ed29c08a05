import { expect, test } from "vitest";
import { accepts } from "../../src/engine/accepts.ts";
import { contextOf } from "./context-of.ts";

/** For each kind of answer: what is typed, and what is kept of it (null: asked again). */
const table: Record<keyof typeof accepts, readonly (readonly [string, string | readonly string[] | null])[]> = {
  name: [
    ["Lan", "Lan"],
    ["  Nguyễn   Thị  Lan ", "Nguyễn Thị Lan"],
    ["Nguye\u0302\u0303n", "Nguyễn"],
    ["H'Bia Niê", "H'Bia Niê"],
    ["0912345678", null],
    ["Lan 79", null],
    ["<b>Lan</b>", null],
    ["{{you}}", null],
    ["", null],
    ["a".repeat(41), null],
    ["\u202Egnas", null],
  ],
  village: [
    ["Thôn Mẫu 7", "v7"],
    ["thon mau 7", "v7"],
    ["THON7", "v7"],
    ["thôn 7", "v7"],
    ["Thôn Khác", null],
    ["", null],
  ],
  words: [
    [" Tôi không vào được ", "Tôi không vào được"],
    ["", null],
    ["   ", null],
    ["a".repeat(501), null],
  ],
  message: [
    ["mai con về ăn cơm", ["no-sign"]],
    ["vneid-capnhat.top", ["dangerous", "fake-address"]],
    ["  ", null],
  ],
};

test.each(Object.entries(accepts))("%s", (name, accept) => {
  for (const [typed, kept] of table[name as keyof typeof accepts])
    expect(accept(typed, contextOf()), JSON.stringify(typed)).toEqual(kept); // the names are those of `accepts`
});
