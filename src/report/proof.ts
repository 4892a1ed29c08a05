import { dayLabel } from "../kit/vietnam-time.ts";
import { editionCode } from "./edition.ts";
import type { Proof } from "./paper-file.ts";

/** What the paper of a frozen report says of itself, with the address that tells whether it still holds. */
export const proofOf = (
  { hash, number, frozenAt }: { readonly hash: string; readonly number: number; readonly frozenAt: number },
  publicUrl: string,
): Proof => {
  const code = editionCode(hash);
  const address = new URL(`/kiem-bao-cao/${code}`, publicUrl).href;
  return {
    address,
    says: `Bản chốt số ${number}, ngày ${dayLabel(frozenAt)}. Mã kiểm tra: ${code}. Kiểm tra tại ${address}`,
  };
};
