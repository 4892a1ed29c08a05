import fc from "fast-check";
import { expect, test } from "vitest";
import { receive } from "../../../src/channels/zalo-bot/receive.ts";
import { botUpdates, chatId, shaped } from "../../fakes/zalo-bot/updates.ts";
import { connectionTo, SECRET } from "./kit.ts";

/** 5,000 in every run of the tests; `FUZZ=100000` for a long one. */
const numRuns = Number(process.env.FUZZ ?? 5_000);

const connection = connectionTo("http://127.0.0.1:1");
const now = 1_790_000_000_500;
const make = botUpdates(() => now);
const chat = chatId(1);
const events = [
  make.text(chat, "Xin chào"),
  make.image(chat, "photo", "a"),
  make.image(chat),
  make.sticker(chat),
  make.voice(chat),
  make.unsupported(chat),
  make.unsupported(chat, true),
  make.link(chat, "https://a.vn"),
  make.reaction(chat),
  make.inGroup(chat, chatId(2), "a"),
];
const seeds: readonly unknown[] = events.flatMap((e) => [shaped(e, "wrapped"), shaped(e, "flat")]);

const odd = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    0.5,
    1e308,
    2 ** 60,
    "",
    "null",
    [],
    {},
    { id: {} },
    "__proto__",
    "\u0000",
    "../..",
    "x".repeat(5_000),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

const placesIn = (value: unknown): [Record<string, unknown>, string][] => {
  if (typeof value !== "object" || value === null) return [];
  const here = value as Record<string, unknown>; // an object or array, looked at by key
  return Object.keys(here).flatMap((key) => [[here, key] as [Record<string, unknown>, string], ...placesIn(here[key])]);
};

/** Replaces, adds or removes something at a random place. */
const mutated = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom("set", "drop", "add"), odd), { minLength: 1, maxLength: 4 }),
  )
  .map(([seed, changes]) => {
    const copy: unknown = JSON.parse(JSON.stringify(seed));
    for (const [at, how, value] of changes) {
      const places = placesIn(copy);
      const [holder, key] = places[at % places.length] ?? [];
      if (!holder || key === undefined) break;
      if (how === "drop") delete holder[key];
      else holder[how === "add" ? `${key}_x` : key] = JSON.parse(JSON.stringify(value));
    }
    return Buffer.from(JSON.stringify(copy) ?? "");
  });

/** A byte changed, the end cut off, or a string made a bare number. */
const bruised = fc.tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat(255)).map(([seed, at, byte]) => {
  const text = JSON.stringify(seed);
  if (byte % 5 === 0) return Buffer.from(text.replace(/"[0-9a-f]{20}"/, String(10n ** 18n + BigInt(at))));
  const bytes = Buffer.from(text);
  bytes[at % bytes.length] = byte;
  return bytes.subarray(0, byte % 3 === 0 ? at % bytes.length : bytes.length);
});

const bodies = fc.oneof(
  { weight: 4, arbitrary: mutated },
  { weight: 2, arbitrary: bruised },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((b) => Buffer.from(b)) },
);

test(`${numRuns} mutated bodies: never a throw, and whatever comes through is well formed`, {
  timeout: 600_000,
}, () => {
  const seen = { accepted: 0, unknown: 0, refused: 0 };
  fc.assert(
    fc.property(bodies, (raw) => {
      const result = receive(raw, { "x-bot-api-secret-token": SECRET }, connection, now);
      if (!result.ok) {
        seen.refused += 1;
        return result.fault.code === "BODY_UNREADABLE";
      }
      seen[result.value.unknown ? "unknown" : "accepted"] += 1;
      for (const { chat: to, key, at, content } of result.value.inbounds) {
        if (!/^[\w.:-]{1,64}$/.test(to) || !/^[\w.:-]{1,180}$/.test(key)) return false;
        if (!Number.isSafeInteger(at) || at <= 0 || at > now) return false;
        if (content.kind === "text" && (content.text.length > 2000 || /\0|\p{Surrogate}/u.test(content.text)))
          return false;
      }
      return true;
    }),
    { numRuns },
  );
  // The mutations must reach all three ends, or this test proves nothing.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
});

test("no forged request is ever let in, whatever its body and header", { timeout: 600_000 }, () => {
  const header = fc.oneof(
    fc.string(),
    fc.constantFrom(SECRET.toUpperCase(), `${SECRET} `, SECRET.slice(1), `${SECRET}\0`, "", undefined),
    fc.array(fc.constant(SECRET)),
  );
  fc.assert(
    fc.property(bodies, header, (raw, given) => {
      fc.pre(given !== SECRET && raw.length > 0);
      const result = receive(raw, { "x-bot-api-secret-token": given }, connection, now);
      return !result.ok && result.fault.code === "SIGNATURE_WRONG";
    }),
    { numRuns },
  );
});
