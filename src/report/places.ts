import type { FigureSet, PlaceRow } from "../indicator/figure-set.ts";
import type { Given } from "./given.ts";
import type { Chart, ReportTable } from "./report.ts";
import { bareShare, capital, people } from "./vietnamese.ts";

/** Places with less than the commune's share by this many points are named: nearer ones differ by chance and by who was counted when. */
const BEHIND = 5;

/** Villages clearly below the whole commune, the lowest first. Those without a number of residents have no share to compare. */
export const behind = ({ places: [whole, ...places] }: FigureSet): readonly { name: string; value: number }[] =>
  places
    .flatMap(({ kind, removed, name, figures: { reach } }) =>
      kind === "village" && !removed && name !== null && reach.value !== null ? [{ name, value: reach.value }] : [],
    )
    .filter(({ value }) => whole.figures.reach.value !== null && value <= whole.figures.reach.value - BEHIND)
    .sort((a, b) => a.value - b.value);

/** The whole commune and its places, as they add up. */
export const placeTable = ({ set, commune }: Given): ReportTable => {
  const [whole, ...places] = set.places;
  return {
    caption: `Bảng 2. Kết quả theo ${commune.unit.lower}`,
    columns: [
      { head: "TT", of: "centre", mm: 9 },
      { head: capital(commune.unit.lower), of: "words", mm: 42 },
      { head: "Dân từ 16 tuổi", of: "number", mm: 24 },
      { head: "Đã học", of: "number", mm: 19 },
      { head: "Tỷ lệ (%)", of: "number", mm: 18 },
      { head: "Đạt bài cơ bản", of: "number", mm: 24 },
      { head: "Có học trong kỳ", of: "number", mm: 26 },
    ],
    rows: places.map((p, i) => [String(i + 1), ...cellsOf(p)]),
    total: ["", ...cellsOf(whole)],
  };
};

const cellsOf = ({ kind, name, removed, figures: { reach, "basic-skills": basic, active } }: PlaceRow): string[] => [
  kind === "commune" ? "Cả xã" : kind === "unknown" ? "Chưa rõ nơi ở" : `${name ?? "–"}${removed ? " (đã bỏ)" : ""}`,
  reach.denominator === null ? "–" : people(reach.denominator),
  people(reach.numerator),
  reach.value === null ? "–" : bareShare(reach.value),
  people(basic.numerator),
  people(active.numerator),
];

/** More bars than this cannot be told apart on a page. */
const MOST_BARS = 14;

/** Shares by village where they are known and few; else how many people there were month by month; else nothing to draw. */
export const chartOf = ({ set, commune }: Given): Chart | null => {
  const series = ["Đã học ít nhất một bài", "Đạt đủ bài cơ bản"] as const;
  const known = set.places.flatMap(({ kind, removed, name, figures: { reach, "basic-skills": basic } }) =>
    kind === "village" && !removed && name !== null && reach.value !== null && basic.value !== null
      ? [{ label: name, values: [reach.value, basic.value] as const }]
      : [],
  );
  // "Xóm 1", "Xóm 2" under narrow bars would be cut to the word they share.
  const shared = `${commune.unit.word} `;
  const bare = known.every(({ label }) => label.startsWith(shared) && label.length > shared.length);
  if (known.length >= 2 && known.length <= MOST_BARS)
    return {
      caption: `Hình 1. Tỷ lệ người từ 16 tuổi đã học, theo ${commune.unit.lower} (%)`,
      unit: "%",
      series,
      bars: known
        .toSorted((a, b) => b.values[0] - a.values[0])
        .map((bar) => (bare ? { ...bar, label: bar.label.slice(shared.length) } : bar)),
    };
  const { months, reach, "basic-skills": basic } = set.trend;
  if (months.length < 2) return null;
  return {
    caption: "Hình 1. Số người đã học, cộng dồn đến cuối mỗi tháng (người)",
    unit: "người",
    series,
    bars: months.map((month, i) => ({
      label: `${Number(month.slice(5))}/${month.slice(0, 4)}`,
      values: [reach[i] ?? 0, basic[i] ?? 0] as const,
    })),
  };
};
