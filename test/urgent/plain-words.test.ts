import { expect, test } from "vitest";
import { plainly } from "../../src/urgent/plain-words.ts";

const said = plainly({ không: ["ko"] });

test.each([
  ["bị trừ 4.900.000 mà ko mua", "bị trừ 4 triệu  mà không mua"],
  ["trừ 899.000đ", "trừ 899 nghìn đ"],
  ["mất 3tr rồi", "mất 3 tr  rồi"],
  ["mất 3tr5", "mất 3 tr 5"],
  ["2 củ, 500nghìn", "2 củ, 500 nghìn "],
])("an amount is one word of its own: %s", (written, meant) => {
  expect(said(written)).toBe(meant);
});

test.each([
  "gọi 0912.345.678",
  "ngày 20.10.2026",
  "192.168.100.200",
  "bài 1.2",
  "12.345.678.901",
])("what is no amount stays: %s", (written) => {
  expect(said(written)).toBe(written);
});
