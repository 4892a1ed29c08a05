import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Learnt } from "../../../src/channels/zalo-oa/deps.ts";
import { receiver } from "../../../src/channels/zalo-oa/receive.ts";
import { longestText } from "../../../src/kit/text.ts";
import { oaEvents, userId } from "../../fakes/zalo-oa/events.ts";
import { mutatedBodies } from "../mutated.ts";
import { morning } from "./kit.ts";

/** 5,000 with every change; FUZZ=100000 for the full run. */
const numRuns = Number(process.env.FUZZ ?? 5_000);
const appId = "4400000000000000001";
const oaId = "5500000000000000001";
const connection = {
  id: "z",
  commune: "00000",
  channel: "zalo-oa",
  settings: { appId, oaId, appSecret: "app-secret", secretKey: "oa-secret" },
} as const;
const blank: Learnt = {
  endpoint: "v3",
  v3RefusedAt: null,
  v2RefusedAt: null,
  buttonsRefused: {},
  signature: null,
  signatureWrong: 0,
  signatureWrongAt: null,
};
const receive = receiver({ learnt: { read: () => blank, note: () => {} }, raise: () => {} });
const make = oaEvents({ appId, oaId, clock: () => morning });
const bac = userId(1);
const seeds = [
  make.text(bac, "Xin chào"),
  make.text(bac, "#bdhvs:t:k"),
  make.image(bac),
  make.location(bac),
  make.follow(bac),
  make.unfollow(bac),
  make.withdraw(bac),
  make.clickChatnow(bac),
  make.echo("text", bac),
];

const bodies = mutatedBodies(seeds, {
  odd: ["constructor", "toString", "\ud800", "#bdhvs:", "#bdhvs:~"],
});

/** Signed with the header's timestamp, so that a body of any shape can be authentic. */
const signed = (raw: Buffer, secret = "oa-secret") => ({
  "x-zevent-timestamp": String(morning),
  "x-zevent-signature": `mac=${createHash("sha256").update(appId).update(raw).update(String(morning)).update(secret).digest("hex")}`,
});

test("mutated bodies, authentic: never a throw, and whatever comes through is well formed", {
  timeout: 600_000,
}, () => {
  const seen = { accepted: 0, unknown: 0, unreadable: 0 };
  fc.assert(
    fc.property(bodies, (raw) => {
      const result = receive(raw, signed(raw), connection, morning + 500);
      if (!result.ok) {
        seen.unreadable += 1;
        return result.fault.code === "BODY_UNREADABLE";
      }
      seen[result.value.unknown ? "unknown" : "accepted"] += 1;
      for (const { chat, key, at, content } of result.value.inbounds) {
        if (
          !/^[\w.:@-]{1,128}$/.test(chat) ||
          key === "" ||
          key.length > 400 ||
          !Number.isFinite(at) ||
          at > morning + 500
        )
          return false;
        if (content.kind === "text" && content.text.length > longestText) return false;
      }
      return true;
    }),
    { numRuns },
  );
  // The mutations must reach all three ends, or this test proves nothing.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
});

test("no forged request is let in, whatever its body and header", { timeout: 600_000 }, () => {
  const header = fc.oneof(
    fc.string(),
    fc.constantFrom("", "mac=", "mac=undefined", undefined, `mac=${"0".repeat(64)}`),
    fc.stringMatching(/^mac=[0-9a-f]{64}$/),
    fc.constantFrom("", "x", "undefined", "null", appId, oaId),
  );
  fc.assert(
    fc.property(bodies, header, fc.constantFrom("x", "", "undefined", appId), (raw, given, secret) => {
      const headers = given?.length === 1 ? signed(raw, secret) : { "x-zevent-signature": given };
      const result = receive(raw, headers, connection, morning);
      if (result.ok) return given === undefined && result.value.inbounds.length === 0;
      return result.fault.code === "SIGNATURE_WRONG";
    }),
    { numRuns },
  );
});
