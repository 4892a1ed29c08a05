import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { allChannels } from "../../src/channels/all.ts";
import { played } from "../conversation.ts";
import { realLibrary, realWorld } from "../universe.ts";

const world = realWorld(realLibrary());
const person = { name: "Hoa", you: "bac", consent: "yes", village: "mau-2", audience: "resident", age: "65plus" };
const Turns = z.object({ turns: z.array(z.object({ hears: z.string(), writes: z.array(z.string()).default([]) })) });

const firstHour = /Dừng lại, không chuyển thêm đồng nào/;
const stopped = /Đã dừng/;
const paperwork = /Bác cần làm việc gì\?/;

/** What somebody says, what they must hear, and what not. */
type Case = readonly [says: string, hears: RegExp, not?: RegExp];
const said: readonly Case[] = [
  // A life in danger, money or codes just gone.
  ["dau nguc kho tho", /115/],
  ["bo toi bi tai bien", /115/],
  ["toi muon chet", /115/],
  ["chong toi danh toi", /113/],
  ["toi vua chuyen 50 trieu cho no roi", firstHour],
  ["con toi bi bat coc bat toi chuyen tien", firstHour],
  ["lỡ đọc mã", firstHour],
  ["tai khoan bi tru 5 trieu khong biet vi sao", firstHour],
  // A link pasted anywhere.
  ["http://vneid-capnhat.top", /Rất giống lừa đảo/],
  ["bit.ly/abc123", /Chưa rõ, phải hỏi lại/],
  ["vcb-digibank.cc để mở khóa", /Rất giống lừa đảo/],
  // Commands in other words, and a word of theirs in a question.
  ["xoá dữ liệu", /Xã đang giữ gì về bác/],
  ["huỷ đăng kí", stopped],
  ["dừng ạ", stopped],
  ["thôi đừng nhắn nữa", stopped],
  ["không nhận tin nữa", stopped],
  ["unsubscribe", stopped],
  ["xe dừng sai chỗ bị phạt không", /phạt nguội|Bác hỏi về việc nào/, /Đã dừng/],
  // Numbers with politeness, an option with its number.
  ["em chọn 2", paperwork],
  ["2. Làm giấy tờ trên mạng", paperwork],
  // Small talk, and what this assistant is not for.
  ["cảm ơn cháu nhé", /Bác Hoa muốn làm gì\?/, /cán bộ/],
  ["bạn là ai", /trợ lý/, /cán bộ/],
  ["mai trời mưa không", /thời tiết/, /cán bộ/],
];

/** One conversation a channel, with the menu between: each is heard in its own words, and nothing of it waits for staff. */
test.each(
  allChannels.map((channel) => [channel.name, channel] as const),
)("the worst of what people say, on %s", (id, channel) => {
  const turns = said.flatMap(([says]) => [{ says: "menu" }, { says }]);
  const told = Turns.parse(
    parse(played(JSON.stringify({ about: "the worst", person, turns }), world, id, channel.capabilities)),
  ).turns;
  said.forEach(([says, hears, not], i) => {
    const turn = told[i * 2 + 1];
    expect(turn?.hears, `${id}: ${says}`).toMatch(hears);
    if (not) expect(turn?.hears, `${id}: ${says}`).not.toMatch(not);
    expect(
      turn?.writes.filter((w) => w.startsWith("question")),
      `${id}: ${says}`,
    ).toEqual([]);
  });
});
