import { spawnSync } from "node:child_process";
import { renameSync } from "node:fs";

// Changes the source in small wrong ways and sees whether a test notices. By hand, a room or a file at a time:
// `npm run mutate -- delivery`, `npm run mutate -- src/delivery/line.ts`. It takes minutes to hours, so it is no part of
// `check`. What is known of those that survive: docs/mutations.md.

/**
 * The rooms whose mistakes nobody would see: what is said, kept, counted and sent. Each is held by its own tests, for a
 * mistake that another room's test notices by chance is not held where it belongs. Those in `slow` are left out: on a database, or of thousands of cases, they take seconds.
 */
const rooms: Readonly<Record<string, { readonly slow: readonly string[] }>> = {
  delivery: { slow: ["outage.test.ts", "flood.test.ts", "riding.test.ts", "waiting.test.ts"] },
  indicator: { slow: ["count.test.ts", "declared.test.ts", "figure-set.test.ts", "marks.test.ts"] },
  people: { slow: [] },
  turns: { slow: ["*.random.test.ts", "push.test.ts", "review.test.ts"] },
  engine: { slow: ["random-walks.test.ts", "every-question.test.ts"] },
};

const asked = process.argv.slice(2);
const roomOf = (asked: string): string => asked.replace(/^src\//, "").split("/")[0] ?? "";
const strange = asked.filter((a) => !rooms[roomOf(a)]);
if (strange.length > 0) {
  process.stderr.write(`no such room: ${strange.join(", ")}; there are ${Object.keys(rooms).join(", ")}\n`);
  process.exit(2);
}
for (const [room, { slow }] of Object.entries(rooms)) {
  const parts = asked.length > 0 ? asked.filter((a) => roomOf(a) === room) : [room];
  if (parts.length === 0) continue;
  const mutate = parts.map((part) => (part.endsWith(".ts") ? part : `src/${part.replace(/^src\//, "")}/**/*.ts`));
  const { status } = spawnSync("npx", ["stryker", "run", "--mutate", mutate.join(",")], {
    stdio: "inherit",
    env: {
      ...process.env,
      MUTATE_TESTS: `test/${room}/**/*.test.ts`,
      MUTATE_SLOW: slow.map((name) => `test/${room}/${name}`).join(" "),
    },
  });
  renameSync("reports/mutation/report.json", `reports/mutation/${room}.json`);
  if (status !== 0) process.exitCode = 1;
}
