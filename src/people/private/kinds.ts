/**
 * Every kind of thing that is somebody's own, and what becomes of it. What is `refused` should never have been typed to
 * us: the whole text is dropped at the door and the person is told kindly. The others people type for a reason (a number
 * that called them, the plate that was fined): the text is answered, and cut out of whatever is kept of it.
 * Examples and counter-examples of each: test/fixtures/privacy; why: docs/decisions/0056-privacy.md.
 */
export const kinds = {
  /** CCCD (12 digits) and CMND (9 digits); licences of drivers and household books have the same shape. */
  identity: { refused: true },
  passport: { refused: true },
  /** Number of a BHXH book or a BHYT card. */
  insurance: { refused: true },
  /** Bank card. */
  card: { refused: true },
  /** Bank account or wallet. */
  account: { refused: true },
  /** One-time code, PIN, CVV. */
  otp: { refused: true },
  password: { refused: true },
  phone: { refused: false },
  mail: { refused: false },
  /** A whole date of birth; a year alone stays. */
  birth: { refused: false },
  tax: { refused: false },
  plate: { refused: false },
  /** Six digits and more that nothing explains. */
  number: { refused: false },
} as const satisfies Record<string, { readonly refused: boolean }>;

export type PrivateKind = keyof typeof kinds;

/** Where something private stands in a text: from `from` up to and without `to`. */
export type PrivatePart = { readonly kind: PrivateKind; readonly from: number; readonly to: number };
