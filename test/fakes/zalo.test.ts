import { describe, expect, it } from "vitest";
import { OA_PATHS } from "./zalo-oa/api.ts";
import { an, botOf, chat, oaOf, send } from "./zalo-oa/bench.ts";
import { userId } from "./zalo-oa/events.ts";

describe("faults, alike on both", () => {
  it("hit one path, one person, after some calls, as often as told", async () => {
    const { oa, token } = await oaOf();
    oa.interact(an);
    oa.interact(userId(2));
    oa.fault({ kind: "error", code: -213 }, { on: OA_PATHS.send, who: an, skip: 1, times: 2 });
    const errors = [];
    for (const user of [an, an, userId(2), an, an])
      errors.push((await send(oa, token, { text: "a" }, OA_PATHS.send, user)).error);
    expect(errors).toEqual([0, -213, 0, -213, 0]);
    oa.fault({ kind: "error", code: -32 }, { times: Number.POSITIVE_INFINITY });
    expect(await send(oa, token, { text: "a" })).toMatchObject({ error: -32 });
    oa.clearFaults();
    expect(await send(oa, token, { text: "a" })).toMatchObject({ error: 0 });
  });

  it.each(["oa", "bot"] as const)("break the %s's answer in every way", async (which) => {
    const { oa, token } = await oaOf();
    const { bot } = await botOf();
    oa.interact(an);
    bot.meet(chat);
    const fake = which === "oa" ? oa : bot;
    const on = which === "oa" ? OA_PATHS.send : "sendMessage";
    const ask = (signal: AbortSignal | null = null) =>
      fetch(which === "oa" ? oa.url + on : `${bot.url}/bot${bot.token}/${on}`, {
        method: "POST",
        signal,
        headers: { "content-type": "application/json", access_token: token },
        body: JSON.stringify({ recipient: { user_id: an }, message: { text: "a" }, chat_id: chat, text: "a" }),
      });
    fake.fault({ kind: "status", status: 503, retryAfter: 7 }, { on });
    const unavailable = await ask();
    expect([unavailable.status, unavailable.headers.get("retry-after"), await unavailable.text()]).toEqual([
      503,
      "7",
      "",
    ]);
    fake.fault({ kind: "html", status: 502 }, { on });
    expect(await (await ask()).text()).toContain("<html>");
    fake.fault({ kind: "reset", when: "before" }, { on });
    await expect(ask()).rejects.toThrow();
    fake.fault({ kind: "reset", when: "read" }, { on });
    await expect(ask()).rejects.toThrow();
    expect(fake.sent).toHaveLength(0);
    fake.fault({ kind: "reset", when: "after" }, { on });
    await expect(ask()).rejects.toThrow();
    fake.fault({ kind: "type", contentType: "text/html" }, { on });
    const typed = await ask();
    expect([typed.headers.get("content-type"), await typed.json()]).toEqual(["text/html", expect.anything()]);
    fake.fault({ kind: "truncated" }, { on });
    const half = await (await ask()).text();
    expect(() => JSON.parse(half)).toThrow();
    fake.fault({ kind: "truncated", cut: "line" }, { on });
    await expect(ask().then((r) => r.text())).rejects.toThrow();
    expect(fake.sent).toHaveLength(4);

    const patience = new AbortController();
    fake.fault({ kind: "silent" }, { on });
    const n = fake.of(on).length + 1;
    const silent = ask(patience.signal);
    await fake.call(on, n);
    patience.abort();
    await expect(silent).rejects.toThrow();
    expect(fake.sent).toHaveLength(4);

    let release: (value?: unknown) => void = () => {};
    fake.fault(
      {
        kind: "slow",
        until: new Promise((done) => {
          release = done;
        }),
      },
      { on },
    );
    const slow = ask();
    await fake.call(on, n + 1);
    release();
    expect((await slow).status).toBe(200);
    expect(fake.sent).toHaveLength(5);
  });
});
