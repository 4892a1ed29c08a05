import { z } from "zod";
import { newCode } from "../../kit/random.ts";
import type { Action, FormOutcome } from "../action.ts";
import { type Faults, fault } from "../faults.ts";
import { ownCode, ownPassword } from "../fields.ts";
import { parsed } from "../parsed.ts";
import type { FlashKey } from "../parts/flash.tsx";
import { byOf, seenOf, type View } from "../view.ts";
import { checkPassword, hashPassword } from "./password.ts";
import { codeTaken, guessedFirst } from "./proofs.ts";
import { recoveryCodes, recoveryHash } from "./second-factor.ts";

/** What everybody may do with their own account. */
export const accountActions: readonly Action[] = [
  {
    path: "/tai-khoan/mat-khau",
    may: "own-account",
    back: "/tai-khoan",
    run: parsed(
      z.object({ old: ownPassword(), password: ownPassword(), again: z.string("empty") }),
      async (view, { old, password, again }) => {
        const weak = await view.deps.tooWeak(password, await guessedFirst(view.deps, view.staff));
        if (weak) return fault("password", weak);
        if (password !== again) return fault("again", "mismatch");
        const refused = await wrongPassword(view, old);
        if (refused) return refused;
        const hashed = await hashPassword(password);
        if (hashed === null) return fault("password", "wait");
        await view.deps.store.changePassword(view.staff, hashed, view.session.hash, seenOf(view));
        return to("password-changed");
      },
    ),
  },
  {
    path: "/tai-khoan/phien/:id/bo",
    may: "own-account",
    back: "/tai-khoan",
    run: async (view, _, { id = "" }) => {
      await view.deps.store.endSessions(view.staff, { id }, seenOf(view));
      return to("session-ended");
    },
  },
  {
    path: "/tai-khoan/phien-khac/bo",
    may: "own-account",
    back: "/tai-khoan",
    run: async (view) => {
      await view.deps.store.endSessions(view.staff, { except: view.session.hash }, seenOf(view));
      return to("session-ended");
    },
  },
  {
    path: "/tai-khoan/bao-su-co",
    may: "hear-alarms",
    back: "/tai-khoan",
    run: async (view) => {
      const made = newCode();
      const { deps, staff, row, now } = view;
      await deps.store.addAlarmCode(
        row.commune.code,
        staff.id,
        { code: made, expiresAt: now + ALARM_CODE_LIFE },
        byOf(view),
      );
      return { show: { alarmCode: made } };
    },
  },
  {
    path: "/tai-khoan/bao-su-co/:id/bo",
    may: "hear-alarms",
    back: "/tai-khoan",
    run: async (view, _, { id = "" }) =>
      (await view.deps.store.removeAlarmChat(view.row.commune.code, view.staff.id, id, byOf(view)))
        ? to("alarms-off")
        : "missing",
  },
  {
    path: "/tai-khoan/ma-du-phong",
    may: "own-account",
    back: "/tai-khoan",
    run: parsed(z.object({ code: ownCode() }), async (view, { code }) => {
      const refused = await wrongCode(view, code);
      if (refused) return refused;
      const codes = recoveryCodes();
      await view.deps.store.newRecoveryCodes(view.staff, codes.map(recoveryHash), seenOf(view));
      return { show: { codes } };
    }),
  },
  {
    path: "/tai-khoan/ma/bo",
    may: "own-account",
    back: "/tai-khoan",
    run: parsed(z.object({ old: ownPassword(), code: ownCode() }), async (view, { old, code }) => {
      const refused = (await wrongPassword(view, old)) ?? (await wrongCode(view, code));
      if (refused) return refused;
      await view.deps.store.removeSecondFactor(view.staff, view.session.hash, seenOf(view));
      return to("second-off");
    }),
  },
];

/** The officer has the telephone in the other hand. */
const ALARM_CODE_LIFE = 60 * 60_000;

const to = (flash: FlashKey): FormOutcome => ({ go: "/tai-khoan", flash });

/** Whoever sits at a desk that was left open must not try passwords on it for ever. */
const wrongPassword = async ({ deps, staff, slow }: View, password: string): Promise<Refusal | null> => {
  const reserved = slow.reserve(`own password ${staff.id}`, null, null);
  const stored = await deps.store.staffByLogin(staff.login);
  const checked = reserved.ok ? await checkPassword(stored?.password ?? null, password) : null;
  if (!reserved.ok || checked === null) return fault("old", "wait");
  if (!checked.right) return fault("old", "password");
  reserved.right();
  return null;
};
const wrongCode = async ({ deps, staff, slow }: View, code: string): Promise<Refusal | null> => {
  const reserved = slow.reserve(`own code ${staff.id}`, null, null);
  if (!reserved.ok) return fault("code", "wait");
  if (!(await codeTaken(deps, staff, code))) return fault("code", "code");
  reserved.right();
  return null;
};

type Refusal = { readonly faults: Faults };
