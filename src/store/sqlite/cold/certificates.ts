import type { Selectable } from "kysely";
import type { CertificateRow, CertificateStore } from "../../ports/certificates.ts";
import type { Tables } from "../tables.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";

/** Certificates given out. The reason of a revocation stays inside: outsiders only see that it no longer holds. */
export const certificateRows = (cold: Cold): CertificateStore => ({
  async certificate(code) {
    const row = await cold.near.selectFrom("certificates").selectAll().where("code", "=", code).executeTakeFirst();
    return row ? read(row) : null;
  },
  async certificates(commune) {
    const rows = await cold.near
      .selectFrom("certificates")
      .selectAll()
      .where("commune", "=", commune)
      .orderBy("issued_at", "desc")
      .limit(200)
      .execute();
    return rows.map(read);
  },
  async revokeCertificate(commune, code, why, by) {
    const owner = await cold.near
      .selectFrom("certificates")
      .select("learner")
      .where("code", "=", code)
      .executeTakeFirst();
    return cold.write(
      cold.near
        .updateTable("certificates")
        .set({ revoked_at: by.at, revoked_why: why })
        .where("commune", "=", commune)
        .where("code", "=", code)
        .where("revoked_at", "is", null),
      audit(cold, by, { what: "certificate-revoked", commune, about: owner?.learner ?? null }),
    );
  },
});

const read = (c: Selectable<Tables["certificates"]>): CertificateRow => ({
  commune: c.commune,
  code: c.code,
  name: c.name,
  track: c.track,
  village: c.village,
  scoreRight: c.score_right,
  scoreOf: c.score_of,
  sample: c.sample === 1,
  issuedAt: c.issued_at,
  revokedAt: c.revoked_at,
});
