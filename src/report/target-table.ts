import type { Target } from "../communes/schema.ts";
import { standing } from "../communes/standing.ts";
import { yearOf } from "../kit/vietnam-time.ts";
import type { Given } from "./given.ts";
import type { ReportTable } from "./report.ts";
import { bareShare, people } from "./vietnamese.ts";

type Measured = {
  readonly of: number;
  readonly over: number | null;
  readonly value: number | null;
  readonly self: boolean;
};

/** What is counted here beside the numbers the plan wants of it. First what learning there was that no number of it asks for. */
export const targetTable = (given: Given): ReportTable => {
  const rows = [...unasked(given), ...seriesOf(given)].flatMap(({ label, targets, indicator }) => {
    const measured = indicator === null ? null : measure(given, indicator);
    return measured === null ? [] : [{ label, targets, measured }];
  });
  return {
    caption: "Bảng 1. Kết quả so với chỉ tiêu của văn bản",
    columns: [
      { head: "TT", of: "centre", mm: 9 },
      { head: "Chỉ tiêu", of: "words", mm: 48 },
      { head: "Đạt", of: "number", mm: 17 },
      { head: "Trên tổng số", of: "number", mm: 18 },
      { head: "Tỷ lệ (%)", of: "number", mm: 15 },
      { head: "Mục tiêu", of: "centre", mm: 22 },
      { head: "Đánh giá", of: "words", mm: 33 },
    ],
    rows: rows.map(({ label, targets, measured }, i) => [
      String(i + 1),
      `${label}${clauses(targets)}${measured.self ? " (*)" : ""}`,
      people(measured.of),
      measured.over === null ? "–" : people(measured.over),
      measured.value === null ? "–" : bareShare(measured.value),
      targets.length === 0 ? "Không quy định" : targets.map(wanted).join("\n"),
      verdict(given, targets, measured),
    ]),
    total: null,
  };
};

/** What the signs and gaps in the table mean: whose figures are people's own word, and how wide chance leaves them. */
export const targetNotes = ({ set, commune }: Given): readonly string[] => {
  const asked = new Set(commune.targets.map((t) => t.indicator));
  const said = set.selfDeclared.filter((f) => f.answered > 0 && f.interval !== null && asked.has(f.indicator));
  const { denominatorSource: source } = set.places[0].figures.reach;
  return [
    ...(said.length > 0
      ? [
          `(*) Người dân tự khai, chưa đối chiếu; tổng số là số người đã trả lời. Khoảng tin cậy 95%: ${said
            .map(
              (f) =>
                `${labelOf(commune.targets, f.indicator)} từ ${bareShare(f.interval?.low ?? 0)}% đến ${bareShare(f.interval?.high ?? 0)}%`,
            )
            .join("; ")}.`,
        ]
      : []),
    source === null
      ? "Chưa có số dân từ 16 tuổi của xã nên chưa tính được tỷ lệ trên số dân."
      : `Số dân từ 16 tuổi: ${source.source}, tính đến ngày ${source.asOf.split("-").reverse().join("/")}.`,
    "Số người học trên trợ lý học số không thay cho số người được xác nhận trên VNeID.",
  ];
};

/** Targets nobody can answer from what is counted or declared here: named, so that their silence is no claim. */
export const elsewhere = ({ commune, set }: Given): readonly string[] => {
  const year = yearOf(set.cutoff - 1);
  return commune.targets
    .filter((t) => ["active", "undated"].includes(standing(t, commune.targets, year)))
    .filter((t) => t.measured === "staff" || t.measured === "not-here")
    .map((t) => `${t.label.vi} (${t.clause})`);
};

type Series = { readonly label: string; readonly targets: readonly Target[]; readonly indicator: string | null };

/** Of the horizons of a line, the one that passed last and the one that holds now: later ones are judged when their time comes. */
const seriesOf = ({ commune: { targets }, set }: Given): readonly Series[] => {
  const year = yearOf(set.cutoff - 1);
  const numeric = targets.filter((t) => t.value !== null);
  return [...new Set(numeric.map((t) => t.series))].map((series) => {
    const of = numeric.filter((t) => t.series === series);
    const past = of.filter((t) => standing(t, targets, year) === "history").slice(-1);
    const now = of.filter((t) => ["active", "undated"].includes(standing(t, targets, year)));
    return { label: of[0]?.label.vi ?? series, targets: [...past, ...now], indicator: of[0]?.indicator ?? null };
  });
};

/** Learning is reported also where the plan sets no number for it: it is what the movement is about. */
const unasked = ({ commune, definitions }: Given): readonly Series[] =>
  (["reach", "basic-skills"] as const)
    .filter((id) => !commune.targets.some((t) => t.indicator === id && t.value !== null))
    .map((id) => ({ label: definitions[id].title.vi, targets: [], indicator: id }));

const measure = ({ set }: Given, indicator: string): Measured | null => {
  if (indicator === "reach" || indicator === "basic-skills" || indicator === "active") {
    const { numerator, denominator, value } = set.places[0].figures[indicator];
    return { of: numerator, over: denominator, value, self: false };
  }
  const said = set.selfDeclared.find((f) => f.indicator === indicator);
  return said ? { of: said.numerator, over: said.answered, value: said.value, self: true } : null;
};

const clauses = (targets: readonly Target[]): string =>
  targets.length === 0 ? "" : ` (${[...new Set(targets.map((t) => t.clause))].join("; ")})`;

const wanted = ({ operator, value, unit, horizon }: Target): string => {
  const sign = operator === ">=" ? "≥ " : operator === ">" ? "> " : operator === "<=" ? "≤ " : "";
  const number = Array.isArray(value) ? value.map(people).join(" – ") : value === null ? null : people(value);
  if (number === null) return "";
  return `${sign}${number}${unit === "%" ? "%" : ` ${unit ?? ""}`}${horizon === null ? "" : ` (${horizon})`}`;
};

/** Against the horizon that holds now, and the last one that passed unmet. What people say of themselves is never called reached. */
const verdict = ({ commune, set }: Given, targets: readonly Target[], { of, over, value, self }: Measured): string => {
  const year = yearOf(set.cutoff - 1);
  const judged = targets.filter((t) => t.unit === "%" && typeof t.value === "number" && t.horizon !== null);
  if (targets.length === 0) return "";
  if (judged.length === 0) return "Văn bản không ghi năm";
  if (value === null || over === null || over === 0) return "Chưa tính được";
  const met = (t: Target) =>
    t.operator === "<=" ? value <= goal(t) : t.operator === ">" ? value > goal(t) : value >= goal(t);
  return judged
    .filter((t) => standing(t, commune.targets, year) !== "later")
    .map((t) => {
      if (met(t)) return self ? `Người trả lời đạt mốc ${t.horizon}` : `Đạt mốc ${t.horizon}`;
      const short = Math.ceil((goal(t) / 100) * over) - of;
      const still = standing(t, commune.targets, year) === "active" ? "Dưới mốc" : "Chưa đạt mốc";
      return self || short <= 0 ? `${still} ${t.horizon}` : `${still} ${t.horizon} (thiếu ${people(short)} người)`;
    })
    .join("\n");
};

const goal = ({ value }: Target): number => (typeof value === "number" ? value : 0);
const labelOf = (targets: readonly Target[], indicator: string): string =>
  targets.find((t) => t.indicator === indicator)?.label.vi ?? indicator;
