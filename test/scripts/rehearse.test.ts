import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Phone } from "../../scripts/rehearse/phone.ts";
import { takenPort } from "../../scripts/rehearse/ports.ts";
import { type Rehearsal, startRehearsal } from "../../scripts/rehearse/start.ts";

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await startRehearsal({ server: 0, page: 0 });
}, 120_000);
afterAll(() => rehearsal.close());

const act = (phone: Phone, what: object) =>
  fetch(`${rehearsal.page}/do`, { method: "POST", body: JSON.stringify({ phone: phone.channel, ...what }) });
const phoneOf = (channel: Phone["channel"]): Phone => {
  const found = rehearsal.phones.find((p) => p.channel === channel);
  if (!found) throw new Error(channel);
  return found;
};
const answered = (phone: Phone, more: number) =>
  vi.waitFor(() => expect(phone.bubbles().filter((b) => b.from === "assistant").length).toBeGreaterThanOrEqual(more), {
    timeout: 60_000,
    interval: 50,
  });

describe.each(["telegram", "zalo-oa", "zalo-bot"] as const)("a phone with %s", (channel) => {
  test("is greeted, shows a step with its picture, and is answered after an outage", async () => {
    const phone = phoneOf(channel);
    expect((await act(phone, { say: "xin chào" })).status).toBe(204);
    await answered(phone, 1);
    await act(phone, { say: "BAI1" });
    await vi.waitFor(() => expect(phone.bubbles().some((b) => b.picture)).toBe(true), { timeout: 60_000 });
    const picture = phone.bubbles().find((b) => b.picture)?.picture ?? "";
    const drawn = await fetch(`${rehearsal.page}/picture/${channel}/${picture}`);
    expect(drawn.headers.get("content-type")).toBe("image/png");

    await act(phone, { outage: "502", on: true });
    const before = phone.bubbles().filter((b) => b.from === "assistant").length;
    await act(phone, { say: "menu" });
    expect(phone.outages().find((o) => o.id === "502")?.on).toBe(true);
    await act(phone, { outage: "502", on: false });
    await answered(phone, before + 1);
  }, 120_000);

  test("presses a button where it has any", async () => {
    const phone = phoneOf(channel);
    await act(phone, { say: "menu" });
    const before = phone.bubbles().length;
    await answered(phone, 1);
    const key = phone
      .bubbles()
      .flatMap((b) => b.buttons)
      .findLast((b) => b.press !== undefined);
    expect(key !== undefined).toBe(channel !== "zalo-bot");
    if (!key) return;
    await act(phone, { press: key.press });
    expect(phone.bubbles().some((b) => b.from === "me" && b.text === key.label)).toBe(true);
    await vi.waitFor(() => expect(phone.bubbles().length).toBeGreaterThan(before + 1), { timeout: 60_000 });
  }, 120_000);
});

test("the page asks for nothing from elsewhere, and refuses what is not a phone's", async () => {
  const html = await (await fetch(rehearsal.page)).text();
  expect(html).not.toMatch(/(?:src|href)="https?:/);
  const phone = phoneOf("telegram");
  expect((await act(phone, { say: "" })).status).toBe(400);
  expect((await fetch(`${rehearsal.page}/do`, { method: "POST", body: "not json" })).status).toBe(400);
  expect((await fetch(`${rehearsal.page}/picture/telegram/999`)).status).toBe(404);
  const foreign = { method: "POST", headers: { "sec-fetch-site": "cross-site" }, body: "{}" };
  expect((await fetch(`${rehearsal.page}/do`, foreign)).status).toBe(403);
});

test("a port another program has is told before anything is started", async () => {
  const other = createServer();
  other.listen(0, "0.0.0.0");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  // Listening on TCP, so never a pipe's name.
  const { port } = other.address() as AddressInfo;
  expect(await takenPort([port])).toBe(port);
  const gone = createServer();
  gone.listen(0, "127.0.0.1");
  await once(gone, "listening");
  const { port: free } = gone.address() as AddressInfo; // as above
  gone.close();
  await once(gone, "close");
  expect(await takenPort([free])).toBeNull();
});
