import { z } from "zod";

/**
 * How often the best page is the right one, by what the search says of it. Two signs tell it (Platt's scaling): how far
 * the best is ahead of the next, and how much was said: of two words that fit one page alone many belong elsewhere.
 */
export const Calibration = z.strictObject({
  bias: z.number(),
  ahead: z.number(),
  words: z.number(),
  /** From so likely on the page is opened at once: there, of a hundred opened, no more than `wrongOpened` × 100 were wrong. */
  certain: z.number(),
  /** What was measured on questions kept out: by tenths of what it says, how many there were and how many were right. */
  table: z.array(z.strictObject({ said: z.number(), n: z.int(), right: z.int() })),
  /** Of the questions kept out, how many would be opened at once, and how many of those wrongly. */
  opened: z.strictObject({ of: z.int(), n: z.int(), wrong: z.int() }),
});
export type Calibration = z.infer<typeof Calibration>;

/** What is known about the best page before its answer is known to be right. */
export type Signs = { readonly ahead: number; readonly words: number };

/** A question whose answer is known, with what the search made of it; `opens` false: it named nothing that could be opened. */
export type Judged = Signs & { readonly opens: boolean; readonly right: boolean };

/** At most this share of the pages opened at once may be wrong. A little below the promised 5 %, because it is measured on a sample. */
const wrongOpened = 0.04;
/** Fewer than these say nothing about a share of one in twenty-five. */
const enough = 100;

/** How likely the best page is right, 0–1. */
export const likelihood = ({ bias, ahead, words }: Weighted, signs: Signs): number =>
  1 / (1 + Math.exp(-(bias + ahead * signs.ahead + words * signs.words)));

export const calibrate = (judged: readonly Judged[]): Calibration => {
  const opening = judged.filter((j) => j.opens);
  const found = fitted(opening);
  const said = opening
    .map((j) => ({ likely: likelihood(found, j), right: j.right }))
    .sort((a, b) => b.likely - a.likely);
  const opened = longestRight(said);
  return {
    ...found,
    // Above 1 nothing is ever opened: where little is known, people are asked.
    certain: said[opened.n - 1]?.likely ?? 2,
    opened: { of: judged.length, ...opened },
    table: Array.from({ length: 10 }, (_, tenth) => {
      const here = said.filter((s) => Math.min(9, Math.floor(s.likely * 10)) === tenth);
      const sum = here.reduce((all, s) => all + s.likely, 0);
      return { said: rounded(sum / (here.length || 1)), n: here.length, right: here.filter((s) => s.right).length };
    }),
  };
};

type Weighted = Pick<Calibration, "bias" | "ahead" | "words">;

/** As many as can be opened, likeliest first, while the share of wrong ones stays below the line; what is as likely goes together. */
const longestRight = (
  said: readonly { readonly likely: number; readonly right: boolean }[],
): { readonly n: number; readonly wrong: number } => {
  let wrong = 0;
  let most = { n: 0, wrong: 0 };
  said.forEach(({ right, likely }, i) => {
    if (!right) wrong += 1;
    if (i + 1 >= enough && said[i + 1]?.likely !== likely && wrong <= wrongOpened * (i + 1)) most = { n: i + 1, wrong };
  });
  return most;
};

/**
 * Logistic regression by whole steps down the slope, always as many: the same questions give the same weights. The signs
 * are brought to one size first, or the steps for one would be leaps for the other.
 */
const fitted = (judged: readonly Judged[]): Weighted => {
  const [ahead, words] = [sizeOf(judged.map((j) => j.ahead)), sizeOf(judged.map((j) => j.words))];
  const texts = judged.map((j) => ({
    ahead: (j.ahead - ahead.mean) / ahead.spread,
    words: (j.words - words.mean) / words.spread,
    right: j.right ? 1 : 0,
  }));
  const w = { bias: 0, ahead: 0, words: 0 };
  const pace = 2 / (texts.length || 1);
  for (let round = 0; round < rounds; round++) {
    const step = { bias: 0, ahead: 0, words: 0 };
    for (const t of texts) {
      const error = t.right - likelihood(w, t);
      step.bias += error;
      step.ahead += error * t.ahead;
      step.words += error * t.words;
    }
    w.bias += step.bias * pace;
    w.ahead += step.ahead * pace;
    w.words += step.words * pace;
  }
  const own = { ahead: w.ahead / ahead.spread, words: w.words / words.spread };
  return {
    bias: rounded(w.bias - own.ahead * ahead.mean - own.words * words.mean),
    ahead: rounded(own.ahead),
    words: rounded(own.words),
  };
};
const rounds = 400;

const sizeOf = (values: readonly number[]): { readonly mean: number; readonly spread: number } => {
  const n = values.length || 1;
  const mean = values.reduce((sum, v) => sum + v, 0) / n;
  return { mean, spread: Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / n) || 1 };
};

const rounded = (x: number): number => Math.round(x * 1e4) / 1e4;
