import { afterEach, describe, expect, test } from "vitest";
import type { Received } from "../../../src/channels/channel.ts";
import { type PollingDeps, poll } from "../../../src/channels/zalo-bot/polling.ts";
import type { Fault } from "../../../src/errors.ts";
import { type BotOptions, startFakeZaloBot } from "../../fakes/zalo-bot/server.ts";
import { CHAT, connectionTo } from "./kit.ts";

let close = async (): Promise<void> => {};
afterEach(() => close());

const never = () => new Promise(() => {});

/** A fake that holds an idle call, and our polling of it until `stop`. */
const polling = async (over: Partial<PollingDeps> = {}, options: BotOptions = { idle: never }) => {
  const fake = await startFakeZaloBot(options);
  close = fake.close;
  const stop = new AbortController();
  const received: Received[] = [];
  const faults: Fault[] = [];
  const waits: number[] = [];
  const connection = connectionTo(fake.url);
  const start = () =>
    poll(connection, {
      submit: async (r) => void received.push(r),
      report: (f) => void faults.push(f),
      now: () => 1_790_000_000_000,
      signal: stop.signal,
      wait: async (ms) => void waits.push(ms),
      ...over,
    });
  return { fake, stop, received, faults, waits, start };
};
const said = (received: readonly Received[]) =>
  received.flatMap((r) => r.inbounds).map((i) => i.content.kind === "text" && i.content.text);

describe("polling", () => {
  test("takes the webhook away, then one event a call", async () => {
    const { fake, stop, received, start } = await polling();
    fake.setHook("https://xa-mau.example/old");
    fake.queue(fake.updates.text(CHAT, "một"), fake.updates.text(CHAT, "hai"));
    const done = start();
    await fake.call("getUpdates", 3);
    stop.abort();
    await done;
    expect(fake.calls[0]?.on).toBe("deleteWebhook");
    expect(fake.of("getUpdates")[0]?.payload).toEqual({ timeout: "30" });
    expect(said(received)).toEqual(["một", "hai"]);
  });

  test("does not ask again before what came is kept, and offers it until it is", async () => {
    let tries = 0;
    const asked: number[] = [];
    const kept: Received[] = [];
    const { fake, stop, faults, waits, start } = await polling({
      submit: async (r) => {
        asked.push(fake.of("getUpdates").length);
        tries += 1;
        if (tries < 3) throw new Error("the store is full");
        kept.push(r);
      },
    });
    fake.queue(fake.updates.text(CHAT, "quan trọng"));
    const done = start();
    await fake.call("getUpdates", 2);
    stop.abort();
    await done;
    expect(asked).toEqual([1, 1, 1]);
    expect(said(kept)).toEqual(["quan trọng"]);
    expect(faults.map((f) => f.code)).toEqual(["TURN_FAILED", "TURN_FAILED"]);
    expect(waits).toEqual([1_000, 2_000]);
  });

  test("408 is nobody writing: no fault, but a breath where it comes at once", async () => {
    const { fake, stop, faults, waits, start } = await polling({}, { errorStatus: "code", errors: "camel" });
    const done = start();
    await fake.call("getUpdates", 3);
    stop.abort();
    await done;
    expect(faults).toEqual([]);
    expect(new Set(waits)).toEqual(new Set([1_000]));
  });

  test("a wrong token, a page and a cut line are reported, with longer and longer waits", async () => {
    const { fake, stop, faults, waits, start } = await polling();
    fake.fault({ kind: "error", code: 401 }, { on: "deleteWebhook" });
    fake.fault({ kind: "html", status: 502 }, { on: "deleteWebhook" });
    fake.fault({ kind: "reset", when: "read" }, { on: "deleteWebhook" });
    const done = start();
    await fake.call("getUpdates", 1);
    stop.abort();
    await done;
    expect(faults.map((f) => f.code)).toEqual(["SEND_UNAUTHORISED", "SEND_RETRY", "SEND_RETRY"]);
    expect(waits).toEqual([1_000, 2_000, 4_000]);
    expect(JSON.stringify(faults)).not.toContain("fake-bot");
  });

  test("an event it cannot read is reported and passed over", async () => {
    const { fake, stop, received, faults, start } = await polling();
    fake.queue({ event_name: 7 } as never, fake.updates.text(CHAT, "hai"));
    const done = start();
    await fake.call("getUpdates", 3);
    stop.abort();
    await done;
    expect(faults.map((f) => f.code)).toEqual(["BODY_UNREADABLE"]);
    expect(said(received)).toEqual(["hai"]);
  });
});
