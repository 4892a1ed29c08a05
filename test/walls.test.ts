import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { afterAll, beforeAll, expect, test } from "vitest";

// A small house with one door too many for each rule of .dependency-cruiser.cjs, and the doors that are allowed.
const root = resolve(import.meta.dirname, "..");

const value = (to: string) => `import { a } from "${to}"; export const b = a;\n`;
const type = (to: string) => `import type { A } from "${to}"; export type B = A;\n`;
const nothing = "export const a = 1; export type A = number;\n";

const house: Record<string, string> = {
  // Its own, so that a package that changes its place in ours changes nothing here.
  "package.json": JSON.stringify({
    type: "module",
    dependencies: { zod: "*", "better-sqlite3": "*", kysely: "*" },
    devDependencies: { typescript: "*" },
  }),
  "src/errors.ts": nothing,
  "src/kit/text.ts": nothing,
  "src/kit/result.ts": type("../errors.ts"),
  "src/engine/block.ts": nothing,
  "src/engine/start.ts": value("./block.ts") + value("../kit/text.ts") + value("zod"),
  "src/channels/message.ts": type("../engine/block.ts") + value("../errors.ts") + value("../kit/result.ts"),
  "src/channels/degrade/split.ts": nothing,
  "src/channels/telegram/send.ts": value("../message.ts") + value("../degrade/split.ts"),
  "src/channels/web/send.ts": nothing,
  "src/channels/all.ts": value("./telegram/send.ts") + value("./web/send.ts"),
  "src/config.ts": value("./channels/all.ts"),
  "src/store/turn-store.ts": type("../engine/block.ts"),
  "src/store/sqlite/open.ts": value("better-sqlite3"),
  "src/turns/intake.ts": value("../engine/start.ts") + type("../store/turn-store.ts"),
  "src/site/chat.ts": value("../channels/web/send.ts"),
  "src/cli/ask.ts": type("../app.ts"),
  "src/app.ts": value("./store/sqlite/open.ts") + value("./channels/telegram/send.ts"),
  "src/main.ts": value("./app.ts"),
  "src/people/learner.ts": nothing,

  "src/engine/bad-room.ts": value("../errors.ts"),
  "src/engine/bad-clock.ts": value("node:timers"),
  "src/channels/bad-engine.ts": value("../engine/start.ts"),
  "src/channels/bad-store.ts": type("../store/turn-store.ts"),
  "src/channels/bad-block.ts": value("../engine/block.ts"),
  "src/channels/web/bad-neighbour.ts": value("../telegram/send.ts"),
  "src/desk/bad-driver.ts": value("better-sqlite3"),
  "src/indicator/bad-builder.ts": value("kysely"),
  "src/store/ports/villages.ts": nothing,
  "src/desk/villages.ts": type("../store/ports/villages.ts"),
  "src/desk/bad-port.ts": value("../store/ports/villages.ts"),
  "src/desk/bad-table.ts": type("../store/turn-store.ts"),
  "src/turns/bad-database.ts": value("../store/sqlite/open.ts"),
  "src/delivery/bad-channel.ts": value("../channels/telegram/send.ts"),
  "src/delivery/bad-list.ts": value("../channels/all.ts"),
  "src/site/bad-channel.ts": type("../channels/telegram/send.ts"),
  "src/site/bad-desk.ts": type("../desk/bad-root.ts"),
  "src/desk/bad-root.ts": value("../app.ts"),
  "src/kit/bad-room.ts": value("../people/learner.ts"),
  "src/people/bad-types.ts": type("./bad-types-back.ts"),
  "src/people/bad-types-back.ts": type("./bad-types.ts"),
  "src/engine/steps/registry.ts": nothing,
  "src/engine/bad-registry.ts": value("./steps/registry.ts"),
  "src/people/bad-circle.ts": value("./bad-circle-back.ts"),
  "src/people/bad-circle-back.ts": value("./bad-circle.ts"),
  "src/cellar/bad-place.ts": value("../errors.ts"),
  "src/people/bad-nothing.ts": value("./not-there.ts"),
  "src/kit/seeded.ts": nothing,
  "src/cli/demo.ts": value("../kit/seeded.ts"),
  "src/app/bad-chance.ts": value("../kit/seeded.ts"),
  "src/people/bad-tool.ts": value("typescript"),
};

let dir = "";
let broken: string[] = [];
let rules: string[] = [];
let looks: string[] = [];

const upIn = (rule: string) => `src/${rule.replace("-looks-down", "")}/up.ts`;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "walls-"));
  const options = await extractOptions(join(root, ".dependency-cruiser.cjs"));
  const named = (options.ruleSet?.forbidden ?? []).map(({ name }) => String(name));
  looks = named.filter((name) => name.endsWith("-looks-down"));
  // Every room looks up to the highest one, which nobody beneath may know.
  const above = Object.fromEntries(looks.map((rule) => [upIn(rule), type("../site/chat.ts")]));
  for (const [file, source] of Object.entries({ ...house, ...above })) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), source);
  }
  for (const shared of ["node_modules", "tsconfig.json"]) symlinkSync(join(root, shared), join(dir, shared));

  const { output } = await cruise(["src"], { ...options, validate: true, baseDir: dir });
  const { violations, ruleSetUsed } = (output as ICruiseResult).summary; // an object, because no output type was asked for
  broken = violations.map(({ rule, from }) => `${rule.name} ${from}`).sort();
  rules = (ruleSetUsed?.forbidden ?? []).map(({ name }) => String(name));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test("every bad door is found by its rule, and no good one is", () => {
  expect(broken.filter((line) => !line.includes("-looks-down ") && !line.endsWith("/up.ts"))).toEqual(
    [
      "engine-is-pure src/engine/bad-room.ts",
      "engine-is-pure src/engine/bad-clock.ts",
      "channels-know-messages-only src/channels/bad-engine.ts",
      "channels-know-messages-only src/channels/bad-store.ts",
      "channels-take-only-types-of-the-engine src/channels/bad-block.ts",
      "channels-are-strangers src/channels/web/bad-neighbour.ts",
      "only-the-store-opens-the-database src/desk/bad-driver.ts",
      "only-the-store-opens-the-database src/indicator/bad-builder.ts",
      "pages-never-see-tables src/desk/bad-table.ts",
      "ports-are-shapes src/desk/bad-port.ts",
      "only-the-root-picks-the-database src/turns/bad-database.ts",
      "only-the-root-picks-the-channels src/delivery/bad-channel.ts",
      "site-knows-the-web-channel-only src/site/bad-channel.ts",
      "the-list-of-channels-is-for-few src/delivery/bad-list.ts",
      "site-and-desk-are-strangers src/site/bad-desk.ts",
      "nobody-stands-on-the-root src/desk/bad-root.ts",
      "seeded-is-for-samples src/app/bad-chance.ts",
      "kit-stands-alone src/kit/bad-room.ts",
      // A circle is told once.
      "no-circles src/people/bad-circle-back.ts",
      "no-circles src/people/bad-types-back.ts",
      "registry-for-the-sprint-alone src/engine/bad-registry.ts",
      "every-room-has-its-place src/cellar/bad-place.ts",
      "nothing-missing src/people/bad-nothing.ts",
      "no-tools-at-run-time src/people/bad-tool.ts",
    ].sort(),
  );
});

test("no room looks up", () => {
  expect(looks.length).toBeGreaterThan(10);
  for (const rule of looks) expect(broken).toContain(`${rule} ${upIn(rule)}`);
});

test("every rule has its bad door here", () => {
  expect(rules.filter((rule) => !broken.some((line) => line.startsWith(`${rule} `)))).toEqual([]);
});
