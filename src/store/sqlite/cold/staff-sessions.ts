import type { StaffSessionStore } from "../../ports/staff-sessions.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";
import { readStaff } from "./staff.ts";

/** Who is signed in, where and until when; and the browsers somebody signed in with before. */
export const sessionRows = (cold: Cold): StaffSessionStore => {
  const { near, write } = cold;
  return {
    async openSession(hash, { id, staff, stage, expiresAt, endsAt, device, newDevice }, by, second) {
      await write(
        near.insertInto("staff_sessions").values({
          hash,
          id,
          staff: staff.id,
          stage,
          created_at: by.at,
          seen_at: by.at,
          expires_at: expiresAt,
          ends_at: endsAt,
          origin: by.from,
          device,
        }),
        near.deleteFrom("staff_sessions").where((e) => e.or([e("expires_at", "<=", by.at), e("ends_at", "<=", by.at)])),
        ...(second
          ? [
              audit(cold, by, {
                what: "signed-in",
                commune: staff.commune,
                about: staff.id,
                after: { second, newDevice },
              }),
            ]
          : []),
      );
    },
    async session(hash, now) {
      const row = await near
        .selectFrom("staff_sessions as x")
        .innerJoin("staff as s", "s.id", "x.staff")
        .where("x.hash", "=", hash)
        .where("x.expires_at", ">", now)
        .where("x.ends_at", ">", now)
        .where("s.removed_at", "is", null)
        .select(["s.id", "s.login", "s.name", "s.role", "s.commune", "s.villages", "s.totp"])
        .select(["x.id as session", "x.stage", "x.expires_at", "x.ends_at"])
        .executeTakeFirst();
      if (!row) return null;
      return {
        id: row.session,
        staff: readStaff(row),
        stage: row.stage === "in" ? "in" : "code",
        secondFactor: row.totp !== null,
        expiresAt: row.expires_at,
        endsAt: row.ends_at,
      };
    },
    async extendSession(hash, expiresAt, now) {
      await write(
        near.updateTable("staff_sessions").set({ expires_at: expiresAt, seen_at: now }).where("hash", "=", hash),
      );
    },
    async endSession(hash) {
      await write(near.deleteFrom("staff_sessions").where("hash", "=", hash));
    },
    async sessions(staff, now) {
      const rows = await near
        .selectFrom("staff_sessions")
        .where("staff", "=", staff)
        .where("stage", "=", "in")
        .where("expires_at", ">", now)
        .where("ends_at", ">", now)
        .orderBy("seen_at", "desc")
        .select(["id", "hash", "created_at", "seen_at", "origin", "device"])
        .execute();
      return rows.map((r) => ({
        id: r.id,
        hash: r.hash,
        createdAt: r.created_at,
        seenAt: r.seen_at,
        from: r.origin,
        device: r.device,
      }));
    },
    async endSessions(staff, which, by) {
      const theirs = near.deleteFrom("staff_sessions").where("staff", "=", staff.id);
      const others = near.deleteFrom("staff_devices").where("staff", "=", staff.id);
      await write(
        "id" in which ? theirs.where("id", "=", which.id) : theirs.where("hash", "<>", which.except),
        audit(cold, by, {
          what: "signed-out",
          commune: staff.commune,
          about: staff.id,
          after: { all: "keep" in which },
        }),
        ...("keep" in which ? [others] : []),
      );
    },
    async deviceKnown(hash, staff) {
      const row = await near
        .selectFrom("staff_devices")
        .select("hash")
        .where("hash", "=", hash)
        .where("staff", "=", staff)
        .executeTakeFirst();
      return row !== undefined;
    },
    async rememberDevice(hash, staff, now) {
      await write(
        near
          .insertInto("staff_devices")
          .values({ hash, staff, seen_at: now })
          .onConflict((c) => c.column("hash").doUpdateSet({ staff, seen_at: now })),
        near.deleteFrom("staff_devices").where("seen_at", "<", now - 365 * 24 * 3_600_000),
      );
    },
  };
};
