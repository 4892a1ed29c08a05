import { type Classifier, type Columns, columnsOf } from "./classifier.ts";
import type { Trait } from "./traits.ts";

/** One text to learn from: its traits, the topic it belongs to and how much it counts beside the others. */
export type Sample = {
  readonly traits: ReadonlyMap<number, Pick<Trait, "block">>;
  readonly topic: string;
  readonly weight: number;
};

/** How it is learnt. Chosen by folds over the sample questions: see docs/decisions/0070-search-learnt.md. */
export const usual = {
  /** A trait that one text alone has teaches nothing about another. */
  seenIn: 2,
  rounds: 8,
  rate: 1,
  /** What each trait counts as having moved at first, so that the first step is no leap. */
  start: 0.05,
  /** An error this small is not worth the time of correcting it. */
  negligible: 0.003,
  /** Entries that are kept, so that the file stays below 4 MB. */
  entries: 1_500_000,
};

/**
 * Multinomial logistic regression by stochastic gradient steps that shrink with what a trait has moved already
 * (AdaGrad). The order is shuffled by a generator of its own, so the same samples always give the same classifier.
 */
export const trainTopics = (samples: readonly Sample[], how: typeof usual = usual): Classifier => {
  const topics = [...new Set(samples.map((s) => s.topic))].sort();
  if (topics.length > 256) throw new Error("a topic is a byte of the classifier: more than 256 need another form");
  const placeOf = new Map(topics.map((t, i) => [t, i]));
  const found = frequent(samples, how.seenIn);
  const rowOf = new Map(found.map(({ key }, row) => [key, row]));
  const rarity = Float32Array.from(found, ({ seen }) => Math.log(1 + samples.length / seen));
  const stranger = Math.log(1 + samples.length);
  const texts = samples.map(({ traits, topic, weight }) => ({
    ...columnsOf(traits, (key) => rowOf.get(key), rarity, stranger),
    topic: placeOf.get(topic) ?? 0,
    weight,
  }));
  const table = descend(texts, found.length, topics.length, how);
  return {
    topics,
    keys: Uint32Array.from(found, (k) => k.key),
    rarity,
    stranger,
    bias: table.bias,
    ...heaviest(table.weights, topics.length, how.entries),
  };
};

/** In the order of their numbers, so that nothing depends on the order of files. */
const frequent = (samples: readonly Sample[], least: number): { readonly key: number; readonly seen: number }[] => {
  const seen = new Map<number, number>();
  for (const { traits } of samples) for (const key of traits.keys()) seen.set(key, (seen.get(key) ?? 0) + 1);
  return [...seen].flatMap(([key, n]) => (n >= least ? [{ key, seen: n }] : [])).sort((a, b) => a.key - b.key);
};

type Text = Columns & { readonly topic: number; readonly weight: number };

const descend = (texts: readonly Text[], rows: number, topics: number, how: typeof usual) => {
  const weights = new Float32Array(rows * topics);
  const bias = new Float32Array(topics);
  const moved = new Float32Array(rows).fill(how.start);
  const errors = new Float32Array(topics);
  const order = texts.map((_, i) => i);
  const random = generator();
  for (let round = 0; round < how.rounds; round++) {
    shuffle(order, random);
    const rate = how.rate * (1 - (0.9 * round) / how.rounds);
    for (const at of order) {
      const text = texts[at];
      if (text) learn(text, rate);
    }
  }
  return { weights, bias };

  function learn(text: Text, rate: number): void {
    errors.set(bias);
    addScores(text, weights, errors);
    toShares(errors);
    errors[text.topic] = (errors[text.topic] ?? 0) - 1;
    const wrong: number[] = [];
    let square = 0;
    for (let topic = 0; topic < topics; topic++) {
      const error = errors[topic] ?? 0;
      if (Math.abs(error) < how.negligible) continue;
      wrong.push(topic);
      square += error * error;
      bias[topic] = (bias[topic] ?? 0) - rate * 0.05 * error * text.weight;
    }
    for (let i = 0; i < text.rows.length; i++) {
      const row = text.rows[i] ?? 0;
      const value = (text.values[i] ?? 0) * text.weight;
      const sum = (moved[row] ?? 0) + square * value * value;
      moved[row] = sum;
      const pace = (rate * value) / Math.sqrt(sum);
      const base = row * topics;
      for (const topic of wrong) weights[base + topic] = (weights[base + topic] ?? 0) - pace * (errors[topic] ?? 0);
    }
  }
};

const addScores = ({ rows, values }: Columns, weights: Float32Array, scores: Float32Array): void => {
  const n = scores.length;
  for (let i = 0; i < rows.length; i++) {
    const base = (rows[i] ?? 0) * n;
    const value = values[i] ?? 0;
    for (let topic = 0; topic < n; topic++) scores[topic] = (scores[topic] ?? 0) + (weights[base + topic] ?? 0) * value;
  }
};

const toShares = (scores: Float32Array): void => {
  const most = scores.reduce((m, s) => Math.max(m, s), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const share = Math.exp((scores[i] ?? 0) - most);
    scores[i] = share;
    sum += share;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) / sum;
};

/** The entries that speak loudest, in steps of a 127th of the loudest; the least that still fits is where silence begins. */
const heaviest = (weights: Float32Array, topics: number, most: number) => {
  const loudest = weights.reduce((m, w) => Math.max(m, Math.abs(w)), 0) || 1;
  const scale = loudest / 127;
  const counts = new Uint32Array(128);
  for (const w of weights) {
    const step = Math.abs(Math.round(w / scale));
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let least = 128;
  for (let entries = 0; least > 1 && entries + (counts[least - 1] ?? 0) <= most; least--)
    entries += counts[least - 1] ?? 0;
  const topic: number[] = [];
  const weight: number[] = [];
  const starts = new Uint32Array(weights.length / topics + 1);
  weights.forEach((w, i) => {
    if (i % topics === 0) starts[i / topics] = topic.length;
    const step = Math.round(w / scale);
    if (Math.abs(step) < least) return;
    topic.push(i % topics);
    weight.push(step);
  });
  starts[starts.length - 1] = topic.length;
  return { starts, topic: Uint8Array.from(topic), weight: Int8Array.from(weight), scale };
};

const generator = () => {
  let state = 1;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const shuffle = (order: number[], random: (below: number) => number): void => {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random(i + 1);
    const there = order[j] ?? 0;
    order[j] = order[i] ?? 0;
    order[i] = there;
  }
};
