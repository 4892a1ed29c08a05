import { describe, expect, test } from "vitest";
import { breachDue } from "../../src/people/breach.ts";

const hour = 3_600_000;
const found = Date.UTC(2026, 10, 24, 2);
const by = found + 72 * hour;
const open = { found, authorityTold: null, closed: null };

describe("a breach of personal data", () => {
  test("is due within 72 hours of being found, the last moment included, and overdue after it", () => {
    expect(breachDue(open, found)).toEqual({ by, is: "due" });
    expect(breachDue(open, by)).toEqual({ by, is: "due" });
    expect(breachDue(open, by + 1)).toEqual({ by, is: "overdue" });
  });

  test("that was told in time stays told, however much later it is looked at; told after it was late", () => {
    for (const now of [by - hour, by + 1_000 * hour]) {
      expect(breachDue({ ...open, authorityTold: by }, now).is).toBe("told");
      expect(breachDue({ ...open, authorityTold: by + 1 }, now).is).toBe("told-late");
    }
  });

  test("that was closed without telling stands as closed, not as overdue; told and closed is told", () => {
    expect(breachDue({ ...open, closed: found + hour }, by + hour).is).toBe("closed");
    expect(breachDue({ found, authorityTold: found + hour, closed: found + 2 * hour }, by + hour).is).toBe("told");
  });
});
