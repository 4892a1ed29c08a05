import type { Clean } from "../../kit/clean.ts";
import type { By } from "./by.ts";

/** Certificates given out. */
export type CertificateStore = {
  certificate(code: string): Promise<CertificateRow | null>;
  certificates(commune: string): Promise<CertificateRow[]>;
  revokeCertificate(commune: string, code: string, why: Clean, by: By): Promise<boolean>;
};

export type CertificateRow = {
  readonly commune: string;
  readonly code: string;
  readonly name: string;
  readonly track: string;
  readonly village: string | null;
  readonly scoreRight: number | null;
  readonly scoreOf: number | null;
  readonly sample: boolean;
  readonly issuedAt: number;
  readonly revokedAt: number | null;
};
