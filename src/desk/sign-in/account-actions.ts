import { z } from "zod";
import type { Action, Outcome } from "../action.ts";
import type { FlashKey } from "../parts/flash.tsx";
import { seenOf, type View } from "../view.ts";
import { checkPassword, hashPassword, longestPassword } from "./password.ts";
import { codeTaken, guessedFirst } from "./proofs.ts";
import { recoveryCodes, recoveryHash } from "./second-factor.ts";
import { tooWeak } from "./strength.ts";

/** What everybody may do with their own account. */
export const accountActions: readonly Action[] = [
  {
    path: "/tai-khoan/mat-khau",
    role: "viewer",
    back: "/tai-khoan",
    run: async (view, body) => {
      const form = Change.safeParse(body);
      if (!form.success) return null;
      const { old, password, again } = form.data;
      if (password !== again) return to("bad-mismatch");
      const weak = await tooWeak(password, await guessedFirst(view.deps, view.staff));
      if (weak) return to(`bad-${weak}`);
      const refused = await wrongPassword(view, old);
      if (refused) return to(refused);
      const hashed = await hashPassword(password);
      if (hashed === null) return to("bad-wait");
      await view.deps.store.changePassword(view.staff, hashed, view.session.hash, seenOf(view));
      return to("password-changed");
    },
  },
  {
    path: "/tai-khoan/phien/:id/bo",
    role: "viewer",
    back: "/tai-khoan",
    run: async (view, _, { id = "" }) => {
      await view.deps.store.endSessions(view.staff, { id }, seenOf(view));
      return to("session-ended");
    },
  },
  {
    path: "/tai-khoan/phien-khac/bo",
    role: "viewer",
    back: "/tai-khoan",
    run: async (view) => {
      await view.deps.store.endSessions(view.staff, { keep: view.session.hash }, seenOf(view));
      return to("session-ended");
    },
  },
  {
    path: "/tai-khoan/ma-du-phong",
    role: "viewer",
    back: "/tai-khoan",
    run: async (view, body) => {
      const form = Code.safeParse(body);
      if (!form.success) return null;
      const refused = await wrongCode(view, form.data.code);
      if (refused) return to(refused);
      const codes = recoveryCodes();
      await view.deps.store.newRecoveryCodes(view.staff, codes.map(recoveryHash), seenOf(view));
      return { show: { codes } };
    },
  },
  {
    path: "/tai-khoan/ma/bo",
    role: "viewer",
    back: "/tai-khoan",
    run: async (view, body) => {
      const form = Code.extend({ old: Password }).safeParse(body);
      if (!form.success) return null;
      const refused = (await wrongPassword(view, form.data.old)) ?? (await wrongCode(view, form.data.code));
      if (refused) return to(refused);
      await view.deps.store.removeSecondFactor(view.staff, view.session.hash, seenOf(view));
      return to("second-off");
    },
  },
];

const to = (flash: FlashKey): Outcome => ({ go: "/tai-khoan", flash });

/** Whoever sits at a desk that was left open must not try passwords on it for ever. */
const wrongPassword = async ({ deps, staff, slow }: View, password: string): Promise<FlashKey | null> => {
  const reserved = slow.reserve(`own password ${staff.id}`, null, null);
  const stored = await deps.store.staffByLogin(staff.login);
  const checked = reserved.ok ? await checkPassword(stored?.password ?? null, password) : null;
  if (!reserved.ok || checked === null) return "bad-wait";
  if (!checked.right) return "bad-password";
  reserved.right();
  return null;
};
const wrongCode = async ({ deps, staff, slow }: View, code: string): Promise<FlashKey | null> => {
  const reserved = slow.reserve(`own code ${staff.id}`, null, null);
  if (!reserved.ok) return "bad-wait";
  if (!(await codeTaken(deps, staff, code))) return "bad-code";
  reserved.right();
  return null;
};

const Password = z.string().min(1).max(longestPassword);
const Change = z.object({ old: Password, password: Password, again: z.string().max(longestPassword) });
const Code = z.object({ code: z.string().trim().min(6).max(40) });
