import type { PublicCell, PublicResults } from "../indicator/public-results.ts";
import { dayOf } from "../kit/vietnam-time.ts";
import { audienceName } from "../ui/audiences.ts";
import { csvLines } from "../ui/csv.ts";

/** The published table for a spreadsheet: one line a figure, with everything needed to cite it. Hidden cells say "ẩn"; a total without them begins with "≥". */
export const resultsCsv = (place: string, { period, cutoff, figures, sample }: PublicResults): string => {
  const lines = figures.flatMap(({ definition, whole, villages, audiences, source }) => {
    const line = (kind: string, name: string, c: PublicCell) => [
      place,
      definition.id,
      definition.version,
      period.key,
      dayOf(cutoff - 1),
      kind,
      name,
      c.count === null ? "ẩn" : atLeast(c.count, c),
      c.of ?? "",
      c.value === null ? "" : atLeast(c.value, c),
      c.of === null ? "" : (source?.source ?? ""),
      c.of === null ? "" : (source?.asOf ?? ""),
      sample ? "dữ liệu mẫu" : "",
    ];
    return [
      line("xã", place, whole),
      ...villages.map((c) => line("xóm/thôn", c.name ?? "Không rõ", c)),
      ...audiences.map((audience, i) => line(`nhóm đông thứ ${i + 1}`, audienceName(audience, "vi"), unsaid)),
    ];
  });
  const head = [
    "xa",
    "chi_so",
    "phien_ban",
    "ky",
    "tinh_het_ngay",
    "cap",
    "noi",
    "tu_so",
    "mau_so",
    "ty_le_phan_tram",
    "nguon_mau_so",
    "mau_so_ngay",
    "ghi_chu",
  ];
  return csvLines([head, ...lines], ",");
};

/** The largest groups are given in order, without numbers. */
const unsaid: PublicCell = { key: null, name: null, count: null, atLeast: false, of: null, value: null };

/** With its sign, so that nobody takes it for the exact total and works out what is hidden from it. */
const atLeast = (n: number, { atLeast }: PublicCell): number | string => (atLeast ? `≥${n}` : n);
