import { webChannel } from "../channels/web/channel.ts";
import { shortAddress } from "../kit/short-address.ts";
import { codeTyped } from "../people/codes.ts";
import type { Misses } from "../people/misses.ts";
import type { Audit } from "../store/ports/audit.ts";
import type { CertificateRow } from "../store/ports/certificates.ts";

/**
 * A certificate by its code as somebody typed it, for every address that shows one. Wrong codes are counted, and whoever
 * sends too many hears of every one that it is unknown.
 */
export const certificateLookup =
  (from: {
    readonly misses: Misses;
    readonly certificate: (code: string) => Promise<CertificateRow | null>;
    readonly audit: Pick<Audit, "tally">;
    readonly now: () => number;
    readonly count: (name: string, labels: Readonly<Record<string, string>>) => void;
  }): CertificateLookup =>
  async (typed, address) => {
    const attempt = from.misses.attempt({ account: null, address });
    const seen = { who: "stranger", from: shortAddress(address), at: from.now() } as const;
    if ("slowedBy" in attempt) {
      from.audit.tally({ what: "codes-slowed", commune: null, after: { by: attempt.slowedBy } }, seen);
      from.count("codes_slowed_total", { where: "certificate" });
      return null;
    }
    const found = await from.certificate(codeTyped(typed));
    if (found) attempt.right();
    else
      from.audit.tally(
        { what: "wrong-code", commune: null, after: { opens: "certificate", channel: webChannel.name } },
        seen,
      );
    return found;
  };

export type CertificateLookup = (typed: string, address: string) => Promise<CertificateRow | null>;
