import { dayLabel } from "../kit/vietnam-time.ts";
import { editionCode } from "./edition.ts";
import type { Proof } from "./paper-file.ts";

/** What tells one frozen report from all others. */
export type Frozen = { readonly hash: string; readonly number: number; readonly frozenAt: number };

/** What the paper of a frozen report says of itself, with the address that tells whether it still holds. */
export const proofOf = (frozen: Frozen, publicUrl: string): Proof => {
  const address = new URL(`/kiem-bao-cao/${editionCode(frozen.hash)}`, publicUrl).href;
  return { address, says: `${proofSays(frozen)} Kiểm tra tại ${address}` };
};

/** The part of it that stays, whatever address the house has. */
export const proofSays = ({ hash, number, frozenAt }: Frozen): string =>
  `Bản chốt số ${number}, ngày ${dayLabel(frozenAt)}. Mã kiểm tra: ${editionCode(hash)}.`;
