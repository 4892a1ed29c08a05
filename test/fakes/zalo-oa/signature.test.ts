import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { an, hooked, oaOf } from "./bench.ts";
import { hmacOf, macOf, VARIANTS } from "./signature.ts";

describe("Zalo OA: signature", () => {
  it("is plain SHA-256 of id, raw bytes, timestamp, secret", () => {
    // sha256sum of: 44{"a":"b \/ c"}1790000000000khoa
    const known = "mac=4acbcedfa007170b0a938ddde42550f8a531933b6e34349b6dd5aed3d8e776e8";
    expect(macOf("44", Buffer.from('{"a":"b \\/ c"}'), "1790000000000", "khoa")).toBe(known);
    expect(hmacOf("44", Buffer.from('{"a":"b \\/ c"}'), "1790000000000", "khoa")).not.toBe(known);
  });

  it.each(VARIANTS)("signs with id $id, timestamp of the $timestamp, secret of the $secret", async (variant) => {
    const { oa } = await oaOf();
    const { got } = await hooked(oa);
    for (const style of ["plain", "spaced", "escaped"] as const) {
      expect(await oa.deliver(oa.events.text(an, "Chào bà / ông 👵"), { variant, style })).toEqual({
        tries: [200],
        lost: false,
      });
    }
    for (const { raw, headers } of got) {
      const body = JSON.parse(raw.toString());
      expect(body.message.text).toBe("Chào bà / ông 👵");
      const stamp = variant.timestamp === "body" ? body.timestamp : headers["x-zevent-timestamp"];
      const text =
        (variant.id === "app" ? oa.appId : oa.oaId) +
        raw.toString("utf8") +
        stamp +
        (variant.secret === "oa" ? oa.oaSecret : oa.appSecret);
      expect(headers["x-zevent-signature"]).toBe(`mac=${createHash("sha256").update(text, "utf8").digest("hex")}`);
    }
    const again = got.map(({ raw }) => JSON.stringify(JSON.parse(raw.toString())) === raw.toString());
    expect(again).toEqual([true, false, false]);
  });

  it("can be forged, left out, and is not asked for by the {} check", async () => {
    const { oa } = await oaOf();
    const { got } = await hooked(oa);
    const event = oa.events.follow(an);
    await oa.deliver(event, { signature: null });
    await oa.deliver(event, { signature: "mac=00" });
    await oa.deliver(event, { raw: Buffer.from("{broken"), headers: { "X-ZEvent-Server": "ZNS" } });
    expect(await oa.probe()).toBe(200);
    expect(got.map((g) => g.headers["x-zevent-signature"])).toEqual([
      undefined,
      "mac=00",
      expect.stringMatching(/^mac=[0-9a-f]{64}$/),
      undefined,
    ]);
    expect(got.map((g) => g.raw.toString()).slice(2)).toEqual(["{broken", "{}"]);
    expect(got[2]?.headers["x-zevent-server"]).toBe("ZNS");
  });
});
