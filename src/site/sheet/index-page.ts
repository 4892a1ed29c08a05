import type { Guide } from "../../content/schema.ts";
import type { SheetRequest } from "./deps.ts";
import { listPage } from "./list-page.tsx";
import { sheetWords } from "./words.ts";

/** /in: every guide that can be printed, by what it is about. */
export const sheetsPage = (asked: SheetRequest): string => {
  const { language, commune, deps } = asked;
  const w = sheetWords(language);
  // Elsewhere the city's own application would only send people the wrong way.
  const offered = deps
    .guides()
    .filter((g) => g.only_in === undefined || !commune || commune.province === g.only_in)
    .toSorted(byCode);
  const titleOf = (g: Guide): string => `${g.title[language]}${g.group === "ha-noi" ? ` (${w.haNoi})` : ""}`;
  return listPage(asked, {
    path: "/in",
    title: w.index,
    lead: w.indexLead,
    beside: { path: "/tranh", title: w.pictures },
    groups: [...new Set(offered.map((g) => g.group))].map((group) => ({
      title: deps.groupTitle(group, language),
      items: offered.filter((g) => g.group === group).map((g) => ({ id: g.id, code: g.code, title: titleOf(g) })),
    })),
  });
};

const number = (g: Guide): number => Number(g.code.replace(/\D/g, ""));
const byCode = (a: Guide, b: Guide): number => number(a) - number(b);
