import { standings } from "../communes/horizon.ts";
import { dayOf } from "../kit/vietnam-time.ts";
import { commune as communeOption } from "./options.ts";
import type { Verb } from "./verb.ts";

/** `targets`: every target of a commune's plan, verbatim, with where it stands today. */
export const targets: Verb = {
  says: { vi: "chỉ tiêu trong kế hoạch của xã, nguyên văn", en: "the targets of a commune's plan, word for word" },
  options: { commune: communeOption },
  run: async ({ flags, taught, config }) => {
    const code = typeof flags.commune === "string" ? flags.commune : config.commune;
    const commune = taught.communes.find((c) => c.code === code);
    if (!commune)
      return { fault: `there is no commune ${code}; there are ${taught.communes.map((c) => c.code).join(", ")}` };
    const stands = standings(commune, dayOf(Date.now()));
    const all = Object.entries(stands).flatMap(([standing, list]) => list.map((target) => ({ standing, ...target })));
    return {
      value: { commune: code, targets: all },
      lines: [],
      table: {
        head: ["hiện", "mã", "cách đo", "mục", "nguyên văn"],
        rows: all.map((t) => [t.standing, t.id, t.measured, t.clause, t.text]),
      },
    };
  },
};
