import { readFileSync } from "node:fs";
import type { Library } from "../content/library.ts";
import type { Verb } from "./verb.ts";

/** `ask TEXT`: what the search finds. `ask --eval FILE.tsv`: how often it finds the right topic (question<TAB>topic id a line). */
export const ask: Verb = {
  usage: "ask TEXT | ask --eval FILE.tsv",
  says: "what the search answers, or how often it is right",
  run: async ({ words, flags, taught: { library } }) => {
    if (typeof flags.eval === "string") return evaluate(library, readFileSync(flags.eval, "utf8"));
    const text = words.join(" ");
    if (text === "") return { fault: "ask needs a question, or --eval FILE.tsv" };
    const found = library.search(text, "vi").slice(0, 3);
    return {
      value: found.map((f) => ({ topic: f.id, kind: f.kind, title: library.words.say(f.title, "vi"), score: round(f.score) })),
      lines: found.length === 0 ? ["nothing found: the person is asked to choose, or to meet a person"] : found.map((f) => `${round(f.score)}  ${f.kind}:${f.id}  ${library.words.say(f.title, "vi")}`),
    };
  },
};

const evaluate = (library: Library, tsv: string) => {
  const rows = tsv.split("\n").flatMap((line) => {
    const [question, topic] = line.split("\t");
    return question && topic ? [{ question: question.trim(), topic: topic.trim() }] : [];
  });
  const misses: { question: string; topic: string; found: string[] }[] = [];
  let top1 = 0;
  let top3 = 0;
  for (const { question, topic } of rows) {
    const found = library.search(question, "vi").slice(0, 3).map((f) => f.id);
    // Out of scope is right when nothing is offered.
    const hit = topic === "ngoai-pham-vi" ? found.length === 0 : found[0] === topic;
    if (hit) top1 += 1;
    if (topic === "ngoai-pham-vi" ? hit : found.includes(topic)) top3 += 1;
    else misses.push({ question, topic, found });
  }
  const n = rows.length;
  const value = { n, top1: n === 0 ? 0 : round(top1 / n), top3: n === 0 ? 0 : round(top3 / n), misses };
  return { value, lines: [JSON.stringify(value)] };
};

const round = (x: number): number => Math.round(x * 1000) / 1000;
