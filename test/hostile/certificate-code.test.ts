import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grouped } from "../../src/kit/spoken-code.ts";
import { addVillages, type RunningHouse, startHouse } from "../house/house.ts";
import { atWeb, settle } from "./people.ts";

const NEW = "Y8U7Q6K4A2B3";
const OLD = "Q2M8P3P8";
const REVOKED = "R4T5B6N7M8K9";
const SAMPLE = "S3D4F5G6H7J8";

let town: RunningHouse;
beforeAll(async () => {
  town = await startHouse();
  await addVillages(town.house);
  const put = town.house.store.db.prepare(
    "INSERT INTO certificates (commune, code, learner, track, name, language, sample, issued_at, revoked_at) VALUES ('phu-binh-thai-nguyen',?,'p','co-ban',?,'vi',?,1,?)",
  );
  put.run(NEW, "Nguyễn Thị Mẫu", 0, null);
  put.run(OLD, "Trần Văn Cũ", 0, null);
  put.run(REVOKED, "Lê Thu Hồi", 0, 2);
  put.run(SAMPLE, "Người Mẫu", 1, null);
});
afterAll(() => town.close());

let chats = 0;
const someone = (commune?: string) =>
  atWeb(town.house, `who-${++chats}`, { ...(commune && { commune }), address: `198.51.100.${chats}` });

const ways = (code: string): readonly string[] => [
  code,
  code.toLowerCase(),
  grouped(code),
  grouped(code).replaceAll(" ", "-"),
  `mã ${code}`,
  `Mã ${grouped(code)}`,
  `ma ${grouped(code).toLowerCase()}`,
  `mã giấy: ${code}.`,
  `${grouped(code)} ạ`,
];

describe("a certificate's code sent to the assistant, which is what the certificate tells people to do", () => {
  test.each([
    [NEW, "Nguyễn Thị Mẫu"],
    [OLD, "Trần Văn Cũ"],
  ])("%s is genuine, however it is typed, before and after consent", async (code, name) => {
    const settled = someone();
    await settle(settled, "Hoa");
    const asked = someone();
    await asked.opens(null);
    for (const typed of ways(code)) {
      const first = await someone().says(typed);
      for (const heard of [first, await settled.says(typed), await asked.says(typed)]) {
        expect(heard, typed).toContain(`Giấy thật: mã ${grouped(code)} của ${name}, khóa Kỹ năng số cơ bản`);
        // The question they stood at, or the first greeting, comes with it.
        expect(heard, typed).toContain("\n1. ");
      }
    }
  });

  test("in any other commune, opened as an address, and in English", async () => {
    for (const { code: commune } of town.house.communes()) {
      const p = someone(commune);
      expect(await p.says(grouped(NEW))).toContain("Nguyễn Thị Mẫu");
      expect(await p.opens(NEW)).toContain("Nguyễn Thị Mẫu");
      expect(await p.opens(grouped(NEW))).toContain("Nguyễn Thị Mẫu");
      expect(await someone(commune).opens(OLD)).toContain("Trần Văn Cũ");
    }
  });

  test("withdrawn, sample and unknown ones are told so", async () => {
    for (const typed of ways(REVOKED)) {
      const heard = await someone().says(typed);
      expect(heard).toContain(`${grouped(REVOKED)} đã bị thu hồi`);
      expect(heard).not.toContain("Giấy thật");
    }
    expect(await someone().says(SAMPLE)).toContain("dữ liệu mẫu, không phải của người thật");
    for (const typed of [...ways("Y8U7Q6K4A2B4"), ...ways("Q2M8P3P9"), "MOI 7K2P9XY4"])
      expect(await someone().says(typed), typed).toContain("Không thấy mã này");
  });

  test("the certificate page and picture read it the same way", async () => {
    for (const typed of [NEW, grouped(NEW), grouped(NEW).replaceAll(" ", "-"), NEW.toLowerCase(), `mã ${NEW}`]) {
      const page = await fetch(`${town.url}/xac-minh/${encodeURIComponent(typed)}`);
      expect(page.status, typed).toBe(200);
      expect(await page.text()).toContain(grouped(NEW));
    }
    expect((await fetch(`${town.url}/giay/${encodeURIComponent(grouped(OLD))}.png`)).status).toBe(200);
  });
});
