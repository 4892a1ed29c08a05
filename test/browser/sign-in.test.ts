import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureFirstAdmin } from "../../src/desk/first-admin.ts";
import { cleaned } from "../../src/people/clean.ts";
import { codeOf } from "../desk/house.ts";
import { type RunningHouse, startHouse } from "../house/house.ts";
import { browser } from "./browser.ts";
import { enterByLink, password } from "./enter.ts";

const commune = "phu-binh-thai-nguyen";
let town: RunningHouse;
let chromium: Browser;
beforeAll(async () => {
  town = await startHouse();
  chromium = await browser();
});
afterAll(async () => {
  await chromium?.close();
  await town?.close();
});

/** Nothing for axe, nothing sideways; with SCREENS set, a picture to look at. */
const good = async (page: Page, name: string) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect([name, ...violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`)]).toEqual([name]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  const folder = process.env.SCREENS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
};

const newLogin = async (name: string) => {
  const { hash } = await import("../../src/desk/hash.ts");
  const key = town.house.secret();
  const at = town.house.now();
  const staff = {
    id: town.house.id(),
    login: cleaned(name),
    name: cleaned("Quản trị mẫu"),
    role: "administrator",
    commune: null,
    villages: null,
  } as const;
  await town.house.desk.addStaff(
    staff,
    { hash: hash(key), expiresAt: at + 60_000 },
    { who: "operator", from: null, at },
  );
  return `${town.url}/desk/vao/${key}`;
};

describe.each([
  ["vi", 1366, 768],
  ["vi", 390, 844],
  ["en", 390, 844],
] as const)("%s at %i px", (language, width, height) => {
  test("from the one-time link to the log, every page is clean", async () => {
    const name = `mau-${language}-${width}`;
    const context = await chromium.newContext({
      viewport: { width, height },
      locale: "vi-VN",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const shot = (what: string) => good(page, `${what}-${language}-${width}`);
    const speak = async () => {
      if (language === "en") await page.goto(`${town.url}/desk/ngon-ngu/en`);
    };
    await page.goto(await newLogin(name));
    await shot("1-link");
    const key = await enterByLink(page, town.house.now());
    await speak();
    await page.goto(`${town.url}/desk/${commune}/tai-khoan`);
    await shot("5-account");
    await page.goto(`${town.url}/desk/${commune}/nhat-ky`);
    await shot("6-log");
    await page.goto(`${town.url}/desk/${commune}/cai-dat`);
    await shot("7-settings");
    await page.goto(`${town.url}/rieng-tu${language === "en" ? "?lang=en" : ""}`);
    await shot("8-terms");
    await page.goto(`${town.url}/desk/${commune}/cai-dat`);
    await page.locator("form[action='/desk/dang-xuat'] button").click();
    await page.waitForURL(/dang-nhap/);
    await shot("2-login");
    await page.locator("input[name=login]").fill(name);
    await page.locator("input[name=password]").fill("sai");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await shot("2-login-wrong");
    await page.locator("input[name=login]").fill(name);
    await page.locator("input[name=password]").fill(password);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk\/ma$/);
    await shot("3-code");
    await page.locator("input[name=code]").fill("000000");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    // The next step: the one of the set-up was taken.
    await page.locator("input[name=code]").fill(codeOf(key, town.house.now() + 30_000));
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk\/[a-z-]+\?|\/desk\/[a-z-]+$/);
    await context.close();
  });

  test("the set-up page and its recovery codes are clean", async () => {
    const context = await chromium.newContext({
      viewport: { width, height },
      locale: "vi-VN",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    await page.goto(await newLogin(`moi-${language}-${width}`));
    if (language === "en") {
      const here = page.url();
      await page.goto(`${town.url}/desk/ngon-ngu/en`);
      await page.goto(here);
    }
    for (const field of await page.locator("input[type=password]").all()) await field.fill(password);
    await page.keyboard.press("Enter");
    await page.waitForURL(/ma-moi/);
    await good(page, `4-set-up-${language}-${width}`);
    await page.locator("input[name=code]").fill("123456");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    const key = (await page.locator("b.link").innerText()).replaceAll(" ", "");
    await page.locator("input[name=code]").fill(codeOf(key, town.house.now()));
    await page.keyboard.press("Enter");
    await page.locator(".codes li").first().waitFor();
    await good(page, `4-recovery-${language}-${width}`);
    await context.close();
  });
});

test("the whole way in goes by keyboard alone", async () => {
  const page = await (await chromium.newContext({ locale: "vi-VN" })).newPage();
  const { link } = await ensureFirstAdmin({
    store: town.house.desk,
    clock: town.house.now,
    id: town.house.id,
    secret: town.house.secret,
    publicUrl: town.url,
  });
  expect(link).toBeNull(); // others have passwords already
  await page.goto(await newLogin("ban-phim"));
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute("name") ?? document.activeElement?.textContent);
  const tabTo = async (what: string) => {
    for (let n = 0; n < 20; n++) {
      if ((await focused()) === what) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`${what} cannot be reached by Tab`);
  };
  await tabTo("password");
  await page.keyboard.type(password);
  await tabTo("again");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/ma-moi/);
  const key = (await page.locator("b.link").innerText()).replaceAll(" ", "");
  await tabTo("code");
  await page.keyboard.type(codeOf(key, town.house.now()));
  await page.keyboard.press("Enter");
  await page.locator(".codes li").first().waitFor();
  await tabTo("Tôi đã chép xong");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/[a-z]/);
});
