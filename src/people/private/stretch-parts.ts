import { areClose, type Group, gapsOf, isListed } from "./groups.ts";
import type { PrivateKind, PrivatePart } from "./kinds.ts";
import { type Around, isPhrase } from "./labels.ts";
import { isOtp } from "./otp.ts";
import type { Label } from "./phrases.ts";
import { couldBeCard, couldBeCitizen, couldBePhone, domesticCard, insured } from "./shapes.ts";

/** The private parts of neighbouring groups of digits that nothing harmless explains. */
export const stretchParts = (groups: readonly Group[], around: Around): readonly PrivatePart[] => {
  if (isOtp(groups, around)) return [part("otp", groups, around)];
  const named = saidOf(around, join(groups).length);
  if (isListed(groups, around.plain) && named !== "identity") return [];
  const lettered = letteredPart(groups, around);
  if (lettered) return [lettered];
  const parts: PrivatePart[] = [];
  for (let i = 0; i < groups.length; i++) {
    const last = longestFrom(groups, i, around);
    if (last === null) continue;
    parts.push(part(last.kind, groups.slice(i, last.to), around));
    i = last.to - 1;
  }
  return parts;
};

/** The longest run of groups from one on that is something. */
const longestFrom = (
  groups: readonly Group[],
  from: number,
  around: Around,
): { readonly kind: PrivateKind; readonly to: number } | null => {
  let to = from;
  let digits = "";
  while (to < groups.length && (to === from || digits.length + (groups[to]?.digits.length ?? 0) <= most))
    digits += groups[to++]?.digits ?? "";
  for (; to > from && digits.length >= least; to--) {
    const kind = kindOf(groups.slice(from, to), digits, from === 0 && to === groups.length, around);
    if (kind !== null) return { kind, to };
    digits = digits.slice(0, -(groups[to - 1]?.digits.length ?? 0));
  }
  return null;
};
const least = 6;
const most = 19;

/** What the words before it say a number of so many digits is: the nearest label that it can be. */
const saidOf = (around: Around, digits: number): Label | null => {
  const known = around.said.get(digits);
  if (known !== undefined) return known;
  const said = nearestFor(around, digits);
  around.said.set(digits, said);
  return said;
};

const nearestFor = ({ labels, linked, after }: Around, digits: number): Label | null => {
  const can = (label: Label, away: number): boolean => {
    const [least, most, farthest] = lengths[label] ?? [99, 0, 0];
    const near = linked && described.has(label) ? describing : farthest;
    return digits >= least && digits <= most && away <= near;
  };
  const said = labels.find(({ label, away }) => can(label, away));
  // "stk momo 0912345678": a wallet's number is an account where it is called one.
  if (said?.label === "bank" && labels.some((l) => l.label === "account" && l.away <= 4)) return "account";
  return said?.label ?? (after !== null && can(after, 0) ? after : null);
};

/** "stk nhận tiền hỗ trợ của bà là …": between the name and its "là" somebody says what it is for. */
const described: ReadonlySet<Label> = new Set(["identity", "passport", "insurance", "card", "account"]);
const describing = 20;

/** How many digits a thing that has this name has, and how many words may stand between. */
const lengths: Readonly<Partial<Record<Label, readonly [least: number, most: number, away: number]>>> = {
  identity: [6, 12, 6],
  passport: [7, 8, 3],
  insurance: [9, 15, 6],
  card: [13, 19, 6],
  account: [6, 19, 6],
  bank: [8, 19, 6],
  tax: [9, 13, 4],
  phone: [9, 12, 6],
  money: [1, 9, 3],
  figure: [1, 8, 4],
  number: [6, 15, 4],
  code: [1, 8, 2],
};

