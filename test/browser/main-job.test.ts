import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureFirstAdmin } from "../../src/desk/first-admin.ts";
import { cleaned } from "../../src/people/clean.ts";
import { addVillages, type RunningHouse, startHouse } from "../house/house.ts";
import { browser } from "./browser.ts";
import { enterByLink } from "./enter.ts";

const commune = "phu-binh-thai-nguyen";
let town: RunningHouse;
let chromium: Browser;
let phone: BrowserContext;
let page: Page;

beforeAll(async () => {
  town = await startHouse();
  await addVillages(town.house);
  chromium = await browser();
  phone = await chromium.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: "vi-VN",
  });
  page = await phone.newPage();
});
afterAll(async () => {
  await chromium?.close();
  await town?.close();
});

const spoken = (text: string): string => text.replaceAll("{{you}}", "bác").replaceAll("{{You}}", "Bác");

/** Presses the choice with these words in the newest message, and waits until another message answers it. */
const press = async (label: string | RegExp): Promise<void> => {
  const before = await page.locator("article.message").count();
  await page.locator("article.message").last().getByRole("button", { name: label }).first().click();
  await page.locator("article.message").nth(before).waitFor();
};

const clean = async (on: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page: on }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`)).toEqual([]);
};

const noSideways = async (on: Page): Promise<void> => {
  expect(await on.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
};

describe("the main job in a real browser, whole house", () => {
  test("a resident on a 360 px phone agrees, picks a village, takes a lesson and passes its quiz", async () => {
    await page.goto(`${town.url}/chat?commune=${commune}`);
    await page.getByText("Chào bác!").first().waitFor();
    await clean(page);
    await press(/Xem tất cả/);
    await press(/Việc của tôi/);
    await press(/Cho xã lưu/);
    await press(/Đồng ý lưu/);
    await press(/65 trở lên/);
    await press(/Xóm Mẫu 2/);
    await press(/nghỉ hưu/);
    const before = await page.locator("article.message").count();
    await page.getByRole("textbox").fill("Hoa");
    await page.keyboard.press("Enter");
    await page.locator("article.message").nth(before).waitFor();
    await press(/^3?\s*Bác$/);
    await page.getByText("Bác Hoa muốn làm gì?").waitFor();
    await noSideways(page);
    await press(/Học bài mới/);
    await press(/Mật khẩu, passcode/);
    const lesson = town.house.taught.library.items.find((i) => i.code === "BAI2");
    if (lesson?.kind !== "lesson") throw new Error("BAI2");
    // A step is as many messages as it is cut into.
    for (let i = 0; i < 60 && (await page.getByText(/Câu 1\//).count()) === 0; i++) {
      await noSideways(page);
      await press(/Xong|Xem tiếp/);
    }
    for (const [i, item] of lesson.quiz.items.entries()) {
      const right = item.options.find((o) => o.right)?.text.vi ?? "";
      await press(spoken(right));
      await press(i === lesson.quiz.items.length - 1 ? /Xem kết quả/ : /Câu tiếp theo/);
    }
    await page.getByText("Chúc mừng bác Hoa!").first().waitFor();
    await clean(page);
  });

  test("a reload keeps the talk and the place", async () => {
    await page.reload();
    await page.getByText("Chúc mừng bác Hoa!").first().waitFor();
    await press(/Được, cứ hỏi lại/);
    await page.getByText("Xem tranh tóm tắt").first().waitFor();
  });

  test("she sees the lesson in one picture, of her own commune, and the picture is there", async () => {
    await press(/Xem tranh tóm tắt/);
    const picture = page.locator("article.message").last().locator("img");
    expect(await picture.getAttribute("src")).toMatch(
      /^\/hinh\/tranh\.giu-ma-otp\.[\w-]{8}\.phu-binh-thai-nguyen\.vi\.png$/,
    );
    expect(await picture.getAttribute("alt")).toContain("1. Ba chiếc chìa khóa trong máy");
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1080);
    await clean(page);
  });

  test("she goes on to a guide, step by step, each with its picture", async () => {
    await press(/Về menu/);
    await press(/VNeID/);
    await press(/Cài và kích hoạt/);
    for (let i = 0; i < 9 && (await page.getByText("Bước 1/7").count()) === 0; i++) await press(/bắt đầu|Xem tiếp/);
    await page.getByText("Bước 1/7").first().waitFor();
    const card = page.locator("article.message").last().locator("img");
    expect(await card.getAttribute("alt")).toContain("Hình minh họa");
    await expect.poll(() => card.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);
    await page.reload();
    await page.getByText("Bước 1/7").first().waitFor();
  });

  test("the next day she is asked again, answers, and ends it in one press the day after", async () => {
    const lesson = town.house.taught.library.items.find((i) => i.code === "BAI2");
    if (lesson?.kind !== "lesson") throw new Error("BAI2");
    town.clock.skip(25 * 3_600_000);
    await page.getByText("Mình ôn lại vài câu").waitFor();
    await page.getByText("Câu 1/3").last().waitFor();
    await noSideways(page);
    await clean(page);
    for (let n = 1; n <= 3; n++) {
      const asked = (await page.locator("article.message").last().textContent()) ?? "";
      const item = lesson.quiz.items.find((q) => asked.includes(spoken(q.ask.vi)));
      const right = spoken(item?.options.find((o) => o.right)?.text.vi ?? "");
      await press(right);
      await press(/Đi tiếp/);
    }
    await page.getByText("Bác nhớ ngay 3/3 câu").waitFor();
    town.clock.skip(25 * 3_600_000);
    await page.getByText("Mình ôn lại vài câu").nth(1).waitFor();
    await press(/Thôi, không hỏi nữa/);
    await page.getByText("trợ lý này không hỏi lại nữa").waitFor();
    await clean(page);
  });

  test("the officer sees her counted, enters how many adults there are, and the public page says the same", async () => {
    const { link } = await ensureFirstAdmin({
      store: town.house.desk,
      clock: town.house.now,
      id: town.house.id,
      secret: town.house.secret,
      publicUrl: town.url,
    });
    const desk = await (
      await chromium.newContext({ viewport: { width: 1366, height: 768 }, locale: "vi-VN" })
    ).newPage();
    await desk.goto(link ?? "");
    await enterByLink(desk, town.house.now());
    await desk.goto(`${town.url}/desk/${commune}`);
    await desk.getByText("chưa nhập số dân", { exact: false }).first().waitFor();
    await clean(desk);
    await town.house.desk.addDenominator(
      commune,
      { id: "d1", population: "adults", village: null, value: 200, asOf: "2026-11-01", source: cleaned("Công an xã") },
      { staff: "test", name: "Cán bộ", at: town.house.now() },
    );
    await expect
      .poll(
        async () => {
          await desk.reload();
          return ((await desk.locator("body").textContent()) ?? "").includes("1 / 200");
        },
        { timeout: 150_000, interval: 1_000 },
      )
      .toBe(true);
    const open = await (await chromium.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await open.goto(`${town.url}/ket-qua/${commune}`);
    await clean(open);
    await noSideways(open);
  });
});
