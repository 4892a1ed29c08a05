import type { SecondFactorStore } from "../../ports/second-factor.ts";
import { keyBeside, type Seal, sealer } from "../zalo/seal.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";

/** Shared secrets of authenticators, sealed: a copied database lets nobody make codes. */
export const secondFactorRows = (cold: Cold): SecondFactorStore => {
  const { near, write } = cold;
  let made: Seal | null = null;
  const sealed = (): Seal => (made ??= sealer(keyBeside(cold.file)));
  const place = (staff: string) => `staff-totp:${staff}`;
  const forget = (staff: string) => near.deleteFrom("staff_recovery_codes").where("staff", "=", staff);
  const codes = (staff: string, hashes: readonly string[]) =>
    near.insertInto("staff_recovery_codes").values(hashes.map((hash) => ({ staff, hash, used_at: null })));
  return {
    async secondFactor(staff) {
      const row = await near.selectFrom("staff").select("totp").where("id", "=", staff).executeTakeFirst();
      if (!row?.totp) return null;
      const { n } = await near
        .selectFrom("staff_recovery_codes")
        .where("staff", "=", staff)
        .where("used_at", "is", null)
        .select((e) => e.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow();
      // Null where the key is another machine's: then only a recovery code lets them in.
      return { secret: sealed().open(row.totp, place(staff)), recovery: n };
    },
    async draft(session, make) {
      const row = await near.selectFrom("staff_sessions").select("draft").where("id", "=", session).executeTakeFirst();
      const known = row?.draft ? sealed().open(row.draft, `draft:${session}`) : null;
      if (known) return known;
      const secret = make();
      const draft = sealed().shut(secret, `draft:${session}`);
      await write(near.updateTable("staff_sessions").set({ draft }).where("id", "=", session));
      return secret;
    },
    async setSecondFactor(staff, secret, step, hashes, by) {
      await write(
        near
          .updateTable("staff")
          .set({ totp: sealed().shut(secret, place(staff.id)), totp_step: step })
          .where("id", "=", staff.id),
        near.updateTable("staff_sessions").set({ draft: null }).where("staff", "=", staff.id),
        forget(staff.id),
        codes(staff.id, hashes),
        audit(cold, by, {
          what: "second-factor-set",
          commune: staff.commune,
          about: staff.id,
          after: { codes: hashes.length },
        }),
      );
    },
    async removeSecondFactor(staff, keep, by) {
      await write(
        near.updateTable("staff").set({ totp: null }).where("id", "=", staff.id).where("totp", "is not", null),
        forget(staff.id),
        near
          .deleteFrom("staff_sessions")
          .where("staff", "=", staff.id)
          .where("hash", "<>", keep ?? ""),
        audit(cold, by, { what: "second-factor-removed", commune: staff.commune, about: staff.id }),
      );
    },
    async newRecoveryCodes(staff, hashes, by) {
      await write(
        forget(staff.id),
        codes(staff.id, hashes),
        audit(cold, by, {
          what: "recovery-codes-made",
          commune: staff.commune,
          about: staff.id,
          after: { codes: hashes.length },
        }),
      );
    },
    takeStep: (staff, step) =>
      write(near.updateTable("staff").set({ totp_step: step }).where("id", "=", staff).where("totp_step", "<", step)),
    takeRecoveryCode: (staff, hash, now) =>
      write(
        near
          .updateTable("staff_recovery_codes")
          .set({ used_at: now })
          .where("staff", "=", staff)
          .where("hash", "=", hash)
          .where("used_at", "is", null),
      ),
  };
};
