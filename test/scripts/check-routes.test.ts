import { expect, test } from "vitest";
import { routeFaults } from "../../scripts/check-routes.ts";

const classOf = (method: string, url: string): string | null => (`${method} ${url}` === "GET /a" ? "page" : null);

test("a route without a class, and a class without a route, are told by name", () => {
  expect(routeFaults(["GET /a"], ["GET /a"], classOf)).toEqual([]);
  const faults = routeFaults(["GET /a", "POST /a"], ["GET /a", "GET /gone"], classOf);
  expect(faults).toHaveLength(2);
  expect(faults[0]).toContain("POST /a: no rate class");
  expect(faults[1]).toContain("GET /gone");
});
