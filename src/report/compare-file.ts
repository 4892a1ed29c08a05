import { bareLine } from "./docx-words.ts";
import { paperLines } from "./paper-lines.ts";
import { type Frozen, proofSays } from "./proof.ts";
import type { Report } from "./report.ts";

/** What is no longer in a file of a frozen report, and what is in it that was not: both in order, both empty of the file itself. */
export type Differs = { readonly missing: readonly string[]; readonly added: readonly string[] };

/** Holds the lines of a file against those of the frozen report, line by line in their order. */
export const differsFrom = (lines: readonly string[], report: Report, frozen: Frozen): Differs => {
  const says = bareLine(proofSays(frozen));
  const expected = [...paperLines(report, says)];
  // The address of the house may have changed since; whoever reads it is told which one stands there.
  const found = lines.map((line) => (addressIn(line, frozen) === null ? line : says));
  return apart(expected, found);
};

/** The address a paper names for checking it, where the line is the one that was put there when it was frozen. */
export const addressIn = (line: string, frozen: Frozen): string | null => {
  const start = `${bareLine(proofSays(frozen))} Kiểm tra tại `;
  const address = line.startsWith(start) ? line.slice(start.length) : "";
  return /^https?:\/\/[^\s]+\/kiem-bao-cao\/[0-9A-F]{16}$/.test(address) ? address : null;
};

/** The longest run of lines that both have in this order stands; all others are apart. */
const apart = (expected: readonly string[], found: readonly string[]): Differs => {
  let [from, until] = [0, 0];
  while (from < Math.min(expected.length, found.length) && expected[from] === found[from]) from += 1;
  while (until < Math.min(expected.length, found.length) - from && expected.at(-1 - until) === found.at(-1 - until))
    until += 1;
  const a = expected.slice(from, expected.length - until);
  const b = found.slice(from, found.length - until);
  // A file with so much beside the report is no paper of it; comparing line with line would take its length squared.
  if (b.length > 10 * (a.length + MANY)) return { missing: a, added: b.slice(0, MANY) };
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const missing: string[] = [];
  const added: string[] = [];
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) missing.push(a[i++] ?? "");
    else added.push(b[j++] ?? "");
  }
  return { missing, added };
};
const MANY = 200;
