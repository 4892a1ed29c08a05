import { expect, test, vi } from "vitest";
import { consented, consentLink } from "../../../src/channels/zalo-oa/consent.ts";
import { sender } from "../../../src/delivery/sender.ts";
import type { Outbox, OutboxRow } from "../../../src/store/outbox.ts";
import { mockClock } from "../../delivery/bench.ts";
import { messageOf } from "../message-of.ts";
import { bac, hour, morning, stage } from "./kit.ts";

/** A busy machine takes longer than the second that is usual. */
const slowly = { timeout: 60_000 };

const outbox: Outbox = {
  queued: async () => [],
  message: async () => null,
  record: async () => {},
  quietOf: () => [],
};
const row: OutboxRow = {
  id: 1,
  commune: "00000",
  connection: "default-zalo-oa",
  account: "a",
  chat: bac,
  priority: 0,
  attempts: 0,
  dueAt: morning,
  message: messageOf({ blocks: [{ kind: "text", text: "Chào bác" }] }),
};

/** A sender whose clock stands, before a Zalo whose tokens no longer serve: what goes, goes because it was let go. */
const held = async () => {
  const clock = mockClock(morning);
  const sends = sender({ outbox, clock, random: () => 0.5, count: () => {}, raise: () => {} });
  const revived: string[] = [];
  const s = await stage(
    {},
    {
      revived: (id) => {
        revived.push(id);
        sends.resume(id);
      },
    },
  );
  const outcomes: string[] = [];
  const send = async (...given: Parameters<typeof s.channel.send>) => {
    const sent = await s.channel.send(...given);
    outcomes.push(sent.outcome);
    return sent;
  };
  sends.connect(s.connection, { ...s.channel, send });
  const give = async () => {
    sends.committed({ said: [row], stopped: [] });
    await vi.waitFor(() => expect(outcomes).toHaveLength(1), slowly);
    await clock.settle();
  };
  return { ...s, zaloClock: s.clock, sends, clock, outcomes, revived, give };
};

test("once the owner consented, what was held back goes at once", async () => {
  const s = await held();
  s.fake.revoke();
  await s.give();
  expect(s.outcomes).toEqual(["unauthorised"]);
  await s.clock.pass(1_000);
  expect(s.fake.sent).toEqual([]);

  const link = await consentLink(s.deps, s.connection, "https://xa-mau.example/zalo/callback");
  const back = await fetch(link.ok ? link.value : "", { redirect: "manual" });
  const { searchParams } = new URL(back.headers.get("location") ?? "");
  const given = { code: searchParams.get("code") ?? "", state: searchParams.get("state") ?? "" };
  expect((await consented(s.deps, () => s.connection, { ...given, state: "made up" })).ok).toBe(false);
  expect(s.revived).toEqual([]);
  expect((await consented(s.deps, () => s.connection, given)).ok).toBe(true);
  await vi.waitFor(() => expect(s.fake.sent.map((m) => m.message.text)).toEqual(["Chào bác"]), slowly);
  expect(s.clock.now()).toBe(morning + 1_000);
});

test("a pair renewed after its renewal had failed lets go what was held back; one renewed in good time says nothing", async () => {
  const s = await held();
  s.zalo.tokens.accessEnded(s.connection.id, (await s.zalo.tokens.read(s.connection.id))?.version ?? 0);
  s.fake.fault({ kind: "status", status: 503 }, { on: "/v4/oa/access_token", times: 1 });
  await s.give();
  expect(s.outcomes).toEqual(["retry"]);
  expect(s.revived).toEqual([]);
  s.zaloClock.now += 11_000;
  expect((await s.deps.held.tend(s.connection)).ok).toBe(true);
  await vi.waitFor(() => expect(s.fake.sent.map((m) => m.message.text)).toEqual(["Chào bác"]), slowly);
  expect(s.revived).toEqual([s.connection.id]);
  s.zaloClock.now += 21 * hour;
  expect((await s.deps.held.tend(s.connection)).ok).toBe(true);
  expect(s.revived).toEqual([s.connection.id]);
});
