import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { webLimits } from "../../../src/channels/web/limits.ts";
import { newWho } from "../../../src/channels/web/who.ts";
import { longestText } from "../../../src/kit/text.ts";
import { type House, house, SECRET } from "../../browser/house.ts";

let home: House;
beforeAll(async () => {
  home = await house();
});
afterAll(() => home.close());

let token = "";
beforeEach(() => {
  token = newWho(SECRET).token;
  home.counts.clear();
});

let keys = 0;
const key = () => {
  keys += 1;
  return `key-number-${keys}`;
};
const post = (body: unknown, headers: Record<string, string> = {}) =>
  home.app.inject({
    method: "POST",
    url: "/chat/messages",
    headers: { "content-type": "application/json", cookie: `talk=${token}`, ...headers },
    payload: typeof body === "string" ? body : JSON.stringify(body),
  });
const open = () => ({ commune: "xa-mau", key: key(), open: { code: null } });

describe("sending", () => {
  it("answers 202 with what was said, once the turn is committed", async () => {
    const response = await post(open());
    expect(response.statusCode).toBe(202);
    expect(response.json().whole).toBe(true);
    expect(response.json().messages[0].message.blocks[0].text).toBe("Chào bác!");
    expect(response.headers["cache-control"]).toBe("no-store");
  });

  it("gives only what the page does not have yet", async () => {
    const first = (await post(open())).json().messages[0];
    const second = (
      await post({ commune: "xa-mau", key: key(), after: first.id, press: { token: first.message.token, key: "yes" } })
    ).json();
    expect(second.messages).toHaveLength(1);
    expect(second.messages[0].message.blocks[0].text).toBe("Bác Hoa muốn làm gì?");
  });

  it("hands over the chat, the connection of the commune, and a dedupe key of its own", async () => {
    const body = { commune: "xa-mau", key: "a-key-of-mine", text: "xin\u0000 chào \ud800" };
    await post(body);
    const chat = token.split(".")[0] ?? "";
    expect(home.inbounds.at(-1)).toMatchObject({
      connection: "web-xa-mau",
      chat,
      key: `${chat}:a-key-of-mine`,
      // Without the signs a database refuses.
      content: { kind: "text", text: "xin chào " },
    });
  });

  it("cuts what is longer than anybody looks at", async () => {
    await post({ commune: "xa-mau", key: key(), text: "a".repeat(5000) });
    expect(home.inbounds.at(-1)).toMatchObject({ content: { text: "a".repeat(longestText) } });
  });

  it("answers 503 while the store is full, so that the page tries again", async () => {
    home.mode.full = true;
    const response = await post(open());
    home.mode.full = false;
    expect(response.statusCode).toBe(503);
    expect(response.headers["retry-after"]).toBe("10");
    expect(home.counts.get("full")).toBe(1);
  });
});

describe("who may send", () => {
  it("knows nobody without a signed name", async () => {
    const [chat = ""] = token.split(".");
    for (const cookie of [
      "",
      "talk=",
      `talk=${chat}`,
      `talk=${chat}.${"A".repeat(43)}`,
      `talk=${newWho("another secret of thirty-two characters").token}`,
    ])
      expect((await post(open(), { cookie })).statusCode).toBe(401);
    expect(home.counts.get("stranger")).toBe(5);
  });

  it("takes the token of a framed page before any cookie", async () => {
    const framed = newWho(SECRET);
    await post(open(), { "x-talk": framed.token });
    expect(home.inbounds.at(-1)?.chat).toBe(framed.chat);
  });

  it("lets no other site act in a person's name", async () => {
    expect((await post(open(), { "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
    expect((await post(open(), { origin: "https://elsewhere.example" })).statusCode).toBe(403);
    expect((await post(open(), { origin: "null" })).statusCode).toBe(403);
    expect((await post(open(), { origin: "http://localhost:3000", host: "localhost:3000" })).statusCode).toBe(202);
    expect((await post(open(), { "sec-fetch-site": "same-origin" })).statusCode).toBe(202);
    expect(home.counts.get("cross-site")).toBe(3);
  });

  it("lets a form of another site not even be read", async () => {
    expect((await post("commune=xa-mau", { "content-type": "application/x-www-form-urlencoded" })).statusCode).toBe(
      415,
    );
    expect((await post(JSON.stringify(open()), { "content-type": "text/plain" })).statusCode).toBe(415);
  });

  it("slows down whoever hammers", async () => {
    for (let n = 0; n < webLimits.postsPerChat.max; n += 1) await post(open());
    const response = await post(open());
    expect(response.statusCode).toBe(429);
    expect(Number(response.headers["retry-after"])).toBeGreaterThan(0);
  });
});

describe("what cannot be read", () => {
  const bodies: [string, string][] = [
    ["not JSON", "{"],
    ["nothing", ""],
    ["a word", '"xin chào"'],
    ["null", "null"],
    ["a list", "[]"],
    ["an unknown shape", '{"commune":"xa-mau","key":"12345678","dance":true}'],
    ["two things at once", '{"commune":"xa-mau","key":"12345678","text":"a","open":{"code":null}}'],
    ["a poisoned prototype", '{"__proto__":{"x":1},"commune":"xa-mau","key":"12345678","text":"a"}'],
    ["a key with a path in it", '{"commune":"xa-mau","key":"../../../x","text":"a"}'],
    ["deep nesting", `${"[".repeat(3000)}${"]".repeat(3000)}`],
  ];
  it.each(bodies)("%s is a 400, counted, and nothing happens", async (_, body) => {
    const before = home.inbounds.length;
    expect((await post(body)).statusCode).toBe(400);
    expect(home.counts.get("unreadable")).toBe(1);
    expect(home.inbounds).toHaveLength(before);
  });

  it("a body over the limit is a 413", async () => {
    expect((await post({ ...open(), text: "a".repeat(webLimits.bodyBytes) })).statusCode).toBe(413);
    expect(home.counts.get("unreadable")).toBe(1);
  });

  it("an unknown commune is a 404", async () => {
    expect((await post({ ...open(), commune: "xa-khac" })).statusCode).toBe(404);
    expect(
      (await home.app.inject({ url: "/chat/messages?commune=xa-khac", headers: { cookie: `talk=${token}` } }))
        .statusCode,
    ).toBe(404);
    expect(
      (await home.app.inject({ url: "/chat/messages?commune=xa-mau&commune=b", headers: { cookie: `talk=${token}` } }))
        .statusCode,
    ).toBe(404);
  });
});
