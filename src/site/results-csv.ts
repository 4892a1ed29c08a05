import { dayOf } from "../kit/vietnam-time.ts";
import { audienceName } from "../ui/audiences.ts";
import type { PublicCell, PublicResults } from "./public-results.ts";

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
  // The mark at the start tells a spreadsheet that this is UTF-8; without it Vietnamese turns into noise.
  return `\uFEFF${[head, ...lines].map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
};

/** The largest groups are given in order, without numbers. */
const unsaid: PublicCell = { key: null, name: null, count: null, atLeast: false, of: null, value: null };

/** With its sign, so that nobody takes it for the exact total and works out what is hidden from it. */
const atLeast = (n: number, { atLeast }: PublicCell): number | string => (atLeast ? `≥${n}` : n);

/** A name that begins like a formula would be run by the spreadsheet that opens it. */
const quoted = (value: string | number): string => {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};
