import { conclude, files, started } from "./files.ts";
import type { Piece } from "./literals.ts";

// The repository speaks of the product alone: nothing of the machine it was written on, of the network it was installed
// through, of who wrote it with what, and no secret.

// A bracket in each pattern keeps this file from finding itself.
const LEAKS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a path of one machine", /(?<![\w.$}/])\/(?:wor[k]\/|hom[e]\/\w|roo[t]\/|Users[/]\w|tm[p]\/\w)/],
  ["the host of a package registry", /https?:\/\/[\w.-]*(?:registr[y]|artifactor[y]|verdacci[o]|nexu[s])[\w.-]*/i],
  ["an address inside a network", /https?:\/\/(?:10\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+/],
  [
    "a word about how it was made",
    /\b(?:(?<!@babel\/)helpe[r]-\w+|sub-?agen[t]s?|co-authored-b[y]|generated wit[h])\b/i,
  ],
  ["the name of a writing machine", /\b(?:claud[e]|anthropi[c]|copilo[t]|chatgp[t]|opena[i]|codex-cl[i])\b/i],
  ["a bot token", /(?<!\d)(?!123456789:)\d{8,10}:AA[\w-]{33}(?![\w-])/],
  ["a private key", /-----BEGI[N] [A-Z ]*PRIVATE KEY/],
];

/** Rooms that teach people about the world, where the names of things may stand. */
const TEACHES = /^(content|seeds|flows)\//;

/** What a file of the repository should not say. */
export function leaksIn(text: string, path: string): Piece[] {
  return text.split("\n").flatMap((words, at) =>
    LEAKS.filter(
      ([what, pattern]) => pattern.test(words) && !(what === "the name of a writing machine" && TEACHES.test(path)),
    ).map(([what]) => ({
      line: at + 1,
      text: what,
    })),
  );
}

if (started(import.meta.filename)) {
  const all = files().filter(({ path }) => path !== "test/scripts/check-leaks.test.ts");
  const faults = all.flatMap(({ path, text }) =>
    leaksIn(text ?? "", path).map((piece) => `${path}:${piece.line}: ${piece.text}`),
  );
  conclude("check-leaks", faults, `${all.length} files`);
}
