import { readdirSync, readFileSync } from "node:fs";
import { resolve as pathOf } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdsAsSession, readSession, sessionMigrations } from "../../src/engine/read-session.ts";
import { resume } from "../../src/engine/resume.ts";
import { Session, spec } from "../../src/engine/session.ts";
import { agreed, envAt, facts } from "./world.ts";

/** Sessions as the programs of an older spec wrote them, one file a spec. */
const folder = pathOf(import.meta.dirname, "sessions");
const fixtures = readdirSync(folder).map((file) => {
  const stored: unknown[] = JSON.parse(readFileSync(pathOf(folder, file), "utf8"));
  return [Number(/^spec-(\d+)\.json$/.exec(file)?.[1]), stored.map((s) => JSON.stringify(s))] as const;
});

describe("a session of an older spec", () => {
  test("each has a migration and a fixture", () => {
    const older = Array.from({ length: spec - 1 }, (_, i) => i + 1);
    expect(Object.keys(sessionMigrations).map(Number)).toEqual(older);
    expect(fixtures.map(([n]) => n).sort()).toEqual(older);
  });

  test.each(fixtures)("spec %i is read and gone on with", (n, stored) => {
    for (const text of stored) {
      expect(JSON.parse(text)).toMatchObject({ spec: n });
      const session = readSession(text);
      if (!session) throw new Error("not read");
      expect(Session.parse(session)).toEqual(session);
      expect(holdsAsSession(text)).toBe(true);
      const input = { type: "text", text: "1", sensitive: false } as const;
      const sprint = resume(agreed, session, input, facts, envAt());
      if ("rejected" in sprint) throw new Error(sprint.rejected);
      expect(sprint.events.map((e) => e.type)).toContain("message");
      expect(sprint.events.map((e) => e.type)).not.toContain("failed");
    }
  });

  test("lists that were words become lists, in runs and bookmarks", () => {
    const words = fc.array(fc.stringMatching(/^[a-z:-]{1,12}$/), { maxLength: 5 });
    fc.assert(
      fc.property(words, words, words, (found, items, seen) => {
        const run = (vars: object) => ({ flow: "f", version: "v", state: "s", at: 0, vars, trail: [] });
        const old = { found: found.join(" "), items: items.join(" "), seen: seen.join(" "), asked: "a b", n: 1 };
        const now = { found, items, seen, asked: "a b", n: 1 };
        const rest = { status: "waiting", token: "t", wait: null, seenAt: 1, echo: { text: "", times: 0, since: 0 } };
        const before = { ...rest, spec: 1, runs: [run(old)], bookmarks: [{ runs: [run(old)], at: 1 }] };
        const after = { ...rest, spec, runs: [run(now)], bookmarks: [{ runs: [run(now)], at: 1 }] };
        expect(readSession(JSON.stringify(before))).toEqual(after);
      }),
    );
  });
});

test("whatever stands where an older session stood is read as a session or refused, never thrown at", () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const other = fc.oneof(
    fc.constant(1),
    value.filter((v) => v !== spec),
  );
  const nearly = fc.record({ spec: other, runs: value, bookmarks: value, wait: value }, { requiredKeys: ["spec"] });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        nearly.map((s) => JSON.stringify(s)),
        value.map((v) => JSON.stringify(v)),
      ),
      (stored) => {
        const read = readSession(stored);
        expect(read === null || Session.safeParse(read).success).toBe(true);
        if (read) expect(holdsAsSession(stored)).toBe(true);
      },
    ),
  );
  expect(readSession(JSON.stringify({ spec: spec + 1 }))).toBeNull();
  expect(readSession("")).toBeNull();
});
