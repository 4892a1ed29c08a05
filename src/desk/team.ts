import { z } from "zod";
import { newCode } from "../kit/random.ts";
import { DAY } from "../kit/vietnam-time.ts";
import type { Action } from "./action.ts";
import { fault } from "./faults.ts";
import { few, optionalLine, villageChoice } from "./fields.ts";
import { parsed } from "./parsed.ts";
import { byOf, codeOf } from "./view.ts";
import { knownVillage } from "./villages.ts";

/** Who is asked into the community team, and who leaves it. */
export const teamActions: readonly Action[] = [
  {
    path: "/to/moi",
    may: "run-team",
    back: "/to",
    run: parsed(
      z.object({
        label: optionalLine(60),
        village: villageChoice(),
        days: few(1, 60, "days"),
        uses: few(1, 50, "uses"),
      }),
      async (view, { label, village, days, uses }) => {
        if (!(await knownVillage(view, village))) return fault("village", "village");
        const made = newCode();
        const invitation = { id: view.deps.id(), code: made, label, village, expiresAt: view.now + days * DAY, uses };
        await view.deps.store.addInvitation(codeOf(view), invitation, byOf(view));
        return { show: { invitation: made } };
      },
    ),
  },
  {
    path: "/to/moi/:id/bo",
    may: "run-team",
    back: "/to",
    run: async (view, _, { id = "" }) => ({
      go: "/to",
      flash: (await view.deps.store.withdrawInvitation(codeOf(view), id, byOf(view)))
        ? "invitation-withdrawn"
        : "bad-gone",
    }),
  },
  {
    path: "/to/:id/bo",
    may: "run-team",
    back: "/to",
    run: async (view, _, { id = "" }) =>
      (await view.deps.store.removeMember(codeOf(view), id, byOf(view)))
        ? { go: "/to", flash: "member-removed" }
        : "missing",
  },
];
