import { networkOf } from "../kit/network-of.ts";

/**
 * Counts codes that opened nothing, so that codes cannot be tried out: per account, per network address and in all. One
 * place for every way in (chat, certificate page, certificate picture). In memory, and never more than `REMEMBERED`.
 */
export const misses = (now: () => number): Misses => {
  const seen = new Map<string, Missed>();
  const all: { left: number; at: number } = { left: ALL.free, at: now() };

  const known = (key: string): Missed => {
    const found = seen.get(key);
    return found && now() - found.at < FORGOTTEN_MS ? found : { n: 0, at: now() };
  };
  const note = (key: string, missed: Missed): void => {
    seen.delete(key);
    if (missed.n <= 0) return;
    seen.set(key, missed);
    for (const [oldest] of seen) {
      if (seen.size <= REMEMBERED) break;
      seen.delete(oldest);
    }
  };

  return {
    attempt: ({ account, address }) => {
      const keys = [
        ...(account === null ? [] : [[`account ${account}`, FREE.account, "account"] as const]),
        ...(address === null ? [] : [[`address ${networkOf(address)}`, FREE.address, "address"] as const]),
      ];
      for (const [key, free, by] of keys) {
        const { n, at } = known(key);
        if (now() - at < waitMs(n, free)) return { slowedBy: by };
      }
      all.left = Math.min(ALL.free, all.left + ((now() - all.at) * ALL.perHour) / HOUR);
      all.at = now();
      if (all.left < 1) return { slowedBy: "all" };
      // Counted before anybody looks: guesses sent side by side would otherwise all be let through.
      all.left -= 1;
      const before = keys.map(([key]) => [key, known(key)] as const);
      for (const [key, { n }] of before) note(key, { n: n + 1, at: now() });
      let open = true;
      return {
        right: () => {
          if (!open) return;
          open = false;
          all.left = Math.min(ALL.free, all.left + 1);
          for (const [key, { n, at }] of before) {
            const missed = known(key);
            note(key, { n: missed.n - 1, at: missed.n > n + 1 ? missed.at : at });
          }
        },
      };
    },
    remembered: () => seen.size,
  };
};

export type Misses = {
  /** One code to be looked up for an account (a chat) at a network address. `Slowed`: not now, and the answer is that of a wrong one. */
  readonly attempt: (from: { readonly account: string | null; readonly address: string | null }) => Attempt | Slowed;
  readonly remembered: () => number;
};
/** It counts as a miss until the code was right. */
export type Attempt = { readonly right: () => void };
/** Which count was used up. */
export type Slowed = { readonly slowedBy: "account" | "address" | "all" };

type Missed = { readonly n: number; readonly at: number };

const HOUR = 3_600_000;
/** Somebody copying from paper without glasses errs a few times; a commune office is many people behind one address. */
const FREE = { account: 5, address: 30 } as const;
/** Everybody's errors of an ordinary day, many times over; against 2^45 codes a thousand an hour find nothing in a lifetime. */
const ALL = { free: 1_000, perHour: 1_000 } as const;
const REMEMBERED = 20_000;
const FORGOTTEN_MS = 24 * HOUR;

/** A minute after the free ones, then twice as long each time, up to a day. */
const waitMs = (n: number, free: number): number =>
  n < free ? 0 : Math.min(FORGOTTEN_MS - 1, 60_000 * 2 ** Math.min(n - free, 12));
