import type { Commune } from "../communes/schema.ts";
import { standings } from "../communes/standing.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import { yearOf } from "../kit/vietnam-time.ts";
import { commune as communeOption, noCommune } from "./options.ts";
import type { Verb } from "./verb.ts";

/** `targets`: every target of a commune's plan, verbatim, with where it stands today. */
export const targets: Verb = {
  says: { vi: "chỉ tiêu trong kế hoạch của xã, nguyên văn", en: "the targets of a commune's plan, word for word" },
  options: { commune: communeOption },
  run: async ({ flags, taught, config }) => {
    const code = typeof flags.commune === "string" ? flags.commune : config.commune;
    const commune = taught.communes.find((c) => c.code === code);
    if (!commune) return noCommune(code);
    const stands = standings(commune, yearOf(Date.now()));
    const all = groups.flatMap((standing) => stands[standing].map((target) => ({ standing, ...target })));
    return {
      value: { commune: code, targets: all },
      lines: [],
      table: {
        head: [
          { vi: "hiện", en: "stands" },
          { vi: "mã", en: "id" },
          { vi: "cách đo", en: "measured" },
          { vi: "mục", en: "clause" },
          { vi: "nguyên văn", en: "words of the plan" },
        ],
        rows: all.map((t) => [standingWords[t.standing], t.id, measuredWords[t.measured], t.clause, t.text]),
      },
    };
  },
};

const groups = ["active", "later", "history", "undated"] as const;

const standingWords: Readonly<Record<(typeof groups)[number], Bilingual>> = {
  active: { vi: "đang theo", en: "active" },
  later: { vi: "mốc sau", en: "later" },
  history: { vi: "đã qua", en: "past" },
  undated: { vi: "không ghi mốc", en: "undated" },
};

const measuredWords: Readonly<Record<Commune["targets"][number]["measured"], Bilingual>> = {
  bot: { vi: "trợ lý đếm", en: "counted here" },
  self: { vi: "bà con tự khai", en: "self-declared" },
  staff: { vi: "cán bộ nhập", en: "entered by staff" },
  "not-here": { vi: "đo ở nơi khác", en: "measured elsewhere" },
};
