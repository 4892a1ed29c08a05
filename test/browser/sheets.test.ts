import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cleaned } from "../../src/people/clean.ts";
import { type RunningHouse, startHouse } from "../house/house.ts";
import { browser } from "./browser.ts";

let town: RunningHouse;
let chromium: Browser;
let page: Page;
beforeAll(async () => {
  [town, chromium] = await Promise.all([startHouse(), browser()]);
  // axe opens a page of its own, so it needs a context and not the browser's first page.
  page = await (await chromium.newContext({ viewport: { width: 360, height: 740 } })).newPage();
});
afterAll(async () => {
  await chromium?.close();
  await town?.close();
});

const guides = () => town.house.taught.library.items.filter((i) => i.kind === "guide");
const get = (path: string) => fetch(`${town.url}${path}`);

test("every guide prints on two pages of A4 at most, in both languages, in type of 14 points and more", {
  timeout: 300_000,
}, async () => {
  const faults: string[] = [];
  for (const guide of guides())
    for (const lang of ["vi", "en"]) {
      await page.goto(`${town.url}/in/${guide.id}?lang=${lang}&commune=phu-xuyen-thai-nguyen`);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const pages = pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
      if (pages < 1 || pages > 2) faults.push(`${guide.id} ${lang}: ${pages} pages`);
      if (!/MediaBox \[0 0 59[45][.\d]* 84[12]/.test(pdf)) faults.push(`${guide.id} ${lang}: not A4`);
      const { small, answers, inside } = await page.evaluate(() => ({
        small: [...document.querySelectorAll(".paper *")].filter(
          (e) => e.closest("svg") === null && Number.parseFloat(getComputedStyle(e).fontSize) < 18.6,
        ).length,
        answers: document.querySelectorAll(".stuck li").length,
        inside: document.documentElement.scrollWidth <= window.innerWidth,
      }));
      if (small > 0) faults.push(`${guide.id} ${lang}: ${small} smaller than 14 points`);
      if (answers < 3) faults.push(`${guide.id} ${lang}: only ${answers} answers for who is stuck`);
      if (!inside) faults.push(`${guide.id} ${lang}: wider than a phone`);
    }
  expect(faults).toEqual([]);
});

test("axe finds nothing on what is printed and sent, at 360 px", { timeout: 180_000 }, async () => {
  for (const path of ["/in", "/in?lang=en", "/in/vneid-cai-dat", "/tranh", "/tranh/giu-ma-otp?lang=en"]) {
    await page.goto(`${town.url}${path}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect([path, ...violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`)]).toEqual([path]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await page.locator("script").count()).toBe(0);
  }
});

test("the picture of a lesson fills one page", async () => {
  await page.goto(`${town.url}/tranh/giu-ma-otp`);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
});

test("a volunteer finds the sheets from the first page, and a poster for anybody keeps its code", async () => {
  await page.goto(town.url);
  await page.getByRole("link", { name: /Tờ hỏi đáp A4/ }).click();
  await page.getByRole("link", { name: /Cài và kích hoạt VNeID/ }).click();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Cài và kích hoạt VNeID");
  const away = await fetch(`${town.url}/chat?code=HD1`, { redirect: "manual" });
  expect(away.headers.get("location")).toBe("/?code=HD1");
  expect(await (await get("/?code=HD1")).text()).toContain("/chat?commune=phu-binh-thai-nguyen&amp;code=HD1");
});

describe("for a commune", () => {
  test("prints its own numbers, and none before staff entered any", async () => {
    const path = "/in/vneid-cai-dat?commune=phu-binh-thai-nguyen";
    expect(await (await get(path)).text()).not.toContain("Số hỗ trợ của xã");
    await town.house.desk.saveSettings(
      "phu-binh-thai-nguyen",
      { contacts: { hotline: cleaned("0900 000 000", ["phone"]), counter: null, police: null, hours: null } },
      { staff: "can-bo", at: town.clock.now() },
    );
    const body = await (await get(path)).text();
    expect(body).toContain("Số hỗ trợ của xã: <b>0900 000 000</b>");
    expect(body).not.toContain("Quầy một cửa:");
    expect(await (await get("/in/vneid-cai-dat?commune=nowhere")).text()).not.toContain("0900 000 000");
  });

  test("offers the city's own application in its own city alone", async () => {
    expect(await (await get("/in?commune=phu-xuyen-thai-nguyen")).text()).not.toContain("/in/ihanoi");
    expect(await (await get("/in?commune=phu-xuyen-ha-noi")).text()).toContain("/in/ihanoi");
  });

  test("draws its picture, by the address people send and by the one the chat shows", async () => {
    const anybody = await (await get("/tranh/giu-ma-otp.png")).arrayBuffer();
    const ours = await get("/tranh/giu-ma-otp.png?commune=phu-binh-thai-nguyen");
    expect([ours.status, ours.headers.get("content-type"), ours.headers.get("cache-control")]).toEqual([
      200,
      "image/png",
      "public, max-age=86400",
    ]);
    const bytes = Buffer.from(await ours.arrayBuffer());
    expect(bytes.equals(Buffer.from(anybody))).toBe(false);
    const shown = await get("/hinh/tranh.giu-ma-otp.00000000.phu-binh-thai-nguyen.vi.png");
    expect(Buffer.from(await shown.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await get("/tranh/giu-ma-otp")).status).toBe(200);
    for (const none of [
      "/tranh/none.png",
      "/tranh/none",
      "/in/none",
      "/tranh/vneid-cai-dat.png",
      "/hinh/tranh.none.00000000..vi.png",
    ])
      expect([none, (await get(none)).status]).toEqual([none, 404]);
  });
});
