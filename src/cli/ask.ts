import type { Library } from "../content/library.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import { bounded } from "../kit/text.ts";
import { type Question, readQuestions } from "./ask/questions-file.ts";
import { styles } from "./ask/styles.ts";
import { train } from "./ask/train.ts";
import type { Progress } from "./progress.ts";
import type { Output, Verb } from "./verb.ts";

/** `ask TEXT`: what the search finds and why. `ask --eval FILE.tsv`: how often it finds the right topic, and how fast. `ask --train FILE.tsv`: what people picked, for authors. */
export const ask: Verb = {
  words: "[TEXT]",
  says: {
    vi: "máy tìm trả lời gì và vì sao, hoặc trả lời đúng bao nhiêu phần",
    en: "what the search answers and why, or how often it is right",
  },
  options: {
    eval: {
      value: "FILE.tsv",
      says: {
        vi: "đo trên một tệp: mỗi dòng là câu hỏi, dấu tab, mã chủ đề, và nếu cần: tab, các chủ đề khác cũng đúng",
        en: "measure on a file: a line is a question, a tab, the id of its topic and, if need be, a tab and further topics that are right too",
      },
    },
    train: {
      value: "FILE.tsv",
      says: {
        vi: "viết ra tệp những câu mà nhiều người đã chọn cùng một chủ đề, cho người soạn xem; đo trước và sau, kém đi thì không viết",
        en: "write a file of the words for which people picked one topic, for authors to look at; measured before and after, and nothing written if it gets worse",
      },
    },
    least: {
      value: "N",
      says: {
        vi: "với --train: được chọn trong ít nhất mấy ngày (mặc định: 3)",
        en: "with --train: picked on at least so many days (default: 3)",
      },
    },
  },
  run: async (input) => {
    const { words, flags, progress } = input;
    const { library } = input.taught;
    if (typeof flags.train === "string") return train(input, flags.train);
    if (typeof flags.eval === "string") {
      const read = readQuestions(flags.eval, topicsOf(library));
      return read.ok ? evaluate(library, read.value, progress) : read;
    }
    const text = bounded(words.join(" "));
    if (text === "") return { misused: says.empty };
    const { found, silent, likely, certain } = library.explain(text);
    const near = library.nearest(text, 3).map((n) => ({ ...n, likeness: round(n.likeness) }));
    const first = silent ? [] : found.slice(0, 3);
    const value = first.map((f) => ({
      topic: f.id,
      kind: f.kind,
      title: library.words.say(f.title, "vi"),
      score: round(f.score),
      words: f.words,
      phrase: f.phrase,
    }));
    const like = near.map((n) => says.like(n.likeness, `«${n.text}» (${n.topic})`));
    if (silent)
      return {
        value,
        lines: [says.nothing, ...like],
      };
    return {
      value: value.map((v, i) => (i === 0 ? { ...v, likely: round(likely), certain, near } : v)),
      lines: [says[certain ? "certain" : "asks"](round(likely)), ...like],
      table: {
        head: [
          { vi: "điểm", en: "score" },
          { vi: "chủ đề", en: "topic" },
          { vi: "tên", en: "title" },
          { vi: "vì", en: "because of" },
        ],
        rows: value.map((f) => [f.score, `${f.kind}:${f.topic}`, f.title, `${f.words.join(", ")} «${f.phrase}»`]),
      },
    };
  },
};

const says = {
  empty: {
    vi: "ask cần một câu hỏi, hoặc --eval FILE.tsv",
    en: "ask needs a question, or --eval FILE.tsv",
  },
  nothing: {
    vi: "không thấy gì đủ gần: máy mời người đó chọn, hoặc gặp người thật",
    en: "nothing near enough was found: the person is asked to choose, or to meet a person",
  },
  like: (likeness: number, sample: string): Bilingual => ({
    vi: `câu mẫu gần nhất, ${likeness}: ${sample}`,
    en: `nearest sample question, ${likeness}: ${sample}`,
  }),
  certain: (likely: number): Bilingual => ({
    vi: `mở thẳng trang đầu bảng: ${likely} là đúng`,
    en: `the first page is opened at once: ${likely} that it is right`,
  }),
  asks: (likely: number): Bilingual => ({
    vi: `hỏi lại một trong ba việc: ${likely} là việc đầu bảng đúng`,
    en: `asks which of three: ${likely} that the first is right`,
  }),
} as const;

const outOfScope = "ngoai-pham-vi";
const person = "gap-nguoi-that";

/** Every id that a question may rightly be answered with. */
const topicsOf = (library: Library): ReadonlySet<string> =>
  new Set([
    ...library.items.map((i) => i.id),
    ...library.taughtBy.keys(),
    ...library.taughtBy.values(),
    outOfScope,
    person,
  ]);

const evaluate = (library: Library, questions: readonly Question[], progress: Progress): Output => {
  for (const { question } of questions.slice(0, 200)) answer(library, question); // So that the first questions do not pay for warming up.
  const answers = questions.map((q, i) => {
    const begun = performance.now();
    const found = answer(library, q.question);
    const ms = performance.now() - begun;
    progress(i + 1, questions.length, "ask --eval");
    return { ...q, found, ms };
  });
  const inside = answers.filter((a) => a.topic !== outOfScope);
  const outside = answers.filter((a) => a.topic === outOfScope);
  const times = answers.map((a) => a.ms).sort((a, b) => a - b);
  const value = {
    n: questions.length,
    top1: share(answers, (a) => right(a, 1)),
    top3: share(answers, (a) => right(a, 3)),
    out_of_scope: { n: outside.length, recognised: share(outside, (a) => right(a, 1)) },
    in_scope: {
      n: inside.length,
      top1: share(inside, (a) => right(a, 1)),
      top3: share(inside, (a) => right(a, 3)),
      refused: share(inside, (a) => a.found.length === 0),
    },
    by_style: Object.fromEntries(
      Object.entries(styles).map(([style, is]) => {
        const of = inside.filter((a) => is(a.question));
        return [style, { n: of.length, top1: share(of, (a) => right(a, 1)), top3: share(of, (a) => right(a, 3)) }];
      }),
    ),
    ms: { p50: round(at(times, 0.5)), p99: round(at(times, 0.99)) },
    misses: answers
      .filter((a) => !right(a, 1))
      .map(({ question, topic, also, found }) => ({ question, topic, ...(also.length > 0 && { also }), found })),
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
  return found.length === 0 && (library.hearing.command(question) === "person" || library.wantsPerson(question))
    ? [person]
    : found;
};

/** Out of scope is right when nothing is offered. */
const right = ({ topic, also, found }: Question & { readonly found: readonly string[] }, within: number): boolean =>
  [topic, ...also].some((t) => (t === outOfScope ? found.length === 0 : found.slice(0, within).includes(t)));

const share = <T>(all: readonly T[], is: (one: T) => boolean): number =>
  all.length === 0 ? 0 : round(all.filter(is).length / all.length);

const at = (sorted: readonly number[], quantile: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0;

const round = (x: number): number => Math.round(x * 1000) / 1000;
