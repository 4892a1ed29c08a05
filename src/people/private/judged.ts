import { askedAbout } from "./asked-about.ts";
import { codePart } from "./code-part.ts";
import { areClose, type Group, isListed } from "./groups.ts";
import { type Harmless, taken } from "./harmless.ts";
import type { PrivatePart } from "./kinds.ts";
import type { Around } from "./labels.ts";
import { labelAfter, labelsBefore, linkedAt } from "./labels.ts";
import type { Label } from "./phrases.ts";
import { couldBeCard, couldBeCitizen, couldBePhone } from "./shapes.ts";
import { stretchParts } from "./stretch-parts.ts";
import type { Token } from "./tokens.ts";

/** Groups of digits with no word between them, and what is known around them. */
export type Case = {
  readonly plain: string;
  /** Whether the text has anything besides them. */
  readonly besides: "nothing" | "signs" | "words";
  readonly tokens: readonly Token[];
  readonly explained: Harmless;
  readonly cluster: readonly Group[];
};

/** The private parts of one cluster. */
export const judged = ({ plain, besides, tokens, explained, cluster }: Case): readonly PrivatePart[] => {
  const [first, last] = [cluster[0], cluster.at(-1)];
  if (!first || !last) return [];
  const around: Around = {
    plain,
    tokens,
    labels: labelsBefore(tokens, first.first, plain),
    after: labelAfter(tokens, last.last),
    linked: linkedAt(tokens, first.first, plain),
    said: new Map(),
  };
  const whole = cluster.map((g) => g.digits).join("");
  const within = explaining(explained, around, whole.length);
  const free = new Set(
    cluster.filter((g) => !taken(within, g) && !(g.digits.length < 9 && taken([explained.links], g))),
  );
  // Six digits alone are a code, also where they end like a sum; "113 114" and "10/3, 11/3" are not.
  const blank = besides === "nothing" && !cluster.every((g) => taken([explained.surely], g));
  if (whole.length === 6 && besides !== "words" && (blank || free.size > 0) && !isListed(cluster, plain))
    return [{ kind: "otp", from: first.from, to: last.to }];
  // Whoever hides a number among dates and sums leaves some of its digits over.
  if (free.size > 0 && free.size < cluster.length && cluster.every((g) => g.form === "digits")) {
    if (couldBeCitizen(whole)) return [{ kind: "identity", from: first.from, to: last.to }];
    if (whole.length === 16 && couldBeCard(whole)) return [{ kind: "card", from: first.from, to: last.to }];
    if (couldBePhone(whole) && areClose(cluster, plain)) return [{ kind: "phone", from: first.from, to: last.to }];
    const [nearest] = around.labels;
    const account = nearest !== undefined && nearest.away <= 1 && /^(?:account|bank)$/.test(nearest.label);
    if (account && whole.length >= 9 && whole.length <= 19 && areClose(cluster, plain))
      return [{ kind: "account", from: first.from, to: last.to }];
  }
  if (askedAbout(whole, plain, last.to)) return [];
  const parts: PrivatePart[] = [];
  let stretch: Group[] = [];
  const end = () => {
    if (stretch.length > 0) parts.push(...stretchParts(stretch, around));
    stretch = [];
  };
  for (const [i, group] of cluster.entries()) {
    if (group.from < (parts.at(-1)?.to ?? 0)) continue;
    if (!free.has(group)) end();
    else if (group.form === "code") {
      end();
      const part = codePart(cluster.slice(i, i + 8), around);
      if (part) parts.push(part);
    } else stretch.push(group);
  }
  end();
  return parts;
};

/** Right before a number some words say what it is, however much it looks like a sum. */
const explaining = ({ surely, sums, years }: Harmless, { labels }: Around, digits: number) => {
  const [nearest] = labels;
  if (nearest && nearest.away <= 1 && names.has(nearest.label)) return [surely];
  // A PIN is often a year of birth.
  const code = labels.find(({ label }) => !around.has(label));
  if (digits <= 6 && code?.label === "otp" && code.away <= 5) return [surely];
  if (digits >= 9 && labels.some((l) => l.away <= 5 && numbered.has(l.label))) return [surely, sums];
  return [surely, sums, years];
};
const names: ReadonlySet<Label> = new Set(["identity", "account", "otp", "message", "insurance", "passport"]);
const around: ReadonlySet<Label> = new Set(["card", "bank", "identity", "phone"]);
const numbered: ReadonlySet<Label> = new Set(["identity", "account", "bank", "card", "insurance"]);
