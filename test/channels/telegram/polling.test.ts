import { afterEach, beforeEach, expect, test } from "vitest";
import type { Received } from "../../../src/channels/channel.ts";
import { poll } from "../../../src/channels/telegram/polling.ts";
import type { Fault } from "../../../src/errors.ts";
import { type FakeTelegram, startFakeTelegram } from "../../fakes/telegram/server.ts";
import { updates } from "../../fakes/telegram/updates.ts";
import { connectionTo } from "./kit.ts";

let fake: FakeTelegram;
let stop: AbortController;
let make: ReturnType<typeof updates>;
let faults: Fault[];
let waits: number[];
let batches: Received[][];
beforeEach(async () => {
  fake = await startFakeTelegram();
  stop = new AbortController();
  make = updates(500);
  faults = [];
  waits = [];
  batches = [];
});
afterEach(() => fake.close());

const start = (submit: (r: readonly Received[]) => Promise<void> = async (r) => void batches.push([...r])) =>
  poll(connectionTo(fake.root, fake.token), {
    submit,
    report: (f) => void faults.push(f),
    now: () => 1_790_000_000_500,
    signal: stop.signal,
    wait: async (ms) => void waits.push(ms),
  });

test("takes the webhook away first, then gives what came in order, and confirms it with the next call", async () => {
  fake.setHook("http://127.0.0.1:1/", "x");
  fake.queue(make.text(5, "một"), make.press(5, "t1:a"), make.text(6, "hai"));
  const polling = start();
  const second = await fake.call("getUpdates", 2);
  expect(fake.calls[0]?.method).toBe("deleteWebhook");
  expect(batches[0]?.flatMap((r) => r.inbounds).map((i) => [i.chat, i.key])).toEqual([
    ["5", "500"],
    ["5", "501"],
    ["6", "502"],
  ]);
  expect(second.payload.offset).toBe(503);
  expect((await fake.call("answerCallbackQuery")).payload).toEqual({ callback_query_id: "q501" });
  stop.abort();
  await polling;
  expect(faults).toEqual([]);
});

test("nothing is confirmed before it is durable; what could not be kept is given again", async () => {
  fake.queue(make.text(5, "một"));
  let durable = () => {};
  let tries = 0;
  const kept = new Promise<void>((r) => {
    durable = r;
  });
  const polling = start(async (r) => {
    tries += 1;
    if (tries === 1) throw new Error("disk full");
    batches.push([...r]);
    await kept;
  });
  await fake.call("getUpdates", 2);
  expect(faults.map((f) => f.code)).toEqual(["TURN_FAILED"]);
  expect(waits).toEqual([1000]);
  expect(fake.waiting()).toHaveLength(1);
  durable();
  expect((await fake.call("getUpdates", 3)).payload.offset).toBe(501);
  expect(batches.flat().flatMap((r) => r.inbounds)).toHaveLength(1);
  stop.abort();
  await polling;
});

test("errors are waited out longer and longer, and reported", async () => {
  fake.fault({ kind: "error", status: 500 }, { method: "deleteWebhook" });
  fake.fault({ kind: "error", status: 502 }, { method: "getUpdates" });
  fake.fault({ kind: "reset", when: "after" }, { method: "getUpdates" });
  fake.fault({ kind: "error", status: 401 }, { method: "getUpdates" });
  fake.queue(make.text(5, "một"));
  const polling = start();
  await fake.call("getUpdates", 5);
  expect(waits).toEqual([1000, 2000, 4000, 8000]);
  expect(faults.map((f) => f.code)).toEqual(["SEND_RETRY", "SEND_RETRY", "SEND_RETRY", "SEND_UNAUTHORISED"]);
  expect(batches.flat().flatMap((r) => r.inbounds)).toHaveLength(1);
  stop.abort();
  await polling;
});

test("stops at once while Telegram holds the call, and while it waits", async () => {
  const polling = start();
  await fake.call("getUpdates");
  stop.abort();
  await polling;

  const again = new AbortController();
  fake.fault({ kind: "error", status: 500 }, { method: "deleteWebhook" });
  const calls = fake.calls.length;
  await poll(connectionTo(fake.root, fake.token), {
    submit: async () => {},
    report: () => again.abort(),
    now: () => 0,
    signal: again.signal,
  });
  expect(fake.calls.length).toBe(calls + 1);
});

test("an update of a kind we do not know is passed on as unknown and confirmed", async () => {
  fake.queue(make.next({ hologram: {} }));
  const polling = start();
  expect((await fake.call("getUpdates", 2)).payload.offset).toBe(501);
  expect(batches).toEqual([[{ inbounds: [], unknown: true }]]);
  stop.abort();
  await polling;
});
