import { type Group, groupsOf, withoutPauses } from "./groups.ts";
import { harmless } from "./harmless.ts";
import { judged } from "./judged.ts";
import type { PrivatePart } from "./kinds.ts";
import { isLabel } from "./labels.ts";
import type { LaidBare } from "./laid-bare.ts";
import type { Token } from "./tokens.ts";

/**
 * The private numbers of a text laid bare. What figures explain themselves (dates, sums, documents) is set aside first;
 * of the rest, neighbouring groups are put together in every way that could be a number of somebody's own, and the words
 * beside them say what it is.
 */
export const privateNumbers = (bare: LaidBare, tokens: readonly Token[]): readonly PrivatePart[] => {
  const { plain } = bare;
  const explained = harmless(bare);
  const groups = groupsOf(plain, tokens, isLabel);
  const besides = /\p{L}/u.test(plain) ? "words" : /[^\d\s]/.test(plain) ? "signs" : "nothing";
  return clustersOf(groups, plain).flatMap((cluster) => judged({ plain, besides, tokens, explained, cluster }));
};

/** Groups with no word between them. */
const clustersOf = (groups: readonly Group[], plain: string): readonly (readonly Group[])[] => {
  const clusters: Group[][] = [];
  for (const group of groups) {
    const before = clusters.at(-1)?.at(-1);
    const gap = before && withoutPauses(plain.slice(before.to, group.from));
    if (gap !== undefined && gap.length <= farthest && !/\p{L}/u.test(gap)) clusters.at(-1)?.push(group);
    else clusters.push([group]);
  }
  return clusters;
};
const farthest = 12;
