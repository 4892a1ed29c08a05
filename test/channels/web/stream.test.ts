import { afterEach, beforeEach, expect, it } from "vitest";
import { newWho } from "../../../src/channels/web/who.ts";
import { type House, house, SECRET } from "../../browser/house.ts";
import { screens } from "../../browser/screens.ts";

let home: House;
beforeEach(async () => {
  home = await house();
});
afterEach(() => home.close());

/** Reads the stream until this holds of what came so far. */
const until = async (response: Response, holds: (text: string) => boolean): Promise<string> => {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (reader && !holds(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  return text;
};

const speak = async (token: string, body: object) =>
  fetch(`${home.address}/chat/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-talk": token },
    body: JSON.stringify({ commune: "xa-mau", ...body }),
  });

it("brings what was missed, then what comes", async () => {
  const { token } = newWho(SECRET);
  await speak(token, { key: "first-one", open: { code: null } });
  await speak(token, { key: "second-one", text: "menu" });
  const response = await fetch(`${home.address}/chat/stream?commune=xa-mau`, {
    headers: { "x-talk": token, "last-event-id": "1" },
  });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  expect(response.headers.get("x-accel-buffering")).toBe("no");
  home.push(screens.step);
  const text = await until(response, (t) => t.includes("id: 3"));
  expect(text).not.toContain("id: 1\n");
  expect(text.indexOf("id: 2\n")).toBeLessThan(text.indexOf("id: 3\n"));
  expect(text).toContain("Kích hoạt VNeID");
});

it("lets nobody listen to another's talk", async () => {
  expect((await fetch(`${home.address}/chat/stream?commune=xa-mau`)).status).toBe(401);
  const mine = newWho(SECRET);
  await speak(mine.token, { key: "first-one", open: { code: null } });
  const other = await fetch(`${home.address}/chat/messages?commune=xa-mau`, {
    headers: { "x-talk": newWho(SECRET).token },
  });
  expect(await other.json()).toEqual({ messages: [], whole: true, oldest: 0 });
});

it("ends when the server goes down, so that it can", async () => {
  const { token } = newWho(SECRET);
  const response = await fetch(`${home.address}/chat/stream?commune=xa-mau`, { headers: { "x-talk": token } });
  const ended = until(response, () => false);
  await home.app.close();
  expect(await ended).toContain("retry:");
});

it("keeps three lines a browser; a fourth ends the oldest", async () => {
  const { token } = newWho(SECRET);
  const lines = [];
  for (let n = 0; n < 4; n += 1)
    lines.push(await fetch(`${home.address}/chat/stream?commune=xa-mau`, { headers: { "x-talk": token } }));
  const [oldest] = lines;
  expect(oldest && (await until(oldest, () => false))).toContain("retry:");
  for (const line of lines.slice(1)) await line.body?.cancel();
});
