import { expect, test } from "vitest";
import { type Command, commandNames } from "../../src/engine/commands.ts";
import { fold } from "../../src/kit/text.ts";
import { hearing, spoken } from "../spoken.ts";

const all = commandNames.flatMap((command) => spoken.commands[command].map((word) => [word, command] as const));

/** The other of the two ways to set a tone: "xoá" for "xóa", as many keyboards write it. */
const otherTone = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aeiy])(?![\p{L}\p{M}])/gu, "$1$3$2")
    .normalize("NFC");

test("every command can be said in at least 25 ways", () => {
  for (const command of commandNames) expect(spoken.commands[command].length, command).toBeGreaterThanOrEqual(25);
});

test.each(all)("%s", (word, command) => {
  const hidden = [...word].join("\u200B");
  for (const said of [
    word,
    word.toUpperCase(),
    ` ${word}! `,
    word.normalize("NFD"),
    fold(word),
    otherTone(word),
    `\u200B${word}\uFEFF`,
    hidden,
    word.replaceAll(" ", "\u00A0"),
    `${word} ạ`,
    `dạ ${word}`,
    `${word} nhé cháu`,
    `${word} 🙏`,
    `${word}...`,
  ]) {
    expect(hearing.command(said), JSON.stringify(said)).toBe(command);
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
  "menu hôm nay có món gì",
  "đừng",
  "00",
  "10",
  "",
  "   ",
  "làng nghề",
  "xóm",
  "xe dừng sai chỗ bị phạt không",
  "dừng xe ở lề đường bị phạt bao nhiêu",
  "bị dừng trợ cấp thì hỏi ai",
  "muốn xóa án tích thì làm sao",
  "xóa đăng ký thường trú ở đâu",
  "hủy lịch hẹn làm căn cước",
  "hủy kết hôn cần giấy gì",
  "tôi nghe nói phải đổi thẻ",
  "nghe con bảo có app mới",
  "giúp tôi làm khai sinh",
  "tiếp tục đóng bảo hiểm ở đâu",
  "quay lại trường học cần giấy gì",
  "bỏ qua bước xác thực khuôn mặt được không",
  "ai gửi tin nhắn báo trúng thưởng đừng tin phải không",
  "dữ liệu của tôi bị lộ thì làm gì",
];
test.each(notCommands)("not a command: %s", (text) => {
  expect(hearing.command(text)).toBeNull();
});

const numbers: readonly (readonly [string, Command])[] = [
  ["0", "menu"],
  ["số 0", "menu"],
  ["bấm 6", "picture"],
  ["bấm số 7", "listen"],
  ["phím 8", "back"],
  ["９", "person"],
  ["so 9", "person"],
  ["dạ 9 ạ", "person"],
];
test.each(numbers)("%s", (text, command) => {
  expect(hearing.command(text)).toBe(command);
});

const stopping = [
  "đừng nhắn nữa",
  "thôi đừng nhắn nữa",
  "không nhận tin nữa",
  "dừng ạ",
  "dừng lại đi",
  "tắt thông báo",
  "ngưng gửi tin",
  "unsubscribe",
  "thôi đừng nhắn tin cho tôi nữa nhé cháu",
  "bác không nhận tin nữa đâu",
  "xin đừng gửi tin nữa",
  "huỷ đăng kí",
];
test.each(stopping)("stop: %s", (text) => {
  expect(hearing.command(text)).toBe("stop");
});
