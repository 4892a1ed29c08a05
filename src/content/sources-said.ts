import type { Guide } from "./schema.ts";

/** Who says so, without the titles of their pages: "Dân trí 2025, Công an Long An 2026". The first `most`, and how many are left. */
export const publishers = (
  sources: Guide["sources"],
  most: number,
): { readonly named: readonly string[]; readonly more: number } => {
  const all = [...new Set(sources.map((s) => publisher(s.title)))];
  return { named: all.slice(0, most), more: Math.max(0, all.length - most) };
};

/** When all of them had been checked: the oldest of the days, for a sheet is no younger than its oldest fact. */
export const checkedOn = (sources: Guide["sources"]): string => sources.map((s) => s.checked_on).toSorted()[0] ?? "";

/** Titles begin with their publisher or their document; what follows a dash, a colon or a bracket tells of the page. */
const publisher = (title: string): string => (title.split(/ – | — |: | \(|, Điều/u)[0] ?? title).trim();
