import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPreview } from "../../scripts/preview/start.ts";
import type { Bubble } from "../../scripts/rehearse/phone.ts";
import { browser } from "../browser/browser.ts";

type State = {
  readonly stale: boolean;
  readonly faults: readonly { readonly at: string; readonly says: string; readonly warning: boolean }[];
  readonly columns: readonly { readonly channel: string; readonly bubbles: readonly Bubble[] }[];
};
type Opened = Exclude<Awaited<ReturnType<typeof startPreview>>, { fault: string }>;

const opened = async (file: string, language: "vi" | "en" = "vi"): Promise<Opened> => {
  const preview = await startPreview(file, language);
  if ("fault" in preview) throw new Error(preview.fault);
  return preview;
};
const stateOf = async ({ url }: Opened): Promise<State> => (await fetch(`${url}/state`)).json() as Promise<State>;
const act = ({ url }: Opened, what: object) => fetch(`${url}/do`, { method: "POST", body: JSON.stringify(what) });
const spoken = ({ bubbles }: State["columns"][number]): string => bubbles.map((b) => b.text).join("\n");
const keyOf = ({ bubbles }: State["columns"][number]): string =>
  bubbles.at(-1)?.buttons.find((b) => b.press !== undefined)?.press ?? "";

/** What the page is told while it stands open; `saved` resolves with the next save that was taken in. */
const events = async ({ url }: Opened) => {
  const stop = new AbortController();
  const reader = (await fetch(`${url}/events`, { signal: stop.signal })).body?.getReader();
  const heard = async (): Promise<string> => new TextDecoder().decode((await reader?.read())?.value);
  expect(await heard()).toContain("data: here");
  return { saved: async () => expect(await heard()).toContain("data: saved"), stop: () => stop.abort() };
};

