import fc from "fast-check";
import { expect, test } from "vitest";
import { receive } from "../../../src/channels/telegram/receive.ts";
import { longestText } from "../../../src/kit/text.ts";
import { updates } from "../../fakes/telegram/updates.ts";
import { mutatedBodies } from "../mutated.ts";
import { connectionTo, SECRET } from "./kit.ts";

const connection = connectionTo("http://127.0.0.1:1", "42:x");
const make = updates();
const seeds = [
  make.text(5, "Xin chào"),
  make.text(5, "/start BAI1"),
  make.press(5, "t1:done"),
  make.membership(5, "kicked"),
  make.message(5, { photo: [{ file_id: "a" }], caption: "b" }),
];

const bodies = mutatedBodies(seeds, { odd: ["null"] });

test("5,000 mutated bodies: never a throw, and whatever comes through is well formed", () => {
  const seen = { accepted: 0, unknown: 0, refused: 0 };
  fc.assert(
    fc.property(bodies, (raw) => {
      const result = receive(raw, { "x-telegram-bot-api-secret-token": SECRET }, connection, 1_790_000_000_500);
      if (!result.ok) {
        seen.refused += 1;
        return result.fault.code === "BODY_UNREADABLE";
      }
      seen[result.value.unknown ? "unknown" : "accepted"] += 1;
      for (const inbound of result.value.inbounds) {
        expect(inbound.chat).toMatch(/^-?\d+$/);
        expect(inbound.key).toMatch(/^-?\d+$/);
        expect(Number.isFinite(inbound.at)).toBe(true);
        if (inbound.content.kind === "text") expect(inbound.content.text.length).toBeLessThanOrEqual(longestText);
      }
      return true;
    }),
    { numRuns: 5_000 },
  );
  // The mutations must reach all three ends, or this test proves nothing.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
});

test("no forged request is ever let in, whatever its body and header", () => {
  const header = fc.oneof(
    fc.string(),
    fc.constantFrom(SECRET.toUpperCase(), `${SECRET} `, SECRET.slice(1), "", undefined),
    fc.array(fc.constant(SECRET)),
  );
  fc.assert(
    fc.property(bodies, header, (raw, given) => {
      fc.pre(given !== SECRET);
      const result = receive(raw, { "x-telegram-bot-api-secret-token": given }, connection, 0);
      return !result.ok && result.fault.code === "SIGNATURE_WRONG";
    }),
    { numRuns: 5_000 },
  );
});

test("a date too large to count in milliseconds brings nothing in", () => {
  const update = { update_id: 1, message: { date: -1.7e305, chat: { id: 5, type: "private" }, text: "0" } };
  const headers = { "x-telegram-bot-api-secret-token": SECRET };
  const result = receive(Buffer.from(JSON.stringify(update)), headers, connection, 1_790_000_000_500);
  expect(result).toMatchObject({ ok: true, value: { inbounds: [] } });
});
