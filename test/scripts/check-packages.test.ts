import { expect, test } from "vitest";
import { dependencyFaults } from "../../scripts/check-dependencies.ts";
import { installScriptFaults, nameOf } from "../../scripts/check-install-scripts.ts";
import { judge } from "../../scripts/check-licences.ts";

test("an install script that nobody allowed is found, and an allowance that nobody needs", () => {
  const lock = {
    packages: {
      "": {},
      "node_modules/plain": {},
      "node_modules/builds": { hasInstallScript: true },
      "node_modules/plain/node_modules/@deep/builds": { hasInstallScript: true },
    },
  };
  expect(installScriptFaults(lock, { builds: true, gone: true })).toEqual([
    "@deep/builds runs a script when installed and is not in allowScripts of package.json",
    "gone is in allowScripts but has no install script",
  ]);
  expect(installScriptFaults(lock, { builds: true, "@deep/builds": false })).toEqual([]);
});

test("the name of a package is what follows the last node_modules", () => {
  expect(nameOf("node_modules/a/node_modules/@b/c")).toBe("@b/c");
});

test.each([
  ["MIT", "allowed"],
  ["MPL-2.0", "unchanged"],
  ["(MIT OR GPL-3.0)", "allowed"],
  ["(MPL-2.0 OR AGPL-3.0)", "unchanged"],
  ["MIT AND OFL-1.1", "allowed"],
  ["MIT AND GPL-3.0", "refused"],
  ["MIT AND ISC OR GPL-3.0", "refused"],
  ["AGPL-3.0", "refused"],
  ["BUSL-1.1", "refused"],
  ["SEE LICENSE IN LICENSE.md", "refused"],
  ["no licence", "refused"],
])("%s is %s", (licence, verdict) => {
  expect(judge(licence)).toBe(verdict);
});

test("each package has its reason, and no reason outlives its package", () => {
  const decision =
    "| package | why |\n| --- | --- |\n| `kept` | because it reads YAML well |\n| `bare` | |\n| `gone` | it was here once, long ago |\n";
  expect(dependencyFaults(["kept", "bare", "new"], decision)).toEqual([
    "bare: docs/decisions/0005-dependencies.md does not say why it is here",
    "new: docs/decisions/0005-dependencies.md does not say why it is here",
    "gone: explained in docs/decisions/0005-dependencies.md, but not in package.json",
  ]);
});
