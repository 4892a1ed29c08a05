import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Change, factDiff } from "../content/ledger/diff.ts";
import { dueFacts, type FactDue } from "../content/ledger/due.ts";
import { type FactStanding, factStanding, type Ledger } from "../content/ledger/ledger.ts";
import { readLedger } from "../content/ledger/read-ledger.ts";
import type { Problem } from "../content/problem.ts";
import { readYaml } from "../content/yaml-file.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import { DAY, dayOf, startOfDay } from "../kit/vietnam-time.ts";
import type { Input, Output, Verb } from "./verb.ts";

/** `facts`: what holds on a day, what must be looked at, and what differs between two folders of facts. */
export const facts: Verb = {
  words: "[diff OLD NEW]",
  says: {
    vi: "dữ kiện: điều gì đúng vào một ngày, điều gì sắp đổi hay quá ngày soát, hai bản khác nhau chỗ nào",
    en: "facts: what holds on a day, what changes or is past its review, how two folders of facts differ",
  },
  options: {
    on: {
      value: "YYYY-MM-DD",
      says: { vi: "xem theo ngày này; không có thì hôm nay", en: "as of this day; today without it" },
    },
    due: {
      says: { vi: "chỉ điều cần xem lại trong 90 ngày tới", en: "only what must be looked at in the next 90 days" },
    },
  },
  run: async (input) => {
    const [verb, before, after, more] = input.words;
    if (verb === "diff" && before !== undefined && after !== undefined && more === undefined)
      return diff(before, after);
    if (verb !== undefined)
      return {
        misused: {
          vi: "chỉ `facts diff CŨ MỚI` nhận thêm chữ: hai thư mục có tệp dữ kiện",
          en: "only `facts diff OLD NEW` takes words: two folders with files of facts",
        },
      };
    const day = typeof input.flags.on === "string" ? input.flags.on : dayOf(Date.now());
    const at = startOfDay(day);
    if (at === null)
      return {
        misused: {
          vi: `“${day}” không phải một ngày; viết như 2027-03-01`,
          en: `“${day}” is no day; write it as 2027-03-01`,
        },
      };
    return input.flags.due ? due(input, day, dayOf(at + 90 * DAY)) : on(input, day);
  },
};

const on = ({ taught, language }: Input, day: string): Output => {
  const rows = [...taught.library.ledger.facts].map(([name, fact]) => {
    const standing = factStanding(fact, day);
    const held = standing.state === "holds" ? standing.held : undefined;
    return {
      name,
      state: standing.state,
      words: held?.says ?? fact.safe,
      value: held?.value ?? null,
      unit: held?.unit ?? null,
      until: held?.valid_until ?? null,
      source: held ? [held.source.document, held.source.article].filter(Boolean).join(", ") : null,
      confidence: held?.source.confidence ?? null,
      review_by: fact.review_by,
    };
  });
  return {
    value: { day, facts: rows.map(({ words, ...row }) => ({ ...row, says: words[language] })) },
    lines: [],
    table: {
      head: [
        { vi: "dữ kiện", en: "fact" },
        { vi: "hiện", en: "stands" },
        { vi: "nói gì", en: "says" },
        { vi: "tới ngày", en: "until" },
        { vi: "nguồn", en: "source" },
        { vi: "soát trước", en: "review by" },
      ],
      rows: rows.map((r) => [r.name, states[r.state], r.words, r.until ?? "", r.source ?? "", r.review_by]),
    },
  };
};

const due = ({ taught }: Input, today: string, until: string): Output => {
  const all = dueFacts(taught.library.ledger, today, until);
  return {
    value: { today, until, due: all.map(({ name, why, day, fact }) => ({ name, why, day, owner: fact.owner })) },
    lines: all.length === 0 ? [{ vi: "không có dữ kiện nào cần xem lại", en: "nothing is due" }] : [],
    table: {
      head: [
        { vi: "vì sao", en: "why" },
        { vi: "ngày", en: "day" },
        { vi: "dữ kiện", en: "fact" },
        { vi: "là gì", en: "about" },
        { vi: "ai lo", en: "owner" },
      ],
      rows: all.map(({ why, day, name, fact }) => [whys[why], day, name, fact.about, fact.owner]),
    },
  };
};

const diff = (before: string, after: string): Output => {
  const problems: Problem[] = [];
  const missing = [before, after].find((dir) => !existsSync(dir));
  if (missing !== undefined)
    return { fault: { vi: `${missing}: không có thư mục này`, en: `${missing}: there is no such folder` } };
  const changes = factDiff(ledgerIn(before, problems), ledgerIn(after, problems));
  const [first] = problems;
  if (first) {
    const at = `${first.file}:${first.line}`;
    return { fault: { vi: `${at} ${first.says.vi}`, en: `${at} ${first.says.en}` } };
  }
  return {
    value: changes,
    lines: changes.map(({ name, what, from, to }) => {
      const words = [from, to].filter(Boolean).join(" → ");
      return { vi: `- ${name} (${whats[what].vi}): ${words}`, en: `- ${name} (${whats[what].en}): ${words}` };
    }),
  };
};

const states: Readonly<Record<FactStanding["state"], Bilingual>> = {
  holds: { vi: "đúng", en: "holds" },
  overdue: { vi: "quá ngày soát", en: "past its review" },
  ended: { vi: "đã hết", en: "ended" },
  "not-yet": { vi: "chưa tới", en: "not yet" },
};

const whys: Readonly<Record<FactDue["why"], Bilingual>> = {
  overdue: { vi: "quá ngày soát", en: "past its review" },
  ended: { vi: "đã hết", en: "ended" },
  ends: { vi: "sắp hết", en: "ends" },
  changes: { vi: "sắp đổi", en: "changes" },
  review: { vi: "tới ngày soát", en: "to be reviewed" },
  weak: { vi: "nguồn yếu", en: "weak source" },
};

const whats: Readonly<Record<Change["what"], Bilingual>> = {
  new: { vi: "mới", en: "new" },
  gone: { vi: "bỏ đi", en: "gone" },
  changed: { vi: "đã đổi", en: "changed" },
};

const ledgerIn = (dir: string, problems: Problem[]): Ledger =>
  readLedger(
    readdirSync(dir)
      .filter((file) => file.endsWith(".yaml"))
      .sort()
      .flatMap((file) => {
        const path = join(dir, file);
        const read = readYaml(path, readFileSync(path, "utf8"));
        if (!read.ok) problems.push(...read.problems);
        return read.ok ? [read.yaml] : [];
      }),
    problems,
  );
