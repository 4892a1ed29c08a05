import Fastify from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { createMetrics } from "../../../src/app/metrics.ts";
import { webhookRoutes } from "../../../src/app/webhooks.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { zaloOa } from "../../../src/channels/zalo-oa/channel.ts";
import { userId } from "../../fakes/zalo-oa/events.ts";
import { startFakeZaloOa } from "../../fakes/zalo-oa/server.ts";
import { VARIANTS } from "../../fakes/zalo-oa/signature.ts";
import { house } from "../../store/house.ts";
import { connectionTo, stage } from "./kit.ts";

/** The real way in, from a signed POST to the commit, on a small house. */
const served = async () => {
  const h = house();
  const fake = await startFakeZaloOa({ clock: () => h.now });
  onTestFinished(() => fake.close());
  const s = await stage();
  const connection = connectionTo(fake);
  h.store.connections.put({ id: connection.id, commune: "xa-thu", channel: "zalo-oa" });
  const channel: Channel = zaloOa({ ...s.deps, learnt: s.zalo.learnt }, s.deps.held);
  const app = Fastify();
  await webhookRoutes(app, {
    connection: () => ({ connection, channel }),
    submit: h.gate.submit,
    metrics: createMetrics(),
    now: () => h.now,
    audit: h.store.audit,
    received: () => {},
  });
  fake.setHook(await app.listen({ port: 0, host: "127.0.0.1" }).then((root) => `${root}/webhooks/zalo-oa/default`));
  onTestFinished(() => app.close());
  return { h, fake, learnt: () => s.zalo.learnt.read(connection.id) };
};
const bac = userId(1);

test("the address is taken by the console, and every reading of the signature is let in", async () => {
  const { fake, learnt, h } = await served();
  expect(await fake.probe()).toBe(200);
  for (const variant of VARIANTS) {
    const { tries, lost } = await fake.deliver(fake.events.text(bac, "menu"), { variant });
    expect([variant, tries.length, lost]).toEqual([variant, 1, false]);
  }
  expect(learnt().signature).toBe("oa+header+app-secret");
  expect(h.said).toHaveLength(VARIANTS.length);
});

test("a forgery is refused and moves nothing", async () => {
  const { fake, h } = await served();
  const { tries } = await fake.deliver(fake.events.text(bac, "menu"), { signature: `mac=${"0".repeat(64)}` });
  expect(tries[0]).toBe(401);
  expect(h.said).toHaveLength(0);
});

test("three copies of each, out of order and at once: each is answered once", async () => {
  const { fake, h } = await served();
  const events = Array.from({ length: 8 }, (_, i) => fake.events.text(userId(i + 1), "xin chào"));
  const all = await fake.deliverAll(events, { copies: 3, order: "reversed", atOnce: true });
  expect(all.every((d) => !d.lost)).toBe(true);
  expect(h.said.map((r) => r.chat).sort()).toEqual(events.map((_, i) => userId(i + 1)).sort());
});

test("follow greets once however often it is delivered; a withdrawal leaves nothing of the person", async () => {
  const { fake, h } = await served();
  const follow = fake.events.follow(bac);
  await fake.deliverAll([follow], { copies: 2 });
  expect(h.said).toHaveLength(1);
  await fake.deliver(fake.events.text(bac, "yes"));
  await fake.deliver(fake.events.text(bac, "Xóm Một"));
  expect(h.all("SELECT chat FROM accounts")).toEqual([{ chat: bac }]);
  const before = h.said.length;
  await fake.deliver(fake.events.withdraw(bac));
  expect(h.said.length).toBe(before);
  for (const table of ["accounts", "account_learners", "sessions", "timers"])
    expect([table, h.one(`SELECT count(*) FROM ${table}`)]).toEqual([table, 0]);
  expect(h.one("SELECT count(*) FROM outbox WHERE chat = ? OR message IS NOT NULL", bac)).toBe(0);
  expect(h.all("SELECT name, village, erased_at IS NOT NULL AS erased FROM learners")).toEqual([
    { name: null, village: null, erased: 1 },
  ]);
  // A stranger's withdrawal makes nobody's acquaintance.
  await fake.deliver(fake.events.withdraw(userId(2)));
  expect(h.one("SELECT count(*) FROM accounts")).toBe(0);
});
