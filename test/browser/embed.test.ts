import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { browser } from "./browser.ts";
import { type House, house } from "./house.ts";

let chromium: Browser;
let home: House;
let portal: Server;
let address = "";
beforeAll(async () => {
  [chromium, home] = await Promise.all([browser(), house()]);
  // Another site (another name of this machine), with rules of its own and looks that would break ours.
  portal = createServer((_, response) => {
    response.setHeader(
      "content-security-policy",
      `default-src 'none'; script-src ${home.address}; frame-src ${home.address}; style-src 'self'`,
    );
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="vi"><head><title>Cổng thông tin xã</title><script src="${home.address}/nhung.js" data-commune="xa-mau" async></script></head><body><main><h1>Cổng thông tin xã</h1></main></body></html>`,
    );
  });
  await new Promise<void>((done) => portal.listen(0, "127.0.0.1", done));
  address = `http://localhost:${(portal.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await chromium.close();
  await home.close();
  portal.close();
});

const opened = async (page: Page) => {
  await page.goto(address);
  await page.getByRole("button", { name: "Hỏi trợ lý học số của xã" }).click();
  const frame = page.frameLocator("iframe");
  await frame.getByRole("button", { name: "Đồng ý lưu" }).waitFor();
  const size = await page.locator("iframe").boundingBox();
  expect(size?.width).toBeGreaterThanOrEqual(390);
  expect(size?.height).toBeGreaterThan(600);
  return frame;
};

it("talks inside another site's page, and keeps the talk over a reload without a cookie", async () => {
  const page = await chromium.newPage({ viewport: { width: 390, height: 844 } });
  const frame = await opened(page);
  await frame.getByRole("button", { name: "Đồng ý lưu" }).click();
  await frame.getByRole("heading", { name: "Bác Hoa muốn làm gì?" }).waitFor();
  expect(await page.context().cookies(home.address)).toEqual([]);
  await page.reload();
  await page.getByRole("button", { name: "Hỏi trợ lý học số của xã" }).click();
  await page.frameLocator("iframe").getByRole("heading", { name: "Bác Hoa muốn làm gì?" }).waitFor();
  expect(new Set(home.inbounds.map((i) => i.chat)).size).toBe(1);
  await page.context().close();
});

it("closes with Escape from inside and outside, and gives the focus back", async () => {
  const page = await chromium.newPage({ viewport: { width: 1366, height: 768 } });
  const frame = await opened(page);
  await frame.getByRole("button", { name: "Đồng ý lưu" }).focus();
  await page.keyboard.press("Escape");
  const button = page.getByRole("button", { name: "Hỏi trợ lý học số của xã" });
  await button.waitFor();
  expect(await button.getAttribute("aria-expanded")).toBe("false");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Đóng trợ lý" }).waitFor();
  await page.getByRole("heading", { name: "Cổng thông tin xã" }).click();
  await page.keyboard.press("Escape");
  await button.waitFor();
  await page.context().close();
});

it("leaves nothing in the portal's globals, loads nothing before it is asked, and is axe-clean", async () => {
  const page = await chromium.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.route("**/nhung.js", async (route) => {
    await page.evaluate(() => Object.assign(window, { names: Object.getOwnPropertyNames(window) }));
    await route.continue();
  });
  await page.goto(address);
  await page.getByRole("button", { name: "Hỏi trợ lý học số của xã" }).waitFor();
  const added = await page.evaluate(() =>
    Object.getOwnPropertyNames(window).filter(
      (name) => name !== "names" && !(window as unknown as { names: string[] }).names.includes(name),
    ),
  );
  expect(added).toEqual([]);
  expect(asked.filter((path) => path.startsWith("/chat"))).toEqual([]);
  const bare = await chromium.newContext({ bypassCSP: true });
  const checked = await bare.newPage();
  await checked.goto(address);
  await checked.getByRole("button", { name: "Hỏi trợ lý học số của xã" }).waitFor();
  expect((await new AxeBuilder({ page: checked }).analyze()).violations.map((v) => v.id)).toEqual([]);
  await bare.close();
  await page.context().close();
});
