import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { browser } from "./browser.ts";
import { type House, house } from "./house.ts";

let chromium: Browser;
let home: House;
let context: BrowserContext;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  [chromium, home] = await Promise.all([browser(), house()]);
});
afterAll(async () => {
  await chromium.close();
  await home.close();
});
beforeEach(async () => {
  errors.length = 0;
  context = await chromium.newContext({ viewport: { width: 360, height: 740 } });
  page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
});
afterEach(async () => {
  await context.close();
  expect(errors).toEqual([]);
});

const SHELL = "/chat/shell?commune=xa-mau";
const visit = async (code = "step") => {
  await page.goto(`${home.address}/chat?commune=xa-mau&code=${code}`);
  await page.locator("article").first().waitFor();
};
// `waitForFunction` takes the promise itself for a yes, and the page was left before it had been kept.
const ready = () =>
  expect
    .poll(() =>
      page.evaluate(
        async (shell) => navigator.serviceWorker.controller !== null && (await caches.match(shell)) !== undefined,
        SHELL,
      ),
    )
    .toBe(true);
const kept = () => page.evaluate(() => localStorage.getItem("kept-xa-mau"));
const heading = (name: string | RegExp) => page.getByRole("heading", { name }).last();

it("opens without a network with the lesson one is in, says so, and goes on when it is back", async () => {
  await visit();
  await ready();
  await context.setOffline(true);
  await page.reload();
  await heading("Gõ 2 số").waitFor();
  await page.getByText("Mất mạng. Bác vẫn xem được bài đang học").waitFor();
  expect(await page.locator("figure, .me").count()).toBe(0);
  await page.getByRole("button", { name: "Xong, sang bước 4" }).click();
  await page.getByText("Chưa gửi được").waitFor();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Đọc mã cho họ" }).waitFor();
});

it("without a network and without a lesson says only that", async () => {
  await visit("menu");
  await ready();
  expect(await kept()).toBeNull();
  await context.setOffline(true);
  await page.reload();
  await page.getByText("Mất mạng. Có mạng lại, trang này tự mở tiếp.").waitFor();
  expect(await page.getByText("Bác Hoa").count()).toBe(0);
});

it("keeps the words of steps alone, and nothing that was erased or is another's", async () => {
  await visit();
  const words = await kept();
  expect(words).toContain("Gõ 2 số, rồi bấm Gửi yêu cầu");
  expect(words).not.toMatch(/"picture"|"echo"/);
  home.erase();
  await page.getByRole("button", { name: "Menu" }).click();
  await expect.poll(kept).toBeNull();
  await visit();
  await expect.poll(kept).not.toBeNull();
  await context.clearCookies();
  // A tab of its own: within one, the page knows the person without a cookie.
  page = await context.newPage();
  await page.goto(`${home.address}/chat?commune=xa-mau`);
  await heading(/./).waitFor();
  expect(await kept()).toBeNull();
});

it("shows the new page after a new build, and keeps that one", async () => {
  await visit();
  await ready();
  await page.evaluate(async (shell) => {
    const cache = await caches.open("chat");
    await cache.put(shell, new Response('<p>old</p><script src="/tep/chat-OLD.js">'));
    await cache.put("/tep/chat-OLD.js", new Response("old"));
  }, SHELL);
  await page.reload();
  await heading("Gõ 2 số").waitFor();
  expect(await page.getByText("old", { exact: true }).count()).toBe(0);
  const renewed = () =>
    page.evaluate(async (shell) => {
      const script = document.querySelector("script")?.getAttribute("src") ?? "";
      const page = (await (await caches.match(shell))?.text()) ?? "";
      return page.includes(script) && (await caches.match("/tep/chat-OLD.js")) === undefined;
    }, SHELL);
  await expect.poll(renewed).toBe(true);
});

it("is the same page in a browser that can keep nothing", async () => {
  await page.addInitScript(() => {
    // @ts-expect-error As in browsers without it.
    delete Navigator.prototype.serviceWorker;
  });
  await visit();
  await page.getByRole("button", { name: "Xong, sang bước 4" }).click();
  await page.getByRole("button", { name: "Đọc mã cho họ" }).waitFor();
});

it("offers the home screen after the second lesson, and not again after “Để sau”", async () => {
  await page.addInitScript(() => localStorage.setItem("lessons", "2"));
  await visit("menu");
  await page.evaluate(() => dispatchEvent(new Event("beforeinstallprompt")));
  const line = page.getByText("Bác lưu trang này ra màn hình chính");
  await line.waitFor();
  await page.getByRole("button", { name: "Để sau" }).click();
  expect(await line.count()).toBe(0);
  await page.reload();
  await heading("Bác Hoa muốn làm gì?").waitFor();
  await page.evaluate(() => dispatchEvent(new Event("beforeinstallprompt")));
  await page.waitForFunction(() => document.documentElement.dataset.size === "1");
  expect(await line.count()).toBe(0);
});
