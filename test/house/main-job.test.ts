import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { periodAt } from "../../src/kit/period.ts";
import { addVillages } from "./house.ts";
import { telegramTown } from "./telegram-people.ts";

const commune = "phu-binh-thai-nguyen";
let town: Awaited<ReturnType<typeof telegramTown>>;
type Person = ReturnType<(typeof town)["person"]>;

beforeAll(async () => {
  town = await telegramTown();
  await addVillages(town.house);
});
afterAll(() => town.close());

const settle = async (p: Person, village = "Xóm Mẫu 2", name = "Hoa"): Promise<void> => {
  await p.says("/start");
  await p.says("menu");
  await keep(p, village, name, "Bác");
};

const keep = async (p: Person, village: string, name: string, address: string): Promise<void> => {
  await p.presses("Việc của tôi");
  await p.presses("Cho xã lưu");
  await p.presses("Đồng ý lưu");
  await p.presses("65 trở lên");
  await p.presses(village);
  await p.presses("nghỉ hưu");
  await p.says(name);
  await p.presses(address);
};

/** Takes a lesson by pressing the first button, and answers each question with its right answer. */
const learn = async (p: Person, code: string): Promise<string> => {
  const lesson = town.house.taught.library.items.find((i) => i.code === code);
  if (lesson?.kind !== "lesson") throw new Error(code);
  let heard = await p.says(code);
  while (/Bước \d+\//.test(heard)) heard = await p.presses("1.");
  for (const item of lesson.quiz.items) {
    const right = item.options.findIndex((o) => o.right);
    await p.presses(`${right + 1}.`);
    heard = await p.presses(item === lesson.quiz.items.at(-1) ? "Xem kết quả" : "Câu tiếp theo");
  }
  return heard;
};

/** Presses the first button until there is one with this label, however many messages lie between, and presses that. */
const reach = async (p: Person, label: string): Promise<string> => {
  for (let n = 0; n < 30 && !p.buttons().some((b) => b.includes(label)); n++) await p.presses("1.");
  return p.presses(label);
};

const figures = async () => {
  const where = { commune, period: periodAt("month", town.clock.now()) };
  const [reach, basic, active] = await Promise.all(
    (["reach", "basic-skills", "active"] as const).map((id) => town.house.indicator.count(id, where)),
  );
  return { reach: reach?.numerator, basic: basic?.numerator, active: active?.numerator };
};

describe("the main job on Telegram, whole house", () => {
  const hoa = () => town.person(1001);

  test("a resident agrees, learns the whole basic track, gets a certificate, and is counted once", async () => {
    const p = hoa();
    await settle(p);
    expect(await learn(p, "BAI1")).toContain("Chúc mừng bác Hoa!");
    expect(await figures()).toEqual({ reach: 1, basic: 0, active: 1 });
    const { library } = town.house.taught;
    const track = library.trackItems.find((t) => t.id === "co-ban")?.lessons ?? [];
    let last = "";
    for (const id of track.slice(1)) {
      expect((await figures()).basic).toBe(0);
      last = await learn(p, library.items.find((i) => i.id === id)?.code ?? "");
    }
    expect(last).toContain("giấy ghi nhận");
    expect(last).toContain("không thay");
    const code = /mã ([2-9A-Z]{4}(?: [2-9A-Z]{4}){2})/.exec(last.replace(/<[^>]+>/g, ""))?.[1] ?? "";
    expect(await figures()).toEqual({ reach: 1, basic: 1, active: 1 });
    const page = await fetch(`${town.url}/xac-minh/${encodeURIComponent(code)}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Hoa");
    expect(town.telegram.of("sendPhoto").length).toBeGreaterThan(5);
  });

  test("a guide is walked to its end, with a stuck branch", async () => {
    const p = town.person(1002);
    await settle(p, "Xóm Mẫu 1", "Tư");
    const guide = town.house.taught.library.items.find((i) => i.id === "vneid-cai-dat");
    if (guide?.kind !== "guide") throw new Error("no guide");
    await p.says("HD1");
    await reach(p, "bắt đầu");
    await reach(p, "Tôi bị vướng");
    await p.presses("1.");
    await reach(p, "Làm lại bước này");
    let heard = "";
    do heard = await p.presses("1.");
    while (/Bước \d+\//.test(heard));
    expect(heard).toContain("giỏi quá");
    expect((await figures()).reach).toBe(1);
  });

  test("the same learner on a second phone by a link code is still one", async () => {
    const first = town.person(1001);
    await first.says("0");
    await first.presses("Việc của tôi");
    const offer = await first.presses("Học tiếp trên máy khác");
    const code = /[2-9A-Z]{4}(?: [2-9A-Z]{4}){2}/.exec(offer)?.[0] ?? "";
    const second = town.person(1003);
    await second.says("/start");
    expect(await second.says(`ma ${code.toLowerCase()}`)).toContain("chữ: H");
    expect(await second.presses("Đúng, là tôi")).toContain("Bác Hoa");
    // The phone that was there before is told, and says whether that is right.
    expect(await first.hears()).toContain("Một máy khác vừa học chung với bác");
    await first.presses("Là máy của tôi");
    await learn(second, "BAI1");
    expect(await figures()).toMatchObject({ reach: 1, basic: 1 });
    expect(await second.says(`MA ${code}`)).toContain("Không thấy mã này");
  });

  test("somebody who agreed on two phones before linking them is made one, with everything they learnt", async () => {
    const second = town.person(1021);
    await settle(second, "Xóm Mẫu 1", "Chín");
    await learn(second, "BAI2");
    const before = await figures();
    const first = town.person(1020);
    await settle(first, "Xóm Mẫu 1", "Chín");
    await learn(first, "BAI1");
    expect((await figures()).reach).toBe(Number(before.reach) + 1);
    await first.says("0");
    await first.presses("Việc của tôi");
    const code = /[2-9A-Z]{4}(?: [2-9A-Z]{4}){2}/.exec(await first.presses("Học tiếp trên máy khác"))?.[0] ?? "";
    await second.says(`MA ${code}`);
    expect(await second.presses("Đúng, là tôi")).toContain("là một?");
    await second.presses("gộp lại");
    expect(await figures()).toEqual(before);
    expect(await second.says("dữ liệu của tôi")).toContain("Bài đã học: 2");
  });

  test("two people on one phone are two learners, and each keeps their place", async () => {
    const before = await figures();
    const phone = town.person(1001);
    await phone.says("0");
    await phone.presses("Việc của tôi");
    await phone.presses("Người khác học");
    expect(await phone.presses("Thêm một người")).toContain("Chào");
    await phone.says("menu");
    await keep(phone, "Xóm Mẫu 2", "Năm", "Bà");
    await learn(phone, "BAI1");
    expect((await figures()).reach).toBe(Number(before.reach) + 1);
    await phone.says("0");
    await phone.presses("Việc của tôi");
    await phone.presses("Người khác học");
    expect(await phone.presses("Hoa")).toContain("Hoa");
  });

  test("a team member joins by a code and pushes a lesson to the village; those who finished or said stop are left out", async () => {
    const { house } = town;
    await house.desk.addInvitation(
      commune,
      { id: "moi-1", label: null, code: "7K2P9XY4", village: "mau-2", expiresAt: house.now() + 86_400_000, uses: 1 },
      { staff: "test", at: house.now() },
    );
    const stopped = town.person(1010);
    await settle(stopped, "Xóm Mẫu 2", "Bảy");
    await stopped.says("dừng");
    const waiting = town.person(1011);
    await settle(waiting, "Xóm Mẫu 2", "Tám");
    const member = town.person(1012);
    await settle(member, "Xóm Mẫu 2", "Mẫu");
    expect(await member.says("moi 7k2p9xy4")).toContain("Tổ");
    await member.presses("đồng ý tham gia");
    await member.says("0");
    await member.presses("Việc của tôi");
    await member.presses("Đẩy bài học");
    await member.presses("Chiếc điện thoại");
    const preview = await member.presses("Xóm Mẫu 2");
    expect(preview).toMatch(/Gửi cho \d+ người/);
    // Hoa and Năm finished it, Bảy said stop: Tám is left, and the member, who has not taken it either.
    const planned = Number(/Gửi cho (\d+) người/.exec(preview)?.[1]);
    expect(planned).toBeGreaterThanOrEqual(1);
    await member.presses(`Gửi cho ${planned} người`);
    town.clock.skip(20 * 60_000);
    expect(await waiting.hears()).toContain("Bài mới");
    expect(await waiting.presses("Học ngay")).toContain("Bước 1/");
    expect(
      town.telegram.sent
        .filter((c) => Number(c.payload.chat_id) === 1010)
        .every((c) => !String(c.payload.text).includes("Bài mới")),
    ).toBe(true);
  });

  test("everything about a person can be seen and erased from the chat; the count stays, the name goes", async () => {
    const p = town.person(1001);
    const before = await figures();
    expect(await p.says("dữ liệu của tôi")).toContain("Hoa");
    await p.presses("Xóa hết");
    expect(await p.presses("tôi chắc chắn")).toContain("Đã xóa");
    expect((await figures()).reach).toBe(before.reach);
    const left = town.house.store.db.prepare("SELECT count(*) AS n FROM learners WHERE name = 'Hoa'").get();
    expect(left).toEqual({ n: 0 });
  });

  test("what must not be typed is stored nowhere", async () => {
    const p = town.person(1011);
    expect(await p.says("so can cuoc cua toi 001099012345")).toContain("không giữ");
    expect(await p.says("mk la Hoa@12345")).toContain("không giữ");
    const tables = town.house.store.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    for (const table of tables) {
      const rows = JSON.stringify(town.house.store.db.prepare(`SELECT * FROM "${String(table)}"`).all());
      expect(rows).not.toMatch(/001099012345|Hoa@12345/);
    }
  });

  test("a photo, a voice message and a forged webhook", async () => {
    const p = town.person(1011);
    await p.sends({ photo: [{ file_id: "x", file_unique_id: "x", width: 1, height: 1 }] });
    expect(await p.hears()).toContain("không giữ ảnh");
    const forged = await fetch(`${town.url}/webhooks/telegram/default`, {
      method: "POST",
      headers: { "x-telegram-bot-api-secret-token": "wrong" },
      body: "{}",
    });
    expect(forged.status).toBe(401);
    expect((await fetch(`${town.url}/webhooks/telegram/nobody`, { method: "POST", body: "{}" })).status).toBe(404);
    const rubbish = await fetch(`${town.url}/webhooks/telegram/default`, {
      method: "POST",
      headers: { "x-telegram-bot-api-secret-token": "test-secret" },
      body: "not json",
    });
    expect(rubbish.status).toBe(200);
    expect(await (await fetch(`${town.url}/metrics`)).text()).toContain(
      'webhook_refused_total{reason="SIGNATURE_WRONG"} 1',
    );
  });
});
