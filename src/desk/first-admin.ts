import { randomInt } from "node:crypto";
import { cleaned } from "../people/clean.ts";
import type { DeskDeps } from "./deps.ts";
import { hash } from "./hash.ts";

/**
 * The one-time link for the start banner, while nobody has a password yet; null afterwards. Each start makes a new link
 * and ends the last one, so that a link out of an old log opens nothing.
 */
export const ensureFirstAdmin = async ({
  store,
  clock,
  id,
  secret,
  publicUrl,
}: Pick<DeskDeps, "store" | "clock" | "id" | "secret" | "publicUrl">): Promise<{ readonly link: string | null }> => {
  if ((await store.staffCount()) > 0) return { link: null };
  const at = clock();
  const key = secret();
  const made = { hash: hash(key), expiresAt: at + LINK_LIFE };
  const by = { who: "program", from: null, at } as const;
  const first = await store.pendingAdmin();
  if (first) await store.addLink(first, made, by);
  else
    await store.addStaff(
      {
        id: id(),
        login: cleaned(firstLogin()),
        name: cleaned("Quản trị"),
        role: "administrator",
        commune: null,
        villages: null,
      },
      made,
      by,
    );
  return { link: `${publicUrl}/desk/vao/${key}` };
};

/** How long a one-time link can be opened. */
export const LINK_LIFE = 24 * 3_600_000;

/** Not the same in every commune: a login everybody knows is half of what a guesser needs. */
const firstLogin = (): string => `quantri-${Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join("")}`;
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
