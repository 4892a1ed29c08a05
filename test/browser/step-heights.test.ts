import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { realLibrary } from "../universe.ts";
import { browser } from "./browser.ts";
import { type House, house } from "./house.ts";
import { heightsOf, toldIn } from "./step-heights.ts";

let chromium: Browser;
let home: House;

beforeAll(async () => {
  [chromium, home] = await Promise.all([browser(), house()]);
});
afterAll(async () => {
  await chromium.close();
  await home.close();
});

/** Somebody of 68 does not scroll to find the button: what is told and every way on are on the screen together. */
test.each([
  "vi",
  "en",
] as const)("every message of every lesson, guide and safety topic stands on a screen of 360×640 whole, in %s", async (language) => {
  const page = await chromium.newPage({ viewport: { width: 360, height: 640 } });
  await page.goto(`${home.address}/chat?commune=xa-mau&code=menu`);
  await page.getByRole("button", { name: /Kích hoạt VNeID/ }).click();
  await page.locator(".progress").waitFor();
  // A certificate is there to be looked at; what comes after it may be scrolled to.
  const told = toldIn(realLibrary(), language).filter(({ name }) => !name.endsWith(" certificate"));
  const heights = await heightsOf(page, told, language);
  await page.close();
  expect(told.filter(({ message }) => message.progress?.unit === "step").length).toBeGreaterThan(500);
  expect(Math.min(...heights), "something was drawn").toBeGreaterThan(0.1);
  const higher = told.flatMap(({ name }, i) => ((heights[i] ?? 9) > 1 ? [`${name} ${heights[i]?.toFixed(2)}`] : []));
  expect(higher).toEqual([]);
});
