import { monthOf } from "../../kit/vietnam-time.ts";
import type { Connection } from "../channel.ts";
import type { ConnectionState } from "../definition.ts";
import { planWarning } from "./plan.ts";
import type { ProbeDeps } from "./probe.ts";
import { settingsOf } from "./settings.ts";

/** How much of the plan is used, and what staff must be told of it. */
export const state = async (
  { now, used }: Pick<ProbeDeps, "now" | "used">,
  connection: Connection,
): Promise<Partial<ConnectionState>> => {
  const settings = settingsOf(connection);
  if (!settings) return {};
  const { people, messages } = await used(connection.id, monthOf(now()));
  const { planUsers: peopleOf, planMessages: messagesOf } = settings;
  const warnings = [planWarning("users", people, peopleOf), planWarning("messages", messages, messagesOf)];
  return { warnings: warnings.flatMap((w) => (w ? [w.text] : [])), plan: { people, peopleOf, messages, messagesOf } };
};
