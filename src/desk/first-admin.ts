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
  const now = clock();
  const key = secret();
  const made = { hash: hash(key), expiresAt: now + LINK_LIFE };
  const first = await store.staffByLogin(LOGIN);
  if (first) await store.addLink(first.staff.id, made, { staff: "start", at: now });
  else
    await store.addStaff({ id: id(), login: LOGIN, name: "Quản trị", role: "admin", commune: null }, made, {
      staff: "start",
      at: now,
    });
  return { link: `${publicUrl}/desk/vao/${key}` };
};

/** How long a one-time link can be opened. */
export const LINK_LIFE = 24 * 3_600_000;
const LOGIN = "quantri";
