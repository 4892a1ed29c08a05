import type { Selectable } from "kysely";
import { z } from "zod";
import type { Staff, StaffStore } from "../../ports/staff.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";
import type { Tables } from "./tables.ts";

/** Staff, their one-time links and sessions. Removed people keep their row, for the audit, and lose every way in. */
export const staffRows = (cold: Cold): StaffStore => {
  const { near, write } = cold;
  const link = (staff: string, { hash, expiresAt }: { hash: string; expiresAt: number }) =>
    near.insertInto("staff_links").values({ hash, staff, expires_at: expiresAt, used_at: null });
  return {
    async staffByLogin(login) {
      const row = await near
        .selectFrom("staff")
        .selectAll()
        .where("login", "=", login)
        .where("removed_at", "is", null)
        .executeTakeFirst();
      return row ? { staff: read(row), password: row.password } : null;
    },
    async staffCount() {
      const row = await near
        .selectFrom("staff")
        .where("removed_at", "is", null)
        .where("password", "is not", null)
        .select((e) => e.fn.countAll<number>().as("n"))
        .executeTakeFirst();
      return row?.n ?? 0;
    },
    async staffList(commune) {
      const all = near.selectFrom("staff").selectAll().where("removed_at", "is", null).orderBy("name");
      const rows = await (commune === null ? all : all.where("commune", "=", commune)).execute();
      return rows.map(read);
    },
    async addStaff(staff, made, by) {
      const known = await near.selectFrom("staff").select("id").where("login", "=", staff.login).executeTakeFirst();
      if (known) return false;
      await write(
        near.insertInto("staff").values({ ...staff, password: null, created_at: by.at, removed_at: null }),
        link(staff.id, made),
        audit(cold, by, { what: "staff-added", commune: staff.commune, about: staff.id, after: { role: staff.role } }),
      );
      return true;
    },
    async addLink(staff, made, by) {
      await write(
        link(staff, made),
        // One way in at a time: the link that was mislaid is the one somebody else finds.
        near
          .deleteFrom("staff_links")
          .where("staff", "=", staff)
          .where("used_at", "is", null)
          .where("hash", "<>", made.hash),
        audit(cold, by, { what: "staff-link-made", commune: null, about: staff }),
      );
    },
    async removeStaff(staff, by) {
      await write(
        near.updateTable("staff").set({ removed_at: by.at, password: null }).where("id", "=", staff),
        near.deleteFrom("staff_sessions").where("staff", "=", staff),
        near.deleteFrom("staff_links").where("staff", "=", staff),
        audit(cold, by, { what: "staff-removed", commune: null, about: staff }),
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
      return row ? read(row) : null;
    },
    async spendLink(hash, password, by) {
      const unspent = near
        .selectFrom("staff_links")
        .select("staff")
        .where("hash", "=", hash)
        .where("staff", "=", by.staff)
        .where("used_at", "is", null)
        .where("expires_at", ">", by.at);
      return write(
        near.updateTable("staff").set({ password }).where("id", "in", unspent).where("removed_at", "is", null),
        near.updateTable("staff_links").set({ used_at: by.at }).where("hash", "=", hash),
        near.deleteFrom("staff_sessions").where("staff", "=", by.staff),
        audit(cold, by, { what: "password-set", commune: null, about: by.staff, after: { how: "link" } }),
      );
    },
    async openSession(hash, staff, expiresAt, now) {
      await write(
        near.insertInto("staff_sessions").values({ hash, staff, created_at: now, expires_at: expiresAt }),
        near.deleteFrom("staff_sessions").where("expires_at", "<=", now),
        audit(cold, { staff, at: now }, { what: "signed-in", commune: null, about: staff }),
      );
    },
    async session(hash, now) {
      const row = await near
        .selectFrom("staff_sessions as x")
        .innerJoin("staff as s", "s.id", "x.staff")
        .where("x.hash", "=", hash)
        .where("x.expires_at", ">", now)
        .where("s.removed_at", "is", null)
        .selectAll("s")
        .select("x.expires_at")
        .executeTakeFirst();
      return row ? { staff: read(row), expiresAt: row.expires_at } : null;
    },
    async extendSession(hash, expiresAt) {
      await write(near.updateTable("staff_sessions").set({ expires_at: expiresAt }).where("hash", "=", hash));
    },
    async endSession(hash) {
      await write(near.deleteFrom("staff_sessions").where("hash", "=", hash));
    },
  };
};

const Role = z.enum(["admin", "officer", "viewer"]);
const read = (row: Selectable<Tables["staff"]>): Staff => ({
  id: row.id,
  login: row.login,
  name: row.name,
  role: Role.parse(row.role),
  commune: row.commune,
});
