import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { consented, consentLink } from "../../../src/channels/zalo-oa/consent.ts";
import { probe } from "../../../src/channels/zalo-oa/probe.ts";
import { startTokens } from "../../../src/channels/zalo-oa/start-tokens.ts";
import { tokenState } from "../../../src/channels/zalo-oa/token-state.ts";
import { tokens } from "../../../src/channels/zalo-oa/tokens.ts";
import { keyBeside, sealer } from "../../../src/store/sqlite/zalo/seal.ts";
import { zaloOn } from "../../../src/store/sqlite/zalo/zalo.ts";
import { messageOf } from "../message-of.ts";
import { bac, day, hour, stage } from "./kit.ts";

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
  const box = sealer(Buffer.alloc(32, 2));
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

test("a refusal after which nothing can be sent any more says so, and does not promise hours", async () => {
  const s = await stage();
  s.fake.revoke();
  s.clock.now += 21 * hour;
  const held = tokens(s.deps);
  for (let i = 0; i < 3; i++) await held.tend(s.connection);
  expect(s.fake.of(office)).toHaveLength(1);
  expect(s.raised.map((r) => r.code)).toEqual(["SEND_UNAUTHORISED"]);
  expect(await tokenState(s.deps, s.connection)).toMatchObject({
    state: "consent",
    text: { vi: expect.stringContaining("Hiện không gửi được tin"), en: expect.stringContaining("No messages go out") },
  });
  expect(await held.current(s.connection)).toMatchObject({ ok: false, fault: { code: "SEND_UNAUTHORISED" } });
});

test("a refusal is told once, kept, and shown with hours left while the old token lives", async () => {
  const s = await stage();
  s.clock.now += 21 * hour;
  s.fake.fault({ kind: "error", code: -14014 }, { on: office });
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
    tokens(s.deps),
    {
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
    tokens(s.deps),
    {
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

test("however the first second goes, a pair is spent once: start, sends, probe and a second process together", async () => {
  for (let round = 0; round < 50; round++) {
    const s = await stage();
    s.clock.now += 26 * hour;
    s.came();
    const clash = tokens({ ...s.deps, holder: s.deps.holder });
    const none = { every: () => () => {}, failed: (error: unknown) => void expect(error).toBeUndefined() };
    const spoken = messageOf({ blocks: [{ kind: "text", text: "Chào bác" }], token: `t${round}` });
    const parts = [
      () => startTokens(s.deps.held, none, [s.connection]),
      () => s.channel.send(spoken, bac, s.connection),
      () => s.channel.send({ ...spoken, token: "u" }, bac, s.connection),
      () => probe(s.deps, s.connection),
      () => clash.current(s.connection),
    ];
    // Another order each time.
    for (let i = 0; i < round % parts.length; i++) parts.push(...parts.splice(0, 1));
    await Promise.all(parts.map((part) => part()));
    expect(s.fake.of(office), `round ${round}`).toHaveLength(1);
    expect(s.raised).toEqual([]);
    expect(await tokenState(s.deps, s.connection)).toMatchObject({ state: "good" });
    await s.fake.close();
    s.store.close();
  }
});

test("a wrong app secret costs no token: it is named, said once, and the same pair serves once it is right", async () => {
  const s = await stage();
  const wrong = { ...s.connection, settings: { ...s.connection.settings, appSecret: "a typo" } };
  s.clock.now += 21 * hour;
  const held = tokens(s.deps);
  for (let i = 0; i < 3; i++) {
    await held.tend(wrong);
    s.clock.now += 30_000;
  }
  expect(s.raised.map((r) => r.code)).toEqual(["CONFIG_INVALID"]);
  expect(s.raised[0]?.cause).toContain("ZALO_OA_APP_SECRET");
  expect(await tokenState(s.deps, wrong)).toMatchObject({
    state: "app",
    text: { vi: expect.stringContaining("ZALO_OA_APP_SECRET") },
  });
  // The access token still serves meanwhile.
  expect(await held.current(wrong)).toMatchObject({ ok: true });
  const restarted = tokens(s.deps);
  expect(await restarted.tend(s.connection)).toMatchObject({ ok: true, value: "fake-access-2" });
  expect(await tokenState(s.deps, s.connection)).toMatchObject({ state: "good" });
});

test("a refusal in words nobody knows is tried again when the secret changed, and not before", async () => {
  const s = await stage();
  const wrong = { ...s.connection, settings: { ...s.connection.settings, appSecret: "a typo" } };
  s.clock.now += 21 * hour;
  s.fake.fault({ kind: "error", code: -99999 }, { on: office });
  const held = tokens(s.deps);
  for (let i = 0; i < 3; i++) {
    await held.tend(wrong);
    s.clock.now += 60_000;
  }
  expect(s.fake.of(office)).toHaveLength(1);
  expect(await tokens(s.deps).tend(s.connection)).toMatchObject({ ok: true, value: "fake-access-2" });
});

test("a refusal kept by an earlier release is still one", async () => {
  const s = await stage();
  s.store.db.prepare("UPDATE zalo_tokens SET refused = '-118 from the token address'").run();
  expect(await tokenState(s.deps, s.connection)).toMatchObject({ state: "consent" });
});
