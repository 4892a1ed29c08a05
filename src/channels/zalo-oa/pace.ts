/**
 * How one connection is doing. After an answer was lost nothing more is handed over until Zalo answers a question that
 * changes nothing: there is no key against repeats, so a message must not be the thing that finds out.
 */
export const pace = () => {
  let troubles = 0;
  let doubt = false;
  return {
    doubtful: () => doubt,
    lost: () => {
      doubt = true;
    },
    /** Ms to wait, longer while the trouble lasts; several in a row are the server's, not the message's. */
    trouble: (): { readonly afterMs: number; readonly whole: boolean } => {
      troubles += 1;
      return { afterMs: Math.min(60_000, 1_000 * 2 ** (troubles - 1)), whole: troubles >= 3 };
    },
    fine: () => {
      troubles = 0;
      doubt = false;
    },
  };
};
export type Pace = ReturnType<typeof pace>;
