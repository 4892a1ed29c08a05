import fc from "fast-check";
import { expect, test } from "vitest";
import { receive } from "../../../src/channels/zalo-bot/receive.ts";
import { longestText } from "../../../src/kit/text.ts";
import { botUpdates, chatId, shaped } from "../../fakes/zalo-bot/updates.ts";
import { bytesBruised, mutatedBodies } from "../mutated.ts";
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

/** Its ids are strings of letters and figures; one that looks like a number may come as one. */
const barelyNumbered = fc
  .tuple(fc.constantFrom(...seeds), fc.nat())
  .map(([seed, n]) => Buffer.from(JSON.stringify(seed).replace(/"[0-9a-f]{20}"/, String(10n ** 18n + BigInt(n)))));

const bodies = mutatedBodies(seeds, {
  odd: [0.5, "null", "../.."],
  bruised: fc.oneof({ weight: 4, arbitrary: bytesBruised(seeds) }, { weight: 1, arbitrary: barelyNumbered }),
  bruises: 2,
});

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
        if (content.kind === "text" && (content.text.length > longestText || /\0|\p{Surrogate}/u.test(content.text)))
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
