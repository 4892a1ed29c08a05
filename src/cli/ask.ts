import { readFileSync } from "node:fs";
import type { Library } from "../content/library.ts";
import { commandOf } from "../engine/commands.ts";
import type { Verb } from "./verb.ts";

/** `ask TEXT`: what the search finds and why. `ask --eval FILE.tsv`: how often it finds the right topic (question<TAB>topic id a line), and how fast. */
export const ask: Verb = {
  usage: "ask TEXT | ask --eval FILE.tsv",
  says: "what the search answers and why, or how often it is right",
  run: async ({ words, flags, taught: { library } }) => {
    if (typeof flags.eval === "string") return evaluate(library, readFileSync(flags.eval, "utf8"));
    const text = words.join(" ");
    if (text === "") return { fault: "ask needs a question, or --eval FILE.tsv" };
    const { found, silent } = library.explain(text);
    const first = silent ? [] : found.slice(0, 3);
    return {
      value: first.map((f) => ({
        topic: f.id,
        kind: f.kind,
        title: library.words.say(f.title, "vi"),
        score: round(f.score),
        words: f.words,
        phrase: f.phrase,
      })),
      lines: silent
        ? [`nothing found (${silent}): the person is asked to choose, or to meet a person`]
        : first.map(
            (f) =>
              `${round(f.score)}  ${f.kind}:${f.id}  ${library.words.say(f.title, "vi")}  ← ${f.words.join(", ")} «${f.phrase}»`,
          ),
    };
  },
};

const outOfScope = "ngoai-pham-vi";

const evaluate = (library: Library, tsv: string) => {
  const rows = tsv.split("\n").flatMap((line) => {
    const [question, topic] = line.split("\t");
    return question && topic ? [{ question: question.trim(), topic: topic.trim() }] : [];
  });
  for (const { question } of rows) answer(library, question); // So that the first questions do not pay for warming up.
  const answers = rows.map(({ question, topic }) => {
    const begun = performance.now();
    const found = answer(library, question);
    return { question, topic, found, ms: performance.now() - begun };
  });
  const inside = answers.filter((a) => a.topic !== outOfScope);
  const outside = answers.filter((a) => a.topic === outOfScope);
  const times = answers.map((a) => a.ms).sort((a, b) => a - b);
  const value = {
    n: rows.length,
    top1: share(answers, (a) => right(a, 1)),
    top3: share(answers, (a) => right(a, 3)),
    out_of_scope: { n: outside.length, recognised: share(outside, (a) => right(a, 1)) },
    in_scope: {
      n: inside.length,
      top1: share(inside, (a) => right(a, 1)),
      top3: share(inside, (a) => right(a, 3)),
      refused: share(inside, (a) => a.found.length === 0),
    },
    ms: { p50: round(at(times, 0.5)), p99: round(at(times, 0.99)) },
    misses: answers.filter((a) => !right(a, 1)).map(({ question, topic, found }) => ({ question, topic, found })),
  };
  return { value, lines: [JSON.stringify(value)] };
};

/**
 * The topics a person who typed this would be offered: one who asks for a human being gets one, a lesson stands
 * for the topic it teaches where no guide does, and a finer topic for the one it belongs to.
 */
const answer = (library: Library, question: string): readonly string[] => {
  const found = library
    .search(question, "vi")
    .slice(0, 3)
    .map((f) => library.taughtBy.get(f.id) ?? f.id);
  return found.length === 0 && (commandOf(question) === "person" || library.wantsPerson(question))
    ? ["gap-nguoi-that"]
    : found;
};

/** Out of scope is right when nothing is offered. */
const right = (
  { topic, found }: { readonly topic: string; readonly found: readonly string[] },
  within: number,
): boolean => (topic === outOfScope ? found.length === 0 : found.slice(0, within).includes(topic));

const share = <T>(all: readonly T[], is: (one: T) => boolean): number =>
  all.length === 0 ? 0 : round(all.filter(is).length / all.length);

const at = (sorted: readonly number[], quantile: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0;

const round = (x: number): number => Math.round(x * 1000) / 1000;
