import { expect, test } from "vitest";
import { type Command, commandOf, commands } from "../../src/engine/commands.ts";
import { fold } from "../../src/kit/text.ts";

const all = Object.entries(commands).flatMap(([command, words]) => words.map((word) => [word, command] as const));

test.each(all)("%s", (word, command) => {
  for (const said of [
    word,
    word.toUpperCase(),
    ` ${word}! `,
    word.normalize("NFD"),
    fold(word),
    `\u200B${word}\uFEFF`,
  ]) {
    expect(commandOf(said), JSON.stringify(said)).toBe(command);
  }
});

test("no two commands share a word", () => {
  const owners = new Map<string, Set<string>>();
  for (const [word, command] of all) owners.set(fold(word), (owners.get(fold(word)) ?? new Set()).add(command));
  expect([...owners].filter(([, commands]) => commands.size > 1)).toEqual([]);
});

const notCommands = [
  "đúng",
  "dùng",
  "đứng",
  "menu hôm nay",
  "tôi muốn dừng lại một chút",
  "đừng",
  "00",
  "10",
  "",
  "   ",
  "làng nghề",
  "xóm",
];
test.each(notCommands)("not a command: %s", (text) => {
  expect(commandOf(text)).toBeNull();
});

const numbers: readonly (readonly [string, Command])[] = [
  ["0", "menu"],
  ["số 0", "menu"],
  ["bấm 6", "picture"],
  ["bấm số 7", "listen"],
  ["phím 8", "back"],
  ["９", "person"],
  ["so 9", "person"],
];
test.each(numbers)("%s", (text, command) => {
  expect(commandOf(text)).toBe(command);
});
