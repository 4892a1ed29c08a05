import type { FigureSet } from "../indicator/figure-set.ts";
import type { Cell, Sheet } from "../ui/column.ts";

/** The figures of a report as numbers a spreadsheet reckons with: the commune, then its places, which add up to it. */
export const figureSheet = ({ places }: FigureSet, unit: string): Sheet => ({
  title: "Số liệu",
  head: [
    unit,
    "Dân từ 16 tuổi",
    "Tính đến ngày",
    "Nguồn",
    "Đã học",
    "Tỷ lệ đã học",
    "Đạt bài cơ bản",
    "Tỷ lệ đạt",
    "Có học trong kỳ",
    "Chốt lúc",
  ],
  rows: places.map(({ kind, name, village, figures: { reach, "basic-skills": basic, active } }): Cell[] => [
    kind === "commune" ? "Cả xã" : kind === "unknown" ? "Chưa rõ nơi ở" : (name ?? village),
    reach.denominator,
    reach.denominatorSource && { day: reach.denominatorSource.asOf },
    reach.denominatorSource?.source ?? null,
    reach.numerator,
    reach.value === null ? null : { percent: reach.value },
    basic.numerator,
    basic.value === null ? null : { percent: basic.value },
    active.numerator,
    { at: reach.cutoff },
  ]),
});
