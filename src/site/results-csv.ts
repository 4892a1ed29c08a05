import { dayOf } from "../kit/vietnam-time.ts";
import { audienceName } from "../ui/audiences.ts";
import type { PublicCell, PublicResults } from "./public-results.ts";

/** The published table for a spreadsheet: one line a figure, with everything needed to cite it. Hidden cells say "ẩn". */
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
      c.count ?? "ẩn",
      c.of ?? "",
      c.value ?? "",
      c.of === null ? "" : (source?.source ?? ""),
      c.of === null ? "" : (source?.asOf ?? ""),
      sample ? "dữ liệu mẫu" : "",
    ];
    return [
      line("xã", place, whole),
      ...villages.map((c) => line("xóm/thôn", c.name ?? "Không rõ", c)),
      ...audiences.map((c) => line("nhóm người học", audienceName(c.key, "vi"), c)),
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

/** A name that begins like a formula would be run by the spreadsheet that opens it. */
const quoted = (value: string | number): string => {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};
