import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { signingKey } from "../../src/app/secret.ts";
import { newWho } from "../../src/channels/web/who.ts";
import { takeBackup } from "../../src/store/backup/take.ts";
import { makePrivate } from "../../src/store/private-files.ts";
import { type HostileHouse, hostileHouse } from "./house.ts";

let home: HostileHouse | null = null;
afterEach(async () => {
  await home?.close();
  home = null;
});

const https = { PUBLIC_URL: "https://hoc.example.vn" };
const chat = "/chat?commune=phu-binh-thai-nguyen";
const cookiesOf = (header: string | string[] | number | undefined): string[] => [header ?? []].flat().map(String);

it("over https gives every cookie a name no other host can set, and says to stay with https", async () => {
  home = await hostileHouse(https);
  for (const url of [chat, "/desk/dang-nhap", "/desk/ngon-ngu/en"]) {
    const answer = await home.app.inject({ url });
    expect(answer.headers["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
    const set = cookiesOf(answer.headers["set-cookie"]);
    expect(set.length, url).toBeGreaterThan(0);
    for (const cookie of set) {
      expect(cookie).toMatch(/^__Host-[a-z_-]+=/);
      expect(cookie).toMatch(/; Path=\/(;|$)/);
      expect(cookie).toMatch(/; Secure(;|$)/);
      expect(cookie).not.toMatch(/domain=/i);
    }
  }
});

it("without https keeps plain names and promises nothing", async () => {
  home = await hostileHouse();
  const answer = await home.app.inject({ url: chat });
  expect(String(answer.headers["set-cookie"])).toMatch(/^talk=/);
  expect(answer.headers["strict-transport-security"]).toBeUndefined();
});

it("knows a browser by its old cookie until it has the new one, and then by the new one alone", async () => {
  home = await hostileHouse(https);
  const key = signingKey(home.house.config.dataDir);
  const [mine, other] = [newWho(key), newWho(key)];
  const visit = (cookie: string) => home?.app.inject({ url: chat, headers: { cookie } });
  const old = await visit(`talk=${mine.token}`);
  expect(String(old?.headers["set-cookie"])).toContain(`__Host-talk=${mine.token}`);
  const both = await visit(`talk=${other.token}; __Host-talk=${mine.token}`);
  expect(String(both?.headers["set-cookie"])).toContain(`__Host-talk=${mine.token}`);
});

it("keeps somebody at the desk who came with the old cookie, and gives them the new one", async () => {
  home = await hostileHouse(https);
  const answer = await home.app.inject({ url: "/desk", headers: { cookie: "desk=old-key; desk_form=tossed" } });
  const set = cookiesOf(answer.headers["set-cookie"]);
  expect(set).toContain("__Host-desk=old-key; Path=/; HttpOnly; SameSite=Lax; Secure");
  // The token of a form may not come from another host, whatever its name was before.
  expect(set.join()).not.toContain("tossed");
  const again = await home.app.inject({ url: "/desk", headers: { cookie: "__Host-desk=old-key" } });
  expect(cookiesOf(again.headers["set-cookie"]).join()).not.toContain("desk=old-key");
});

it("lets nobody guess at types, load or frame what is no page: page, picture, file, table, JSON, error, redirect", async () => {
  home = await hostileHouse();
  for (const url of [
    "/",
    chat,
    "/chat",
    "/healthz",
    "/readyz",
    "/metrics",
    "/nhung.js",
    "/manifest.webmanifest",
    "/chat-sw.js",
    "/chat/shell",
    "/tranh/zalo-co-ban.png",
    "/ket-qua/phu-binh-thai-nguyen.csv",
    "/tep/manifest.json",
    "/tep/none.js",
    "/chat/messages",
    "/none",
    "/%E0%A4%A",
    `/xac-minh/${"a".repeat(300)}`,
    "/desk",
    "/webhooks/telegram/none",
  ]) {
    const { headers } = await home.app.inject({ url });
    expect(headers["x-content-type-options"], url).toBe("nosniff");
    expect(headers["content-security-policy"], url).toMatch(/^default-src 'none';.*frame-ancestors/);
    expect(headers["referrer-policy"], url).toMatch(/^(no-referrer|same-origin)$/);
  }
});

it("shows the machine's figures to the machine, or to who has the token, and to nobody a proxy passes on", async () => {
  home = await hostileHouse({ METRICS_TOKEN: "a-token-of-sixteen" });
  const ask = async (remoteAddress: string, headers: Record<string, string> = {}) =>
    (await home?.app.inject({ url: "/metrics", remoteAddress, headers }))?.statusCode;
  expect(await ask("127.0.0.1")).toBe(200);
  expect(await ask("::1")).toBe(200);
  expect(await ask("::ffff:127.0.0.1")).toBe(200);
  expect(await ask("203.0.113.5")).toBe(403);
  expect(await ask("203.0.113.5", { "x-forwarded-for": "127.0.0.1" })).toBe(403);
  for (const name of ["x-forwarded-for", "x-real-ip", "forwarded", "via"])
    expect(await ask("127.0.0.1", { [name]: "127.0.0.1" }), name).toBe(403);
  expect(await ask("203.0.113.5", { authorization: "Bearer a-token-of-sixteen" })).toBe(200);
  expect(await ask("127.0.0.1", { "x-forwarded-for": "9.9.9.9", authorization: "Bearer a-token-of-sixteen" })).toBe(
    200,
  );
  expect(await ask("203.0.113.5", { authorization: "Bearer a-token-of-sixteem" })).toBe(403);
  expect(await ask("203.0.113.5", { authorization: "a-token-of-sixteen" })).toBe(403);
});

it("without a token no word opens them", async () => {
  home = await hostileHouse();
  for (const authorization of ["Bearer", "Bearer null", "Bearer undefined", "Bearer x"])
    expect(
      (await home.app.inject({ url: "/metrics", remoteAddress: "203.0.113.5", headers: { authorization } })).statusCode,
    ).toBe(403);
});

const rights = (path: string): string => (statSync(path).mode & 0o777).toString(8);

it("leaves data to nobody but its user, whatever the umask, and tightens what was made before", async () => {
  const before = process.umask(0);
  const folder = mkdtempSync(join(tmpdir(), "private-"));
  const elsewhere = join(mkdtempSync(join(tmpdir(), "elsewhere-")), "x");
  try {
    writeFileSync(elsewhere, "", { mode: 0o644 });
    symlinkSync(elsewhere, join(folder, "link"));
    for (const name of ["house.db", "signing.key", "sao-luu-2026-11-30.db"]) writeFileSync(join(folder, name), "");
    chmodSync(folder, 0o755);
    makePrivate(folder);
    expect(rights(folder)).toBe("700");
    for (const name of ["house.db", "signing.key", "sao-luu-2026-11-30.db"])
      expect(rights(join(folder, name))).toBe("600");
    expect(rights(elsewhere)).toBe("644");
    process.umask(0);
    home = await hostileHouse();
    await takeBackup({ database: home.house.file, file: join(home.dataDir, "backup.db"), recipient: null });
    signingKey(home.dataDir);
    for (const name of readdirSync(home.dataDir))
      expect([name, rights(join(home.dataDir, name))]).toEqual([name, "600"]);
    expect(readdirSync(home.dataDir)).toEqual(expect.arrayContaining(["backup.db", "house.db", "house.db-wal"]));
    expect(rights(home.dataDir)).toBe("700");
  } finally {
    process.umask(before);
    rmSync(folder, { recursive: true });
  }
});
