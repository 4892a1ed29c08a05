import { z } from "zod";
import type { Action } from "./action.ts";
import { fault } from "./faults.ts";
import { line, villageCode } from "./fields.ts";
import { answersFor } from "./may.ts";
import { parsed } from "./parsed.ts";
import { byOf, codeOf, type View } from "./view.ts";

/** What staff may do with the villages of the commune. */
export const villageActions: readonly Action[] = [
  {
    path: "/xom/them",
    may: "edit-villages",
    back: "/xom",
    run: parsed(z.object({ name: line(60), code: villageCode() }), async (view, form) => {
      if (view.deps.opensContent(form.code)) return fault("code", "taken");
      if (view.deps.saidAnyway(form.code)) return fault("code", "said-anyway");
      const added = await view.deps.store.addVillage(codeOf(view), { id: view.deps.id(), ...form }, byOf(view));
      return added ? { go: "/xom", flash: "village-added" } : fault("code", "taken");
    }),
  },
  {
    path: "/xom/:id/ten",
    may: "edit-villages",
    back: "/xom",
    run: parsed(z.object({ name: line(60) }), async (view, form, { id = "" }) => {
      await view.deps.store.renameVillage(codeOf(view), id, form.name, byOf(view));
      return { go: "/xom", flash: "saved" };
    }),
  },
  {
    path: "/xom/:id/bo",
    may: "edit-villages",
    back: "/xom",
    run: async (view, _, { id = "" }) => {
      await view.deps.store.removeVillage(codeOf(view), id, byOf(view));
      return { go: "/xom", flash: "village-removed" };
    },
  },
];

/** The whole commune, or a village that is on its list; for whoever answers for some villages, one of those. */
export const knownVillage = async (view: View, village: string | null): Promise<boolean> =>
  answersFor(view, village) &&
  (village === null || (await view.deps.store.villages(codeOf(view))).some((v) => v.id === village && !v.removed));
