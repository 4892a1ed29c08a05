import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Calibration, calibrate, type Judged } from "./calibration.ts";
import type { Classifier } from "./classifier.ts";
import { type Learnt, packed, unpacked } from "./classifier-file.ts";
import type { Lexicon } from "./lexicon.ts";
import { createReader } from "./reader.ts";
import { trainTopics, usual } from "./train.ts";
import { traits } from "./traits.ts";

/** A text that teaches, its topic, and how much it counts beside the others; `page` if a page says it itself. */
export type Lines = readonly {
  readonly text: string;
  readonly topic: string;
  readonly weight: number;
  readonly page?: true;
}[];

/** The search with this classifier, asked a question whose topic is known. */
export type Judge = (classifier: Classifier) => (text: string, topic: string) => Judged;

/**
 * What these lines teach: read from the file the build wrote, if it was learnt from exactly them, else learnt now and
 * kept there for the next start. Null where there is nothing to learn from.
 */
export const learnt = (file: string, lines: Lines, lexicon: Lexicon, judge: Judge): Learnt | null => {
  if (lines.length === 0) return null;
  const name = nameOf(lines, lexicon);
  const known = existsSync(file) ? unpacked(readFileSync(file), name) : null;
  if (known) return known;
  const made = { classifier: learnTopics(lines, lexicon), calibration: calibrated(lines, lexicon, judge) };
  write(file, packed(name, made));
  return made;
};

/**
 * Learns once more from five sixths of the lines and asks the last sixth: of what it has learnt itself a search is
 * always sure. What a page says itself is never kept out, because the page would still say it.
 */
const calibrated = (lines: Lines, lexicon: Lexicon, judge: Judge): Calibration => {
  const asked = judge(
    learnTopics(
      lines.filter((line) => !isHeldOut(line)),
      lexicon,
    ),
  );
  return calibrate(lines.filter(isHeldOut).map(({ text, topic }) => asked(text, topic)));
};

/** Whether a line is kept out of learning to be asked; always the same sixth, and never what a page says itself. */
export const isHeldOut = ({ text, page }: Lines[number]): boolean =>
  !page && (createHash("sha256").update(text).digest()[0] ?? 0) % 6 === 0;

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
  const how = [4, usual, { ...lexicon, joins: undefined }, [...traits(words, concepts).keys()]];
  return createHash("sha256")
    .update(JSON.stringify([how, lines]))
    .digest("base64url");
};

/** A folder that cannot be written only means learning again next time. */
const write = (file: string, bytes: Buffer): void => {
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
