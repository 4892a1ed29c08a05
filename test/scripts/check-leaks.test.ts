import { expect, test } from "vitest";
import { leaksIn } from "../../scripts/check-leaks.ts";

const found = (text: string, path = "docs/x.md") => leaksIn(text, path).map((piece) => piece.text);

test.each([
  [`see /${"work"}/house/src`, "a path of one machine"],
  ['"/home/lan/house"', "a path of one machine"],
  ["https://registry.example.org/npm", "the host of a package registry"],
  ["http://10.1.2.3:4873/", "an address inside a network"],
  ["by helper-store", "a word about how it was made"],
  ["Co-Authored-By: x", "a word about how it was made"],
  ["asked Claude", "the name of a writing machine"],
  ["987654321:AAAAbbbbCCCCddddEEEEffffGGGGhhhhIII", "a bot token"],
  ["-----BEGIN RSA PRIVATE KEY-----", "a private key"],
])("%s is %s", (text, what) => {
  expect(found(`a line before\n${text}`)).toEqual([what]);
});

test.each([
  "https://api.telegram.org/bot",
  "a session is a person's stay; the house works/rests",
  "src/work/x and ./home/x and ${dir}/tmp/x",
  "/srv/binh-dan-hoc-vu-so/data",
  "123456789:AbC…",
  "123456789:AAAAbbbbCCCCddddEEEEffffGGGGhhhhIII, a token of nobody",
])("%s is none", (text) => {
  expect(found(text)).toEqual([]);
});

test("a lesson may name what people meet in the world", () => {
  expect(found("Hỏi ChatGPT thế nào cho an toàn", "content/lessons/ai.yaml")).toEqual([]);
});
