import { sql } from "kysely";
import type { Breach, BreachStore } from "../../ports/breaches.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";

/** Breaches of personal data. A step that was written down is never written over; the security log has the days of each. */
export const breachRows = (cold: Cold): BreachStore => {
  const rows = () =>
    cold.near
      .selectFrom("breaches")
      .select(["id", "commune", "found_at as found", "what", "data", "people", "done"])
      .select(["authority_told_at as authorityTold", "people_told_at as peopleTold", "closed_at as closed"])
      .orderBy("found_at", "desc")
      .orderBy("id");
  return {
    breaches: (commune) =>
      (commune === null
        ? rows()
        : rows().where((e) => e.or([e("commune", "=", commune), e("commune", "is", null)]))
      ).execute(),
    async noteBreach({ found, authorityTold, peopleTold, closed, ...row }, by) {
      await cold.write(
        cold.near.insertInto("breaches").values({
          ...row,
          found_at: found,
          authority_told_at: authorityTold,
          people_told_at: peopleTold,
          closed_at: closed,
          noted_at: by.at,
        }),
        audit(cold, by, noted({ ...row, found, authorityTold, peopleTold, closed })),
      );
    },
    async updateBreach(id, change, by) {
      const before = await rows().where("id", "=", id).executeTakeFirst();
      if (!before) return false;
      const { done, ...state } = change;
      const after: Breach = { ...before, ...state };
      await cold.write(
        cold.near
          .updateTable("breaches")
          .set({
            people: after.people,
            authority_told_at: after.authorityTold,
            people_told_at: after.peopleTold,
            closed_at: after.closed,
            ...(done ? { done: sql<string>`ltrim(done || char(10) || ${done}, char(10))` } : {}),
          })
          .where("id", "=", id),
        audit(cold, by, { ...noted(after), before: noted(before).after }),
      );
      return true;
    },
  };
};

const noted = ({
  id,
  commune,
  found,
  people,
  authorityTold,
  peopleTold,
  closed,
}: Omit<Breach, "what" | "data" | "done">) =>
  ({
    what: "breach-noted",
    commune,
    about: id,
    after: { found, people, authorityTold, peopleTold, closed },
  }) as const;
