import type { TeamStore } from "../../ports/team.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";

/** The community digital team: codes that let somebody in, and who is in. */
export const teamRows = (cold: Cold): TeamStore => ({
  async invitations(commune, now) {
    const rows = await cold.near
      .selectFrom("invitations as i")
      .leftJoin("staff as s", "s.id", "i.created_by")
      .where("i.commune", "=", commune)
      .where("i.expires_at", ">", now)
      .where("i.uses_left", ">", 0)
      .orderBy("i.created_at", "desc")
      .select(["i.id", "i.label", "i.village", "i.expires_at", "i.uses_left", "i.created_at", "i.created_by", "s.name"])
      .execute();
    return rows.map((r) => ({
      id: r.id ?? "",
      label: r.label,
      by: r.name ?? r.created_by,
      createdAt: r.created_at,
      village: r.village,
      expiresAt: r.expires_at,
      usesLeft: r.uses_left,
    }));
  },
  async addInvitation(commune, { id, code, label, village, expiresAt, uses }, by) {
    await cold.write(
      cold.near.insertInto("invitations").values({
        commune,
        code: cold.codeHash(code),
        id,
        label,
        village,
        created_by: by.staff,
        created_at: by.at,
        expires_at: expiresAt,
        uses_left: uses,
      }),
      audit(cold, by, { what: "invitation-made", commune, after: { village, uses } }),
    );
  },
  async withdrawInvitation(commune, id, by) {
    return cold.write(
      cold.near
        .deleteFrom("invitations")
        .where("commune", "=", commune)
        .where("id", "=", id)
        .where("uses_left", ">", 0),
      audit(cold, by, { what: "invitation-withdrawn", commune }),
    );
  },
  async members(commune) {
    const rows = await cold.near
      .selectFrom("team_members as m")
      .innerJoin("learners as l", (join) => join.on("l.commune", "=", commune).onRef("l.id", "=", "m.learner"))
      .where("m.commune", "=", commune)
      .where("m.removed_at", "is", null)
      .orderBy("m.since")
      .select(["m.learner", "l.name", "m.since"])
      .execute();
    const places = await cold.near
      .selectFrom("team_places")
      .where("commune", "=", commune)
      .select(["learner", "village"])
      .execute();
    const of = (learner: string) => places.filter((p) => p.learner === learner).map((p) => p.village);
    return rows.map((m) => ({ ...m, villages: of(m.learner) }));
  },
  async removeMember(commune, learner, by) {
    return cold.write(
      cold.near
        .updateTable("team_members")
        .set({ removed_at: by.at })
        .where("commune", "=", commune)
        .where("learner", "=", learner)
        .where("removed_at", "is", null),
      audit(cold, by, { what: "member-removed", commune, about: learner }),
    );
  },
});