const kindOf = (some: readonly Group[], digits: string, whole: boolean, around: Around): PrivateKind | null => {
  const n = digits.length;
  const single = some.length === 1;
  const said = saidOf(around, n);
  const { plain } = around;
  if (couldBeCitizen(digits) && n === 12) return said === "account" || said === "bank" ? "account" : "identity";
  if (said === "account" || said === "bank") {
    if (couldBeCard(digits) && (said === "bank" || around.labels.some((l) => l.label === "card"))) return "card";
    // A telephone can be the number of an account, but only where it is called one.
    if (couldBePhone(digits) && said === "bank" && around.after !== "account")
      return areClose(some, plain) ? "phone" : null;
    return single || (tight(some, plain) && n >= 8) ? "account" : null;
  }
  const insured = said === "insurance" || (said === "identity" && around.labels.some((l) => l.label === "insurance"));
  // "số BHYT mười số cuối là …": no identity card has ten figures.
  if (insured && (n === 10 || n === 13 || n === 15) && areClose(some, plain)) return "insurance";
  if (said === "tax" && n >= 10 && areClose(some, plain)) return "tax";
  // The telephone's own number ends like a card's.
  if (said === "number" && n === 15) return "number";
  // The first twelve of a card, where the last four are told beside them.
  const named = around.after === "card" || around.labels.some((l) => l.label === "card");
  if (n === 12 && digits.startsWith("9704") && named) return "card";
  if (couldBeCard(digits) || domesticCard(digits) || (said === "card" && n >= 13)) return "card";
  if (couldBePhone(digits) && areClose(some, plain)) return "phone";
  if (said === "phone" && (n === 10 || n === 11) && areClose(some, plain)) return "phone";
  if (n === 12 && (single || (whole && digits.startsWith("0") && !some.some((g) => couldBePhone(g.digits)))))
    return said === "insurance" ? "insurance" : "identity";
  if (said === "identity" && (whole || single)) return "identity";
  if (said === "money" && /^[1-9]/.test(digits)) return null;
  if (said === "figure" || (said === "code" && n < 6)) return null;
  // "mã khách hàng nước 100234567"
  if (n === 9 && single && customers(around)) return "number";
  if (n === 9 && (single || oneNumber(some, plain, whole))) return said === "insurance" ? "insurance" : "identity";
  if (said === "number" && whole && tight(some, plain)) return "number";
  if (!single) return n >= 10 && some.length > 2 && some.length < 6 && byFours(some, plain) ? "account" : null;
  if (n >= 10) return said === "number" ? "number" : "account";
  if (n < 6 || (some[0]?.form === "words" && n < 8)) return null;
  return "number";
};

/** Named right before the number, and nothing said of an identity card. */
const customers = ({ labels }: Around): boolean =>
  labels[0]?.label === "number" && labels[0].away <= 1 && !labels.some(({ label }) => label === "identity");

/** "HT 2 01 0123456789" on a health card, "B 123 4567" on a passport. */
const letteredPart = (groups: readonly Group[], around: Around): PrivatePart | null => {
  const first = groups[0];
  const word = first && around.tokens[first.first - 1];
  if (!word || word.digits || first.form === "words" || !/^[ -]?$/.test(around.plain.slice(word.to, first.from)))
    return null;
  const n = join(groups).length;
  const named = around.labels.some((l) => l.label === "number" && l.away <= 5);
  // The old licence, the laissez-passer and the savings book have two letters in front.
  const nearest = around.labels[0];
  const paper = word.text.length === 2 && papers.find((kind) => nearest?.label === kind && nearest.away <= 3);
  const health = around.labels[0]?.label !== "account" || around.labels.some((l) => l.label === "insurance");
  const kind =
    health && insured.has(word.text) && n === 13
      ? "insurance"
      : word.text.length === 1 && (n === 7 || n === 8) && around.labels.some((l) => l.label === "passport")
        ? "passport"
        : paper && n >= 6 && n <= 8 && groups.length === 1 && lettersOf(word.text, true)
          ? paper
          : n >= 6 && n <= 8 && groups.length === 1 && (word.text.length === 2 || named) && lettersOf(word.text, named)
            ? "number"
            : null;
  return kind && { kind, from: word.from, to: groups.at(-1)?.to ?? word.to };
};

const papers: readonly PrivateKind[] = ["identity", "passport", "account"];

const part = (kind: PrivateKind, groups: readonly Group[], { plain }: Around): PrivatePart => {
  const from = groups[0]?.from ?? 0;
  const sign = kind === "phone" ? (/[+(]{1,2}$/.exec(plain.slice(Math.max(0, from - 2), from))?.[0].length ?? 0) : 0;
  return { kind, from: from - sign, to: groups.at(-1)?.to ?? from };
};

/** "CN 123456" on the paper of a field, "AQ 123456" on one with a name for it; "so 123456" is a word and a number. */
const lettersOf = (word: string, named: boolean): boolean =>
  word.length <= 2 && !/^(?:so|ma|la|no|co)$/.test(word) && !isPhrase(word) && (named || /^[^aeiouy]{2}$/.test(word));

const join = (groups: readonly Group[]): string => groups.map((g) => g.digits).join("");

const tight = (groups: readonly Group[], plain: string): boolean =>
  gapsOf(groups, plain).every((gap) => /^[ .\-_/]{1,3}$/.test(gap));

/** Nine digits written as three threes or one by one, and not as a list. */
const oneNumber = (groups: readonly Group[], plain: string, whole: boolean): boolean =>
  gapsOf(groups, plain).every((gap) => !gap.includes(", ")) &&
  ((groups.length === 3 && groups.every((g) => g.digits.length === 3)) ||
    (whole && groups.every((g) => g.digits.length === 1)));

const byFours = (groups: readonly Group[], plain: string): boolean =>
  gapsOf(groups, plain).every((gap) => gap === " " || gap === "." || gap === "-") &&
  groups.slice(0, -1).every((g) => g.digits.length === 4);
