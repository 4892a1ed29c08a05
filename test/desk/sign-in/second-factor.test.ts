import { describe, expect, test } from "vitest";
import {
  enrolment,
  newSecret,
  recoveryCodes,
  recoveryHash,
  timeStepOf,
} from "../../../src/desk/sign-in/second-factor.ts";
import { codeOf } from "../house.ts";

/** RFC 6238, Appendix B: the SHA-1 secret, of which the last six digits are shown. */
const rfc = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("a code", () => {
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
  ])("of the RFC holds: at %i s it is %s", (seconds, code) => {
    expect(timeStepOf(rfc, code, seconds * 1_000)).toBe(Math.floor(seconds / 30));
  });

  test("half a minute early or late holds, and no more; the step is the code's own", () => {
    const now = 1_800_000_015_000;
    const secret = newSecret();
    const steps = [-2, -1, 0, 1, 2].map((n) => timeStepOf(secret, codeOf(secret, now + n * 30_000), now));
    const at = Math.floor(now / 30_000);
    expect(steps).toEqual([null, at - 1, at, at + 1, null]);
  });

  test.each(["", "12345", "1234567", "abcdef", "12 34", "１２３４５６"])("%s is no code", (code) =>
    expect(timeStepOf(rfc, code, 59_000)).toBeNull());
});

test("the QR code says whose it is, and the key", () => {
  const uri = new URL(enrolment(rfc, "lan"));
  expect([uri.protocol, uri.host, uri.searchParams.get("secret")]).toEqual(["otpauth:", "totp", rfc]);
  expect(decodeURIComponent(uri.pathname)).toContain("lan");
});

test("recovery codes are different, long, and known however they are typed", () => {
  const codes = recoveryCodes();
  expect(new Set(codes).size).toBe(8);
  for (const code of codes) expect(code).toMatch(/^([A-Z2-9]{4}-){5}[A-Z2-9]{4}$/);
  const [first = ""] = codes;
  expect(recoveryHash(first.toLowerCase().replaceAll("-", " "))).toBe(recoveryHash(first));
});
