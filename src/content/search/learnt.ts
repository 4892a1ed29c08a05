import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Classifier } from "./classifier.ts";
import { packed, unpacked } from "./classifier-file.ts";
import type { Lexicon } from "./lexicon.ts";
import { createReader } from "./reader.ts";
import { trainTopics, usual } from "./train.ts";
import { traits } from "./traits.ts";

/** A text that teaches, its topic, and how much it counts beside the others. */
export type Lines = readonly { readonly text: string; readonly topic: string; readonly weight: number }[];

/**
 * The classifier of these lines: read from the file the build wrote, if it was learnt from exactly them, else learnt now
 * and kept there for the next start. Null where there is nothing to learn from.
 */
export const learnt = (file: string, lines: Lines, lexicon: Lexicon): Classifier | null => {
  if (lines.length === 0) return null;
  const name = nameOf(lines, lexicon);
  const known = existsSync(file) ? unpacked(readFileSync(file), name) : null;
  if (known) return known;
  const made = learnTopics(lines, lexicon);
  keep(file, packed(name, made));
  return made;
};

export const learnTopics = (lines: Lines, lexicon: Lexicon): Classifier => {
  const { parts } = createReader(lexicon);
  return trainTopics(
    lines.map(({ text, topic, weight }) => {
      const { words, concepts } = parts(text);
      return { traits: traits(words, concepts), topic, weight };
    }),
  );
};

/** All that a classifier depends on: the lines, the lexicon, how it is learnt, and how a text is taken apart. */
const nameOf = (lines: Lines, lexicon: Lexicon): string => {
  const { words, concepts } = createReader(lexicon).parts("Máy báo: quên mk VNeID thì làm sao?");
  const how = [2, usual, lexicon, [...traits(words, concepts).keys()]];
  return createHash("sha256")
    .update(JSON.stringify([how, lines]))
    .digest("base64url");
};

/** A folder that cannot be written only means learning again next time. */
const keep = (file: string, bytes: Buffer): void => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Two processes may learn at once: whoever reads sees one file whole or the other.
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, bytes);
    renameSync(beside, file);
  } catch {
    // Nothing depends on it.
  }
};
