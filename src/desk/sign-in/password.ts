import { availableParallelism } from "node:os";
import { compatible, composed, decomposed } from "../../kit/text.ts";

/** A hash of a new password. Null when too many are waiting to be worked out. */
export const hashPassword = (password: string): Promise<string | null> =>
  inTurn(async () => (await argon2()).hash(compatible(password)));

/**
 * Whether a password is right, and the hash to keep from now on where the old one was made of another form of the same
 * words (a telephone and a computer write the same Vietnamese differently). The work is the same whoever asks: without a
 * stored hash, against one that nobody has. Null when too many are waiting.
 */
export const checkPassword = (stored: string | null, password: string): Promise<Checked | null> =>
  inTurn(async () => {
    const { verify, hash } = await argon2();
    const against = stored ?? (await nobodys());
    const [kept = password, ...older] = new Set([
      compatible(password),
      password,
      composed(password),
      decomposed(password),
    ]);
    if (await verify(against, kept)) return { right: stored !== null, better: null };
    for (const form of older)
      if (await verify(against, form)) return { right: stored !== null, better: await hash(kept) };
    return { right: false, better: null };
  });

export type Checked = { readonly right: boolean; readonly better: string | null };

/** Longer than any sentence; bounded, because all of it is read before it is known to be wrong. */
export const longestPassword = 256;

/**
 * Hashing runs in threads, and each wants a core and 19 MB. Half of the cores at most work on it, so that the other half
 * answers people, and nobody waits behind a queue without end.
 */
const inTurn = async <T>(work: () => Promise<T>): Promise<T | null> => {
  if (working >= atOnce) {
    if (waiting.length >= mostWaiting) return null;
    await new Promise<void>((go) => waiting.push(go));
  } else working += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
};
const atOnce = Math.max(1, Math.floor(availableParallelism() / 2));
const mostWaiting = 20;
const waiting: (() => void)[] = [];
let working = 0;

/** Loaded with the first login, which is rare: it is a tenth of an idle house. */
const argon2 = () => import("@node-rs/argon2");
let made: Promise<string> | undefined;
const nobodys = () => (made ??= argon2().then((a) => a.hash("nobody has this password")));
