import type { Group } from "./groups.ts";
import type { PrivatePart } from "./kinds.ts";
import type { Around } from "./labels.ts";
import { couldBeCard, couldBeCitizen, insured } from "./shapes.ts";

/** Digits and letters in one: a passport, an insurance card, an account, or some other code of six digits and more. */
export const codePart = (rest: readonly Group[], { labels, plain }: Around): PrivatePart | null => {
  const [group] = rest;
  if (!group) return null;
  const { digits, text, from, to } = group;
  // A recovery code is all that stands there without a blank, letters too.
  if (labels.some((l) => l.label === "recovery" && l.away <= 4)) return { kind: "otp", ...stretch(plain, from) };
  if (/^[a-z]\d{7,8}$/.test(text)) return { kind: "passport", from, to };
  // "C7 204 918": the first figures stand at the letter, the others apart.
  const passport = /^[a-z]\d{1,6}$/.test(text) && labels.some((l) => l.label === "passport" && l.away <= 3);
  const apart = passport ? (endOf(rest, 7) ?? endOf(rest, 8)) : null;
  if (apart !== null) return { kind: "passport", from, to: apart };
  const insurance = /^[a-z]{2}\d/.test(text) && insured.has(text.slice(0, 2)) ? endOf(rest, 13) : null;
  if (insurance !== null) return { kind: "insurance", from, to: insurance };
  // Codes made by this house mix letters and digits sign by sign.
  // "Mã kích hoạt là K7P4Q2": codes of this house are longer.
  if (
    text.length <= 7 &&
    text.length >= 5 &&
    digits.length >= 2 &&
    /[a-z]\d+[a-z]/.test(text) &&
    labels.some((l) => l.label === "otp" && l.away <= 6)
  )
    return { kind: "otp", from, to };
  if (digits.length < 6 || !/\d{5}/.test(text)) return null;
  // Letters in front of a parcel's or an order's number; in front of a citizen's stands nothing.
  if (/^[a-z]{2}/.test(text) && labels[0]?.label === "number" && labels[0].away <= 2)
    return { kind: "number", from, to };
  if (couldBeCitizen(digits)) return { kind: "identity", from, to };
  if (digits.length === 16 && couldBeCard(digits)) return { kind: "card", from, to };
  const account = labels.some(({ label, away }) => label === "account" || (label === "bank" && away <= 4));
  return { kind: account ? "account" : "number", from, to };
};

/** Where the groups end that have just so many digits together. */
const endOf = (groups: readonly Group[], digits: number): number | null => {
  let sum = 0;
  for (const { digits: more, to } of groups) {
    sum += more.length;
    if (sum >= digits) return sum === digits ? to : null;
  }
  return null;
};

/** From the blank before a place to the one after it. */
const stretch = (plain: string, at: number): { readonly from: number; readonly to: number } => {
  const before = /[a-z\d-]{0,40}$/.exec(plain.slice(Math.max(0, at - 40), at))?.[0].length ?? 0;
  const after = /^[a-z\d-]{0,40}/.exec(plain.slice(at, at + 40))?.[0].length ?? 0;
  return { from: at - before, to: at + after };
};
