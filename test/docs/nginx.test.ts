import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { namedRoutes, rateOf } from "../../src/app/http/rate-classes.ts";

// The sample an operator copies. A code that opens somebody's data, a certificate or the desk stands in the address: no log
// of nginx may keep it, or whoever reads the log can open what it opens.

const guide = readFileSync(resolve(import.meta.dirname, "../../docs/van-hanh.md"), "utf8");
const sample = (/```nginx\n(.*?)```/s.exec(guide)?.[1] ?? "").replace(/^\s*#.*$/gm, "");
const locations = [...sample.matchAll(/location ([=~]?) ?(\S+) \{([^}]*)\}/g)].map(
  ([, how, path = "", block = ""]) => ({
    how,
    path,
    block,
  }),
);

/** As nginx chooses: the same address, else the first pattern, else the beginning. */
const blockOf = (url: string): string =>
  (
    locations.find(({ how, path }) => how === "=" && path === url) ??
    locations.find(({ how, path }) => how === "~" && new RegExp(path).test(url)) ??
    locations.find(({ how, path }) => how === "" && url.startsWith(path))
  )?.block ?? "";

const opening = namedRoutes().flatMap((name) => {
  const [method = "", url = ""] = name.split(" ");
  const opens = url.includes(":") && ["code", "sign-in"].includes(rateOf(method, url) ?? "");
  return opens ? [url.replace(/:\w+/g, "Y8U7Q6K4A2B3")] : [];
});

test("no address with a code in it is logged, when all goes well or when it does not", () => {
  expect(opening.length).toBeGreaterThan(5);
  for (const url of opening) {
    expect(blockOf(url), url).toMatch(/^\s*access_log off;$/m);
    expect(blockOf(url), url).toMatch(/^\s*error_log \/dev\/null crit;$/m);
  }
  expect(blockOf("/chat")).not.toContain("access_log off");
});

test("what is logged holds nothing behind a question mark, of this page or of the one before", () => {
  const [, format, variables = ""] = /log_format (\w+) '([^']+)';/.exec(sample) ?? [];
  expect([...variables.matchAll(/\$\w+/g)].flat()).toEqual([
    "$remote_addr",
    "$time_local",
    "$request_method",
    "$uri",
    "$status",
    "$body_bytes_sent",
    "$http_user_agent",
  ]);
  const logs = [...sample.matchAll(/^\s*access_log ([^;]+);/gm)].map(([, where]) => where);
  expect(logs.filter((where) => where !== "off")).toEqual([`/var/log/nginx/bdhvs.log ${format}`]);
  // A refusal is logged with the address that was asked for, from "error" on.
  for (const kind of ["conn", "req"]) expect(sample).toMatch(new RegExp(`limit_${kind}_log_level +notice;`));
});
