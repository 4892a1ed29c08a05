import { expect, test } from "vitest";
import { codes, meaningOf } from "../../../src/channels/zalo-oa/codes.ts";

/** The table of the reference, §2.13, as numbers. */
const documented = [
  -32, -100, -200, -201, -204, -205, -209, -210, -211, -212, -213, -216, -217, -218, -219, -220, -221, -223, -224, -227,
  -230, -232, -233, -234, -235, -240, -242, -244, -248, -249, -320, -321, -403, -124, -14002, -14003,
];

test("every documented code has a meaning and a reason, and there are no others", () => {
  expect(
    Object.keys(codes)
      .map(Number)
      .sort((a, b) => a - b),
  ).toEqual(documented.toSorted((a, b) => a - b));
  for (const code of documented) expect(meaningOf(code).says).not.toBe("");
});

test.each([-1, 404, Number.MAX_SAFE_INTEGER])("a code nobody knows (%i) is tried again, not given up", (code) => {
  expect(meaningOf(code).outcome).toBe("retry");
});
