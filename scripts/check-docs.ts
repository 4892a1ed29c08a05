import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { conclude, files, root, started } from "./files.ts";

// A page that points nowhere is worse than none: people follow it when something is on fire.

/** The links of a page to files of the repository, as paths from the root. */
export const linksIn = (text: string, path: string): string[] =>
  [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) =>
    normalize(join(dirname(path), match[1] ?? "")),
  );

/** What a page says is tested there: `test/desk/log.test.ts`, or a folder. Patterns with a star are not looked up. */
export const testsIn = (text: string): string[] =>
  [...text.matchAll(/`(test\/(?![^`]*NAME)[^`\s*{}<>…]+)`/g)].map((match) => match[1] ?? "");

/** The files a page sends people to, links or not. Of a path with NAME in it, which is theirs to make, the folder it goes into. */
export const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:src|test|content|flows|seeds|scripts|docs)\/[^`\s*{}<>…]*)`/g)].map((match) =>
    (match[1] ?? "").replace(/[^/]*NAME.*$/, ""),
  );

/** Decisions that the list does not name. */
export const unlisted = (list: string, decisions: readonly string[]): string[] =>
  decisions.filter((name) => !list.includes(`(${name})`));

/** The rooms in the order a page's table names them, a folder at the beginning of each row. */
export const roomsIn = (text: string, rooms: readonly string[]): string[] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`src\/([a-z]+)\/`/g)].map((match) => match[1] ?? ""))
    .filter((room) => rooms.includes(room));

/** The rooms from the ground up, as the walls have them. */
export const roomOrder = (walls: string): string[] =>
  [...(/const ROOMS = \[([^\]]*)\]/.exec(walls)?.[1] ?? "").matchAll(/"(\w+)"/g)].map((match) => match[1] ?? "");

if (started(import.meta.filename)) {
  const pages = files().filter(({ path }) => path.endsWith(".md"));
  const lost = pages.flatMap(({ path, text }) =>
    linksIn(text ?? "", path)
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${path}: points to ${target}, which is not there`),
  );
  const untested = pages.flatMap(({ path, text }) =>
    testsIn(text ?? "")
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${path}: names ${target}, which is not there`),
  );
  const sentTo = pathsIn(pages.find(({ path }) => path === "CONTRIBUTING.md")?.text ?? "");
  const missed = sentTo
    .filter((target) => !existsSync(join(root, target)))
    .map((target) => `CONTRIBUTING.md: names ${target}, which is not there`);
  const list = pages.find(({ path }) => path === "docs/decisions/README.md")?.text ?? "";
  const decisions = pages.flatMap(({ path }) => /^docs\/decisions\/(\d{4}-.*)$/.exec(path)?.[1] ?? []);
  const missing = unlisted(list, decisions).map((name) => `docs/decisions/README.md does not list ${name}`);
  const order = roomOrder(readFileSync(join(root, ".dependency-cruiser.cjs"), "utf8"));
  const told = roomsIn(pages.find(({ path }) => path === "README.md")?.text ?? "", order);
  const disordered =
    told.join() === order.join() ? [] : [`README.md: the rooms are, in this order: ${order.join(", ")}`];
  conclude("check-docs", [...lost, ...untested, ...missed, ...missing, ...disordered], `${pages.length} pages`);
}
