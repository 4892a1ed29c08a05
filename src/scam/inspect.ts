import { messageOf } from "./message.ts";
import type { Sight } from "./sign.ts";
import { type SignId, signIds, signs } from "./signs.ts";
import type { Verdict } from "./verdict.ts";

/** Longer than this is no message somebody was sent; the rest is not looked at. */
const readCharacters = 2_000;

/**
 * Looks at a message somebody was sent and says which known tricks it shows. Each sign counts once, with the heaviest
 * of its sights. 3 points are dangerous: one thing nobody honest does, or two reasons to ask back. 2 are suspicious.
 * A single light sign is what bills and carriers write too, so it says nothing. See docs/decisions/0030-scam-check.md.
 */
export const inspect = (text: string): Verdict => {
  const message = messageOf(text.slice(0, readCharacters));
  const seen = signIds.flatMap((id): Seen[] => {
    const [heaviest] = [...signs[id](message)].sort((a, b) => b.weight - a.weight);
    return heaviest ? [{ id, ...heaviest }] : [];
  });
  // The same words are one reason: a light sign inside a heavier one adds nothing.
  const within = (s: Seen): boolean => seen.some((o) => o.weight > 1 && o.at[0] <= s.at[0] && s.at[1] <= o.at[1]);
  const counted = seen.filter((s) => s.weight > 1 || !within(s));
  const points = counted.reduce((sum, s) => sum + s.weight, 0);
  const level = points >= 3 ? "dangerous" : points === 2 ? "suspicious" : "no-sign";
  if (level === "no-sign") return { level, signs: [] };
  const heaviestFirst = [...counted].sort((a, b) => b.weight - a.weight || a.at[0] - b.at[0]);
  return { level, signs: heaviestFirst.map(({ id, at }) => ({ id, at })) };
};

type Seen = Sight & { readonly id: SignId };
