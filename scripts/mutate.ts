import { spawnSync } from "node:child_process";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { broughtUpToDate, placesUnnoticed, readReport, scoreTable } from "./mutation-report.ts";

// Changes the source in small wrong ways and sees whether a test notices. By hand, for it takes minutes to hours:
// `npm run mutate -- delivery` (a room), `… src/delivery/line.ts` (a file), `… src/delivery/line.ts:50-60` (some lines),
// `… again delivery` (what nobody noticed the last time). What is known of those that survive: docs/mutations.md.

/**
 * The rooms whose mistakes nobody would see: what is said, kept, counted and sent. Each is held by its own tests, for a
 * mistake that another room's test notices by chance is not held where it belongs. Those that take
 * seconds, on a database, on the real contents or of thousands of cases, are left out.
 */
const rooms: Readonly<Record<string, { readonly quick?: readonly string[]; readonly slow?: readonly string[] }>> = {
  delivery: { slow: ["outage", "flood", "riding", "waiting"] },
  indicator: { slow: ["count", "declared", "figure-set", "marks", "suppress"] },
  people: {},
  turns: {
    quick: ["answered", "concluded", "for-storage", "input-of", "refusals", "retention", "speak", "watch", "writes"],
  },
  // Most tests of this room walk through the real contents.
  engine: {
    quick: ["alike", "aside", "changes", "circling", "hearing", "records", "resume", "run-command", "stack"],
  },
};
const roomOf = (part: string): string => part.replace(/^src\//, "").split("/")[0] ?? "";

const again = process.argv[2] === "again";
const asked = process.argv.slice(again ? 3 : 2);
const strange = asked.filter((part) => !rooms[roomOf(part)]);
if (strange.length > 0) {
  process.stderr.write(`no such room: ${strange.join(", ")}; there are ${Object.keys(rooms).join(", ")}\n`);
  process.exit(2);
}
for (const [room, { quick = ["**/*"], slow = [] }] of Object.entries(rooms)) {
  const parts = asked.length > 0 ? asked.filter((part) => roomOf(part) === room) : [room];
  if (parts.length === 0) continue;
  const report = `reports/mutation/${room}.json`;
  const before = again ? readReport(report) : null;
  const places = before
    ? placesUnnoticed(before)
    : parts.map((part) => (/\.ts(?::\d.*)?$/.test(part) ? part : `src/${part.replace(/^src\//, "")}/**/*.ts`));
  if (places.length === 0) continue;
  const { status } = spawnSync("npx", ["stryker", "run", "--mutate", places.join(",")], {
    stdio: "inherit",
    env: {
      ...process.env,
      MUTATE_TESTS: quick.map((name) => `test/${room}/${name}.test.ts`).join(" "),
      MUTATE_SLOW: slow.map((name) => `test/${room}/${name}.test.ts`).join(" "),
    },
  });
  if (status !== 0) process.exitCode = 1;
  // A test failed before anything was changed: there is nothing to tell.
  if (!existsSync("reports/mutation/report.json")) continue;
  renameSync("reports/mutation/report.json", report);
  if (before) writeFileSync(report, JSON.stringify(broughtUpToDate(before, readReport(report))));
  process.stdout.write(`${scoreTable(readReport(report))}\n`);
}
