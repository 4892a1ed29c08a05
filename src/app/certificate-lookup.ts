import { codeTyped } from "../people/codes.ts";
import type { Misses } from "../people/misses.ts";
import type { CertificateRow } from "../store/ports/certificates.ts";

/**
 * A certificate by its code as somebody typed it, for every address that shows one. Wrong codes are counted, and whoever
 * sends too many hears of every one that it is unknown.
 */
export const certificateLookup =
  (from: {
    readonly misses: Misses;
    readonly certificate: (code: string) => Promise<CertificateRow | null>;
    readonly count: (name: string, labels: Readonly<Record<string, string>>) => void;
  }): CertificateLookup =>
  async (typed, address) => {
    const attempt = from.misses.attempt({ account: null, address });
    if (!attempt) {
      from.count("codes_slowed_total", { where: "certificate" });
      return null;
    }
    const found = await from.certificate(codeTyped(typed));
    if (found) attempt.right();
    return found;
  };

export type CertificateLookup = (typed: string, address: string) => Promise<CertificateRow | null>;
