import type { Selectable } from "kysely";
import { z } from "zod";
import type { Role, Staff, StaffStore } from "../../ports/staff.ts";
import type { Tables } from "../tables.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";

/** Staff, their one-time links and passwords. Removed people keep their row, for the log, and lose every way in. */
export const staffRows = (cold: Cold): StaffStore => {
  const { near, write } = cold;
  const link = (staff: string, { hash, expiresAt }: { hash: string; expiresAt: number }) =>
    near.insertInto("staff_links").values({ hash, staff, expires_at: expiresAt, used_at: null });
  const standing = near.selectFrom("staff").where("removed_at", "is", null);
  return {
    async staffByLogin(login) {
      const row = await standing.selectAll().where("login", "=", login).executeTakeFirst();
      return row ? { staff: readStaff(row), password: row.password } : null;
    },
    async staffCount() {
      const row = await standing
        .where("password", "is not", null)
        .select((e) => e.fn.countAll<number>().as("n"))
        .executeTakeFirst();
      return row?.n ?? 0;
    },
    async pendingAdmin() {
      const row = await standing
        .selectAll()
        .where("password", "is", null)
        .where("role", "=", "administrator" satisfies Role)
        .where("commune", "is", null)
        .orderBy("created_at")
        .executeTakeFirst();
      return row ? readStaff(row) : null;
    },
    async staffList(commune) {
      const all = standing.selectAll().orderBy("name");
      const rows = await (commune === null ? all : all.where("commune", "=", commune)).execute();
      return rows.map((row) => ({ ...readStaff(row), secondFactor: row.totp !== null }));
    },
    async addStaff(staff, made, by) {
      const known = await near.selectFrom("staff").select("id").where("login", "=", staff.login).executeTakeFirst();
      if (known) return false;
      await write(
        near.insertInto("staff").values({
          ...staff,
          villages: staff.villages && JSON.stringify(staff.villages),
          password: null,
          created_at: by.at,
          removed_at: null,
        }),
        link(staff.id, made),
        audit(cold, by, {
          what: "staff-added",
          commune: staff.commune,
          about: staff.id,
          after: { role: staff.role },
        }),
      );
      return true;
    },
    async addLink(staff, made, by) {
      await write(
        link(staff.id, made),
        // One way in at a time: the link that was mislaid is the one somebody else finds.
        near
          .deleteFrom("staff_links")
          .where("staff", "=", staff.id)
          .where("used_at", "is", null)
          .where("hash", "<>", made.hash),
        audit(cold, by, { what: "staff-link-made", commune: staff.commune, about: staff.id }),
      );
    },
    async removeStaff(staff, by) {
      await write(
        near
          .updateTable("staff")
          .set({ removed_at: by.at, password: null, totp: null })
          .where("id", "=", staff.id)
          .where("removed_at", "is", null),
        near.deleteFrom("staff_sessions").where("staff", "=", staff.id),
        near.deleteFrom("staff_links").where("staff", "=", staff.id),
        near.deleteFrom("staff_devices").where("staff", "=", staff.id),
        near.deleteFrom("staff_recovery_codes").where("staff", "=", staff.id),
        near.deleteFrom("alarm_codes").where("staff", "=", staff.id),
        near.deleteFrom("alarm_chats").where("staff", "=", staff.id),
        near.deleteFrom("alarms_told").where("staff", "=", staff.id),
        audit(cold, by, { what: "staff-removed", commune: staff.commune, about: staff.id }),
      );
    },
    async staffByLink(hash, now) {
      const row = await near
        .selectFrom("staff_links as k")
        .innerJoin("staff as s", "s.id", "k.staff")
        .where("k.hash", "=", hash)
        .where("k.used_at", "is", null)
        .where("k.expires_at", ">", now)
        .where("s.removed_at", "is", null)
        .selectAll("s")
        .executeTakeFirst();
      return row ? readStaff(row) : null;
    },
    async spendLink(hash, password, staff, by) {
      const unspent = near
        .selectFrom("staff_links")
        .select("staff")
        .where("hash", "=", hash)
        .where("staff", "=", staff.id)
        .where("used_at", "is", null)
        .where("expires_at", ">", by.at);
      return write(
        near.updateTable("staff").set({ password }).where("id", "in", unspent).where("removed_at", "is", null),
        near.updateTable("staff_links").set({ used_at: by.at }).where("hash", "=", hash),
        near.deleteFrom("staff_sessions").where("staff", "=", staff.id),
        // Whoever lost the password may have lost a browser with it.
        near.deleteFrom("staff_devices").where("staff", "=", staff.id),
        audit(cold, by, { what: "password-set", commune: staff.commune, about: staff.id, after: { how: "link" } }),
      );
    },
    async changePassword(staff, password, keep, by) {
      await write(
        near.updateTable("staff").set({ password }).where("id", "=", staff.id).where("removed_at", "is", null),
        near.deleteFrom("staff_sessions").where("staff", "=", staff.id).where("hash", "<>", keep),
        near.deleteFrom("staff_links").where("staff", "=", staff.id).where("used_at", "is", null),
        audit(cold, by, { what: "password-set", commune: staff.commune, about: staff.id, after: { how: "changed" } }),
      );
    },
    async rehash(staff, password) {
      await write(near.updateTable("staff").set({ password }).where("id", "=", staff).where("removed_at", "is", null));
    },
  };
};

const StoredRole = z.enum([
  "administrator",
  "staff",
  "village-leader",
  "team-member",
  "overseer",
] as const satisfies readonly Role[]);
const Villages = z.array(z.string());
export const readStaff = (
  row: Pick<Selectable<Tables["staff"]>, "id" | "login" | "name" | "role" | "commune" | "villages">,
): Staff => ({
  id: row.id,
  login: row.login,
  name: row.name,
  role: StoredRole.parse(row.role),
  commune: row.commune,
  villages: row.villages === null ? null : Villages.parse(JSON.parse(row.villages)),
});
