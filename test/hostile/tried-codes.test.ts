import { afterEach, beforeEach, expect, test } from "vitest";
import { random } from "../../src/kit/random.ts";
import { grouped, spokenCode } from "../../src/kit/spoken-code.ts";
import { addVillages, type RunningHouse, startHouse } from "../house/house.ts";
import { atWeb, settle } from "./people.ts";

const commune = "phu-binh-thai-nguyen";
const NEW = "Y8U7Q6K4A2B3";
const some = () => spokenCode((below) => Math.floor(random() * below));

let town: RunningHouse;
beforeEach(async () => {
  town = await startHouse();
  await addVillages(town.house);
  town.house.store.db
    .prepare(
      "INSERT INTO certificates (commune, code, learner, track, name, language, issued_at) VALUES (?,?,'p','co-ban','Nguyễn Thị Mẫu','vi',1)",
    )
    .run(commune, NEW);
});
afterEach(() => town.close());

test("wrong, and right but slowed down, are one answer in the chat; it ends by itself", async () => {
  const p = atWeb(town.house, "guesser");
  await settle(p, "Hoa");
  const wrong = await p.says(`MA ${some()}`);
  expect(wrong).toContain("Không thấy mã này");
  for (let n = 1; n < 5; n++) expect(await p.says(`MA ${some()}`)).toBe(wrong);
  expect(await p.says(`MA ${NEW}`)).toBe(wrong);
  expect(await p.opens(NEW)).toBe(wrong);
  town.clock.skip(61_000);
  expect(await p.says(`MA ${NEW}`)).toContain("Nguyễn Thị Mẫu");
});

test("new chats from one address do not help, and neither does the certificate page nor its picture", async () => {
  const address = "127.0.0.1";
  for (let n = 0; n < 30; n++) await atWeb(town.house, `new-${n}`, { address }).opens(some());
  expect(await atWeb(town.house, "new-30", { address }).opens(NEW)).toContain("Không thấy mã này");
  const page = await fetch(`${town.url}/xac-minh/${NEW}`);
  expect(page.status).toBe(404);
  const other = await (await fetch(`${town.url}/xac-minh/${some()}`)).text();
  const bare = (html: string) => html.replace(/[A-Z][2-9A-Z]{11}/g, "CODE");
  expect(bare(await page.text())).toBe(bare(other));
  expect((await fetch(`${town.url}/giay/${NEW}.png`)).status).toBe(404);
  // Somebody at another address notices nothing.
  expect(await atWeb(town.house, "elsewhere").says(grouped(NEW))).toContain("Nguyễn Thị Mẫu");
  town.clock.skip(61_000);
  expect((await fetch(`${town.url}/xac-minh/${NEW}`)).status).toBe(200);
});

test("guesses at the page and at the picture count together with those in the chat", async () => {
  for (let n = 0; n < 18; n++) await fetch(`${town.url}/xac-minh/${some()}`);
  for (let n = 0; n < 12; n++) await fetch(`${town.url}/giay/${some()}.png`);
  expect(await atWeb(town.house, "b", { address: "127.0.0.1" }).says(NEW)).toContain("Không thấy mã này");
});

test("256 guesses in one batch are looked up five times", async () => {
  const connection = `web-${commune}`;
  await Promise.all(
    Array.from({ length: 256 }, (_, n) =>
      town.house.inbox.submit({
        connection,
        key: `k${n}`,
        chat: "batch",
        at: town.house.now(),
        content: { kind: "text", text: n === 200 ? NEW : some() },
      }),
    ),
  );
  const said = await town.house.store.feed.last({ connection, chat: "batch" }, 256);
  expect(JSON.stringify(said)).not.toContain("Nguyễn Thị Mẫu");
  expect(await town.house.metrics.text()).toContain('codes_slowed_total{where="chat"} 251');
});

test("lessons, villages and right codes are never slowed down", async () => {
  const p = atWeb(town.house, "class", { address: "127.0.0.1" });
  await settle(p, "Hoa");
  for (let n = 0; n < 50; n++) {
    await p.says("BAI1", "xóm 2", "câu 2");
    expect(await p.says(grouped(NEW))).toContain("Nguyễn Thị Mẫu");
  }
});
