import { existsSync } from "node:fs";
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
  conclude("check-docs", [...lost, ...untested, ...missed, ...missing], `${pages.length} pages`);
}
