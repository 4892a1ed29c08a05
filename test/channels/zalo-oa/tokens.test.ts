import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { consented, consentLink, startTokens, tokenState } from "../../../src/channels/zalo-oa/index.ts";
import { tokens } from "../../../src/channels/zalo-oa/tokens.ts";
import { keyBeside, seal } from "../../../src/store/sqlite/zalo/seal.ts";
import { zaloOn } from "../../../src/store/sqlite/zalo/zalo.ts";
import { day, hour, stage } from "./kit.ts";

const office = "/v4/oa/access_token";

test("tokens lie sealed on the disk, and open only with the key and at their place", async () => {
  const s = await stage();
  const { access, refresh } = (await s.zalo.tokens.read(s.connection.id)) ?? { access: "", refresh: "" };
  s.store.db.pragma("wal_checkpoint(TRUNCATE)");
  const dir = dirname(s.store.db.name);
  const files = readdirSync(dir);
  for (const file of files) {
    const bytes = readFileSync(join(dir, file)).toString("latin1");
    for (const secret of [access, refresh]) expect([file, bytes.includes(secret)]).toEqual([file, false]);
  }
  expect(statSync(join(dir, "tokens.key")).mode & 0o777).toBe(0o600);
  expect(keyBeside(s.store.db.name)).toEqual(keyBeside(s.store.db.name));
  expect(await zaloOn(s.store.db, Buffer.alloc(32, 1)).tokens.read(s.connection.id)).toBe(null);
  const box = seal(Buffer.alloc(32, 2));
  const shut = box.shut("secret", "a");
  expect([box.open(shut, "a"), box.open(shut, "b"), box.open(shut.subarray(0, 20), "a")]).toEqual([
    "secret",
    null,
    null,
  ]);
});

test("renewed five hours ahead, by one of two processes", async () => {
  const s = await stage();
  const other = tokens({ ...s.deps, holder: "other" });
  const mine = tokens(s.deps);
  s.clock.now += 19 * hour;
  await Promise.all([mine.tend(s.connection), other.tend(s.connection)]);
  expect(s.fake.of(office)).toHaveLength(0);
  s.clock.now += 2 * hour;
  const both = await Promise.all([mine.tend(s.connection), other.tend(s.connection)]);
  expect(s.fake.of(office)).toHaveLength(1);
  expect(both.filter((r) => r.ok)).toHaveLength(1);
  const now = await Promise.all([mine.tend(s.connection), other.tend(s.connection)]);
  expect(now.map((r) => r.ok && r.value)).toEqual(["fake-access-2", "fake-access-2"]);
  expect(s.fake.of(office)).toHaveLength(1);
});

test.each([
  [{ kind: "status", status: 503 }],
  [{ kind: "html", status: 200 }],
  [{ kind: "truncated" }],
  [{ kind: "error", code: -32 }],
  [{ kind: "reset", when: "read" }],
] as const)("the token address in trouble (%o): the refresh token is kept and tried later, not at once", async (fault) => {
  const s = await stage();
  s.clock.now += 21 * hour;
  s.fake.fault(fault, { on: office });
  const held = tokens(s.deps);
  const carriedOut = fault.kind === "truncated";
  for (let i = 0; i < 3; i++)
    expect(await held.tend(s.connection)).toMatchObject({ ok: false, fault: { code: "SEND_RETRY" } });
  expect(s.fake.of(office)).toHaveLength(1);
  s.clock.now += 11_000;
  expect((await held.tend(s.connection)).ok).toBe(!carriedOut);
});

test("a refusal is told once, kept, and shown with hours left while the old token lives", async () => {
  const s = await stage();
  s.fake.revoke();
  s.clock.now += 21 * hour;
  const held = tokens(s.deps);
  for (let i = 0; i < 3; i++) await held.tend(s.connection);
  expect(s.fake.of(office)).toHaveLength(1);
  expect(s.raised.map((r) => r.code)).toEqual(["SEND_UNAUTHORISED"]);
  expect(await tokenState(s.deps, s.connection)).toMatchObject({
    state: "consent",
    text: { vi: expect.stringContaining("4 giờ"), en: expect.stringContaining("4 hours") },
  });
  expect(await held.current(s.connection)).toMatchObject({ ok: true });
});

test("14 days before the refresh token ends staff are warned", async () => {
  const s = await stage();
  s.clock.now += 75 * day;
  expect(await tokenState(s.deps, s.connection)).toMatchObject({ state: "good", text: null });
  s.clock.now += day;
  expect(await tokenState(s.deps, s.connection)).toMatchObject({
    state: "soon",
    days: 14,
    text: { vi: expect.stringContaining("14 ngày") },
  });
  s.clock.now += 15 * day;
  expect(await tokenState(s.deps, s.connection)).toMatchObject({ state: "consent" });
});

test("the owner consents again by the link: the code is good once, and only where we sent somebody", async () => {
  const s = await stage();
  s.fake.revoke();
  const callback = "https://xa-mau.example/zalo/callback";
  const link = await consentLink(s.deps, s.connection, callback);
  const back = await fetch(link.ok ? link.value : "", { redirect: "manual" });
  const url = new URL(back.headers.get("location") ?? "");
  const given = {
    code: url.searchParams.get("code") ?? "",
    state: url.searchParams.get("state") ?? "",
    oaId: url.searchParams.get("oa_id") ?? undefined,
  };
  const find = () => s.connection;
  expect(await consented(s.deps, find, { ...given, state: "made up" })).toMatchObject({
    ok: false,
    fault: { code: "NOT_ALLOWED" },
  });
  expect(await consented(s.deps, find, given)).toEqual({ ok: true, value: s.connection.id });
  expect(await consented(s.deps, find, given)).toMatchObject({ ok: false });
  expect(await tokenState(s.deps, s.connection)).toMatchObject({ state: "good" });
  expect(await tokens(s.deps).current(s.connection)).toMatchObject({ ok: true });
});

test("startTokens takes the settings once and looks again and again", async () => {
  const s = await stage();
  const pair = s.fake.grant();
  const connection = {
    ...s.connection,
    id: "other",
    settings: { ...s.connection.settings, refreshToken: pair.refresh_token },
  };
  const looks: (() => void)[] = [];
  const stop = await startTokens(
    {
      ...s.deps,
      every: (_ms, run) => {
        looks.push(run);
        return () => void looks.splice(0);
      },
      failed: (e) => {
        throw e;
      },
    },
    [connection],
  );
  expect((await s.zalo.tokens.read("other"))?.access).toBe("fake-access-3");
  await startTokens(
    {
      ...s.deps,
      every: () => () => {},
      failed: (e) => {
        throw e;
      },
    },
    [connection],
  );
  expect((await s.zalo.tokens.read("other"))?.access).toBe("fake-access-3");
  expect(looks).toHaveLength(1);
  stop();
  expect(looks).toHaveLength(0);
});
