import { z } from "zod";
import { dayOf } from "../kit/vietnam-time.ts";
import type { Action } from "./action.ts";
import { fault } from "./faults.ts";
import { count, day, line, oneOf, villageChoice } from "./fields.ts";
import { parsed } from "./parsed.ts";
import { questionActions } from "./questions.ts";
import { reportActions } from "./reports.ts";
import { settingsActions } from "./settings.ts";
import { accountActions } from "./sign-in/account-actions.ts";
import { staffActions } from "./staff.ts";
import { teamActions } from "./team.ts";
import { ticketActions } from "./tickets.ts";
import { byOf, codeOf } from "./view.ts";
import { knownVillage, villageActions } from "./villages.ts";

/** Every write of the desk. A form is read by its own schema; where it does not hold, its page comes back. */
export const actions: readonly Action[] = [
  ...ticketActions,
  ...questionActions,
  ...reportActions,
  ...accountActions,
  ...villageActions,
  {
    path: "/so-lieu/them",
    may: "enter-figures",
    back: "/so-lieu",
    run: parsed(
      z.object({
        population: oneOf("adults", "officials"),
        village: villageChoice(),
        value: count(),
        as_of: day(),
        source: line(120),
      }),
      async (view, { as_of, village, ...form }) => {
        if (as_of > dayOf(view.now)) return fault("as_of", "future");
        if (!(await knownVillage(view, village))) return fault("village", "village");
        await view.deps.store.addDenominator(
          codeOf(view),
          { id: view.deps.id(), ...form, village, asOf: as_of },
          { ...byOf(view), name: view.staff.name },
        );
        return { go: "/so-lieu", flash: "figure-added" };
      },
    ),
  },
  ...teamActions,
  {
    path: "/day-bai/:id/dung",
    may: "stop-pushes",
    back: "/day-bai",
    run: async (view, _, { id = "" }) => ({
      go: "/day-bai",
      flash: (await view.deps.store.cancelPush(codeOf(view), id, byOf(view))) ? "push-cancelled" : "bad-gone",
    }),
  },
  {
    path: "/giay/:id/thu-hoi",
    may: "revoke-certificates",
    back: "/giay",
    run: parsed(z.object({ why: line(200) }), async (view, { why }, { id = "" }) => ({
      go: "/giay",
      flash: (await view.deps.store.revokeCertificate(codeOf(view), id, why, byOf(view))) ? "revoked" : "bad-late",
    })),
  },
  ...settingsActions,
  ...staffActions,
];
