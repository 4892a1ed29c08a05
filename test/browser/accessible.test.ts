import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browser } from "./browser.ts";
import { type House, house } from "./house.ts";

let chromium: Browser;
let home: House;
beforeAll(async () => {
  [chromium, home] = await Promise.all([browser(), house()]);
});
afterAll(async () => {
  await chromium.close();
  await home.close();
});

const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    (v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`,
  );
const open = async (page: Page, code: string) => {
  await page.goto(`${home.address}/chat?commune=xa-mau&code=${code}`);
  await page.locator("article").first().waitFor();
};

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  it("axe finds nothing on any screen", async () => {
    const page = await (
      await chromium.newContext({ viewport: { width: 360, height: 740 }, colorScheme, reducedMotion: "reduce" })
    ).newPage();
    for (const code of ["greeting", "menu", "step", "question", "person", "certificate"]) {
      await open(page, code);
      expect([code, ...(await faults(page))]).toEqual([code]);
    }
    await open(page, "question");
    await page.getByRole("button", { name: "Đọc mã" }).last().click();
    await page.getByRole("button", { name: "Thử lại" }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("button", { name: /Học bài mới Mỗi bài/ }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole("textbox").fill("xin chào");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Gửi lại" }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });

  it("axe finds nothing on the home page", async () => {
    const page = await (await chromium.newContext({ viewport: { width: 360, height: 740 }, colorScheme })).newPage();
    await page.goto(home.address);
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });
});

describe("without a pointer", () => {
  it("goes the whole way by Tab and Enter, and never loses its place", async () => {
    const page = await chromium.newPage({ viewport: { width: 390, height: 844 } });
    await open(page, "menu");
    const tabTo = async (name: RegExp) => {
      for (let n = 0; n < 30; n += 1) {
        if (name.test((await page.evaluate(() => document.activeElement?.textContent)) ?? "")) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`${name} cannot be reached by Tab`);
    };
    await tabTo(/^Học tiếp/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Gõ 2 số"));
    await tabTo(/Xong, sang bước 4/);
    expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).toBe("solid");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Có người gọi"));
    await page.context().close();
  });

  it("takes digits as the choices they name, but not while typing", async () => {
    const page = await chromium.newPage({ viewport: { width: 390, height: 844 } });
    await open(page, "menu");
    await page.keyboard.press("3");
    await page.getByRole("heading", { name: "Gõ 2 số" }).waitFor();
    await page.keyboard.press("9");
    await page.getByRole("heading", { name: /Đã báo/ }).waitFor();
    expect(home.inbounds.at(-1)?.content).toMatchObject({ kind: "press", key: "/9" });
    const before = home.inbounds.length;
    await page.getByRole("textbox").fill("");
    await page.keyboard.type("0 8");
    expect(await page.getByRole("textbox").inputValue()).toBe("0 8");
    expect(home.inbounds).toHaveLength(before);
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: /Đã báo/ }).click();
    await page.keyboard.press("0");
    await page.getByRole("heading", { name: "Bác Hoa muốn làm gì?" }).last().waitFor();
    await page.context().close();
  });

  it("announces an answer once: politely to whoever types, by focus to whoever presses", async () => {
    const page = await chromium.newPage();
    await open(page, "greeting");
    const log = page.getByRole("log");
    expect(await log.getAttribute("aria-live")).toBe("polite");
    await page.getByRole("textbox").fill("menu");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Bác Hoa muốn làm gì?" }).last().waitFor();
    expect(await log.getAttribute("aria-live")).toBe("polite");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    let live: string | null = null;
    await page.route("**/chat/messages", async (route) => {
      live = await log.getAttribute("aria-live");
      await route.continue();
    });
    await page.getByRole("button", { name: /^Học tiếp/ }).click();
    await page.waitForFunction(() => document.activeElement?.tagName === "H2");
    expect(live).toBe("off");
    await page.waitForFunction(() => document.getElementById("log")?.getAttribute("aria-live") === "polite");
    await page.context().close();
  });
});
