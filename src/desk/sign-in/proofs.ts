import type { Staff } from "../../store/ports/staff.ts";
import type { DeskDeps } from "../deps.ts";
import { recoveryHash, timeStepOf } from "./second-factor.ts";

/** Which kind of code it was, when it is right and was not used before. */
export const codeTaken = async (
  deps: DeskDeps,
  staff: Staff,
  code: string,
): Promise<"code" | "recovery-code" | null> => {
  const factor = await deps.store.secondFactor(staff.id);
  if (!factor) return null;
  const step = factor.secret === null ? null : timeStepOf(factor.secret, code, deps.clock());
  if (step !== null) return (await deps.store.takeStep(staff.id, step)) ? "code" : null;
  return (await deps.store.takeRecoveryCode(staff.id, recoveryHash(code), deps.clock())) ? "recovery-code" : null;
};

/** What somebody who knows the place and the person would try. */
export const guessedFirst = async (deps: DeskDeps, staff: Staff): Promise<readonly string[]> => [
  staff.login,
  staff.name,
  ...(await deps.store.communes()).flatMap(({ commune }) => [commune.name, commune.province, commune.code]),
];
