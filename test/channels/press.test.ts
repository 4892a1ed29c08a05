import fc from "fast-check";
import { expect, test } from "vitest";
import { pressData, pressOf } from "../../src/channels/degrade/press.ts";

const token = "0190d4c2-7f3a-7c11-9d3e-0123456789ab";

test("the token and a village's id fit together and come back whole", () => {
  const key = `list:${token}`;
  const data = pressData(token, key, 1);
  expect(Buffer.byteLength(data)).toBe(64);
  expect(pressOf(data)).toEqual({ token, key });
});

test("a key too long becomes the choice's number, or an old button where it has none", () => {
  const key = `list:guide:${"vneid-".repeat(8)}`;
  expect(pressOf(pressData(token, key, 3))).toEqual({ token, key: "#3" });
  expect(pressOf(pressData(token, key, undefined))).toEqual({ token, key: "#0" });
});

test("whatever fits comes back as it went, and nothing is over 64 bytes", () => {
  const tokens = fc.oneof(fc.uuid(), fc.stringMatching(/^[a-z0-9]{0,20}$/));
  fc.assert(
    fc.property(tokens, fc.string({ maxLength: 60, unit: "grapheme" }), (t, key) => {
      const data = pressData(t, key, 4);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      const back = pressOf(data);
      expect(back.token).toBe(t);
      expect([key, "#4"]).toContain(back.key);
    }),
  );
});

test("buttons that were never ours are old buttons", () => {
  for (const data of ["", "menu", "~short", "~~~"]) expect(pressOf(data)).toEqual({ token: "", key: data });
});
