import { networkOf } from "../../kit/network-of.ts";

/**
 * Slows guessing. Every guess is counted before it is looked at, so that sixty at once are not all looked at, and a
 * right one gives its count back. Nothing ever closes: waits grow up to a quarter of an hour and are forgotten.
 *
 * A guess counts for the login from one network, for the network, and for all; so nobody can shut out a named account
 * from elsewhere. A browser that was signed in before has a count of its own and is stopped by nobody else's guesses.
 */
export const throttle = (clock: () => number): Throttle => {
  const counts = new Map<string, Count>();
  const at = (key: string, rule: Rule): Count => {
    const known = counts.get(key);
    const count = known && clock() - known.last < rule.forget ? known : { n: 0, last: 0 };
    // Put in anew, so that the first of the map is always the one that was quiet the longest.
    counts.delete(key);
    counts.set(key, count);
    if (counts.size > mostKeys) for (const oldest of [...counts.keys()].slice(0, mostKeys / 10)) counts.delete(oldest);
    return count;
  };
  return {
    reserve: (who, address, device) => {
      const keys: readonly (readonly [By, string, Rule])[] = device
        ? [["login", `device ${who} ${device}`, rules.login]]
        : [
            ["login", `login ${who} ${address === null ? "" : networkOf(address)}`, rules.login],
            ...(address === null ? [] : ([["address", `address ${networkOf(address)}`, rules.address]] as const)),
            ["all", "all", rules.all],
          ];
      const now = clock();
      const standing = keys.map(([by, key, rule]) => ({ by, rule, count: at(key, rule) }));
      const waits = standing.map(({ by, rule, count }) => ({ by, ms: count.last + wait(rule, count.n) - now }));
      const longest = waits.reduce((a, b) => (b.ms > a.ms ? b : a));
      if (longest.ms > 0) return { ok: false, by: longest.by, ms: longest.ms };
      for (const { count } of standing) {
        count.n += 1;
        count.last = now;
      }
      return {
        ok: true,
        right: () => {
          for (const { by, count } of standing) count.n = by === "login" ? 0 : Math.max(0, count.n - 1);
        },
      };
    },
  };
};

export type Throttle = {
  /**
   * `who`: what is guessed at. `address` null: guesses count together, from wherever they come. `device`: the browser's
   * own mark, if it was signed in as that person before.
   */
  readonly reserve: (who: string, address: string | null, device: string | null) => Reserved;
};
export type Reserved =
  | { readonly ok: true; readonly right: () => void }
  | { readonly ok: false; readonly by: By; readonly ms: number };
type By = "login" | "address" | "all";
type Count = { n: number; last: number };
type Rule = { readonly free: number; readonly first: number; readonly most: number; readonly forget: number };

const second = 1_000;
const minute = 60 * second;
const rules = {
  /** A person who tries their three passwords twice is not made to wait. */
  login: { free: 5, first: 5 * second, most: 15 * minute, forget: 60 * minute },
  /** A whole office may stand behind one address. */
  address: { free: 20, first: 2 * second, most: 15 * minute, forget: 60 * minute },
  /** Many addresses at once: short waits, or the guessers would keep everybody else out. */
  all: { free: 200, first: second, most: 3 * second, forget: 15 * minute },
} as const satisfies Readonly<Record<By, Rule>>;

const wait = ({ free, first, most }: Rule, n: number): number =>
  n < free ? Number.NEGATIVE_INFINITY : Math.min(most, first * 2 ** Math.min(n - free, 20));

/** Enough for every guess of minutes; a map that grows with what strangers send would be a way to fill memory. */
const mostKeys = 20_000;