describe("a draft in a folder of its own", { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "draft-"));
  const file = join(folder, "zalo-co-ban.yaml");
  let preview: Opened;
  beforeAll(async () => {
    copyFileSync("content/lessons/zalo-co-ban.yaml", file);
    preview = await opened(file);
  }, 240_000);
  afterAll(async () => {
    await preview.close();
    rmSync(folder, { recursive: true });
  });

  test("opens on four channels, each as it can show it, and a pressed button goes on in all of them", async () => {
    const before = await stateOf(preview);
    expect(before.columns.map((c) => c.channel)).toEqual(["web", "zalo-oa", "zalo-bot", "telegram"]);
    const [web, oa, bot] = before.columns;
    if (!web || !oa || !bot) throw new Error("no columns");
    expect(bot.bubbles.flatMap((b) => b.buttons)).toEqual([]);
    expect(spoken(bot)).toMatch(/^1\. /m);
    expect(spoken(oa)).not.toContain("<b>");
    expect((await act(preview, { press: keyOf(web) })).status).toBe(204);
    const after = await stateOf(preview);
    for (const [i, column] of after.columns.entries()) {
      const was = before.columns[i]?.bubbles.length ?? 0;
      expect(column.bubbles.length, column.channel).toBeGreaterThan(was + 1);
      expect(column.bubbles[was]?.from, column.channel).toBe("me");
    }
    await act(preview, { say: "1" });
    expect((await stateOf(preview)).columns.every((c) => c.bubbles.filter((b) => b.from === "me").length === 2)).toBe(
      true,
    );
    await act(preview, { undo: "last" });
    expect(await stateOf(preview)).toEqual(after);
    expect((await act(preview, { press: "no such key" })).status).toBe(204);
    expect(await stateOf(preview)).toEqual(after);
  });

  test("a picture is drawn; what is no picture is not found", async () => {
    const name = (await stateOf(preview)).columns.flatMap((c) => c.bubbles).find((b) => b.picture)?.picture;
    expect((await fetch(`${preview.url}/picture/${name}`)).headers.get("content-type")).toBe("image/png");
    expect((await fetch(`${preview.url}/picture/none`)).status).toBe(404);
  });

  test("a fault saved is told at once with its line and goes when mended; the place in the conversation stays", async () => {
    const sound = readFileSync(file, "utf8");
    const before = await stateOf(preview);
    expect(before.faults.filter((f) => !f.warning)).toEqual([]);
    const page = await events(preview);
    const line = sound.split("\n").findIndex((l) => l.startsWith("minutes:")) + 1;
    writeFileSync(file, sound.replace(/^minutes:/m, "minuts:"));
    await page.saved();
    const wrong = await stateOf(preview);
    expect(wrong.faults[0]).toEqual({
      at: `${file}:${line}`,
      says: "không có mục “minuts” ở đây; có phải “minutes”?",
      warning: false,
    });
    expect(wrong.stale).toBe(true);
    expect(wrong.columns).toEqual(before.columns);
    writeFileSync(file, sound.replace(/(\n {2}- id: [\s\S]*?vi: ")/u, "$1Đổi: "));
    await page.saved();
    const mended = await stateOf(preview);
    expect(mended.faults.filter((f) => !f.warning)).toEqual([]);
    expect(mended.stale).toBe(false);
    expect(mended.columns.map((c) => c.bubbles.length)).toEqual(before.columns.map((c) => c.bubbles.length));
    writeFileSync(file, sound);
    await page.saved();
    page.stop();
    expect((await stateOf(preview)).columns).toEqual(before.columns);
  });

  test("nobody but this machine's own page reads or types", async () => {
    expect(new URL(preview.url).hostname).toBe("127.0.0.1");
    const asked = (headers: Record<string, string>, method = "GET"): Promise<number> =>
      new Promise((resolve, reject) => {
        const { port } = new URL(preview.url);
        const sent = request({ host: "127.0.0.1", port, path: "/state", method, headers }, (res) => {
          res.resume();
          resolve(res.statusCode ?? 0);
        });
        sent.on("error", reject).end();
      });
    expect(await asked({ host: "evil.example" })).toBe(403);
    expect(await asked({ "sec-fetch-site": "cross-site" }, "POST")).toBe(403);
    expect(await asked({})).toBe(200);
  });

  test("the page shows all of it at 1366, and draws again when the file is saved", async () => {
    const chrome = await browser();
    try {
      const page = await chrome.newPage({ viewport: { width: 1366, height: 768 } });
      await page.goto(preview.url);
      await page.locator(".column .keys button").first().waitFor();
      expect(await page.locator(".column").count()).toBe(4);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(1366);
      const before = await page.locator(".column").first().locator(".b.me").count();
      await page.locator(".column").first().locator(".keys button:enabled").last().click();
      for (const column of await page.locator(".column").all()) await column.locator(".b.me").nth(before).waitFor();
      const sound = readFileSync(file, "utf8");
      writeFileSync(file, sound.replace(/^order:.*$/m, "order: một"));
      await page.locator("#faults .bad code").first().waitFor();
      writeFileSync(file, sound);
      await page.locator("#faults .bad").first().waitFor({ state: "detached" });
    } finally {
      await chrome.close();
    }
  });
});

test("each kind of file opens, in English too; a file that cannot be read opens with its faults", async () => {
  const guide = await opened("content/guides/vneid-cai-dat.yaml", "en");
  const flow = await opened("flows/menu.yaml");
  expect(spoken((await stateOf(guide)).columns[0] ?? { channel: "", bubbles: [] })).toMatch(/\b(?:the|you)\b/i);
  for (const each of [guide, flow]) {
    expect((await stateOf(each)).columns.every((c) => c.bubbles.length > 0)).toBe(true);
    await each.close();
  }
  const folder = mkdtempSync(join(tmpdir(), "draft-"));
  const file = join(folder, "nhap.yaml");
  writeFileSync(file, "kind: safety\ntitle: [\n");
  const broken = await opened(file, "en");
  const state = await stateOf(broken);
  expect(state).toMatchObject({
    stale: true,
    columns: state.columns.map((c) => ({ channel: c.channel, bubbles: [] })),
  });
  expect(state.faults[0]?.at).toMatch(/nhap\.yaml:\d+$/);
  await broken.close();
  rmSync(folder, { recursive: true });
  expect(await startPreview("content/lessons/khong-co.yaml", "vi")).toMatchObject({
    fault: expect.stringContaining("không có tệp"),
  });
  expect(await startPreview("content/tracks/co-ban.yaml", "vi")).toHaveProperty("fault");
  expect(await startPreview("README.md", "en")).toHaveProperty("fault");
}, 240_000);
