import { sql } from "kysely";
import type { SecurityLogStore } from "../../ports/security-log.ts";
import type { Cold } from "./cold.ts";

/** The security log as it is read: answered far away, because it is long. */
export const securityLogRows = (cold: Cold): SecurityLogStore => ({
  async securityLog({ commune, kinds, staff, from, to, text, before, most }) {
    let rows = cold.far
      .selectFrom("security_log as r")
      .leftJoin("staff as w", (j) => j.on("r.who", "=", sql<string>`'staff:' || w.id`))
      .leftJoin("staff as a", "a.id", "r.about")
      .select(["r.seq", "r.commune", "r.at", "r.who", "w.name as whoName", "r.origin as from", "r.what", "r.about"])
      .select(["a.name as aboutName", "r.before", "r.after", "r.times", "r.hash"])
      .orderBy("r.seq", "desc")
      .limit(most);
    // Rows of no commune are the machine's and the administrators' of all: not for those of one.
    if (commune !== null) rows = rows.where("r.commune", "=", commune);
    if (kinds) rows = rows.where("r.what", "in", [...kinds]);
    if (staff) rows = rows.where("r.who", "=", `staff:${staff}`);
    if (from !== undefined) rows = rows.where("r.at", ">=", from);
    if (to !== undefined) rows = rows.where("r.at", "<", to);
    if (before !== undefined) rows = rows.where("r.seq", "<", before);
    if (text) {
      const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
      rows = rows.where(
        sql<boolean>`(r.what || ' ' || coalesce(r.about, '') || ' ' || coalesce(r.origin, '') || ' ' || coalesce(r.before, '') || ' ' || coalesce(r.after, '') || ' ' || coalesce(w.name, '') || ' ' || coalesce(a.name, '')) LIKE ${like} ESCAPE '\\'`,
      );
    }
    return rows.execute();
  },
});
