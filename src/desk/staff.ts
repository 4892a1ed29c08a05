import { z } from "zod";
import type { Role } from "../store/ports/staff.ts";
import type { Action } from "./action.ts";
import { fault } from "./faults.ts";
import { line, login, oneOf, optionalLine } from "./fields.ts";
import { LINK_LIFE } from "./first-admin.ts";
import { hash } from "./hash.ts";
import { isOfVillages, roles } from "./may.ts";
import { parsed } from "./parsed.ts";
import { byOf, codeOf, type View } from "./view.ts";

/** Who may sign in at the desk: added, given a link that works once, taken out, freed of a lost second factor. */
export const staffActions: readonly Action[] = [
  {
    path: "/cai-dat/nguoi",
    may: "run-staff",
    back: "/cai-dat",
    run: parsed(
      z.object({
        name: line(80),
        login: login(),
        role: oneOf(...roles),
        villages: optionalLine(400),
      }),
      async (view, { villages: typed, ...form }) => {
        const villages = await villagesOf(view, typed, form.role);
        if (villages !== null && "faults" in villages) return villages;
        const link = oneTime(view);
        const added = await view.deps.store.addStaff(
          { id: view.deps.id(), ...form, commune: codeOf(view), villages },
          link.stored,
          byOf(view),
        );
        return added ? { show: { login: form.login, link: link.url } } : fault("login", "login-taken");
      },
    ),
  },
  {
    path: "/cai-dat/nguoi/:id/duong-dan",
    may: "run-staff",
    back: "/cai-dat",
    run: async (view, _, { id = "" }) => {
      const person = await within(view, id);
      if (!person) return "missing";
      const link = oneTime(view);
      await view.deps.store.addLink(person, link.stored, byOf(view));
      return { show: { login: person.login, link: link.url } };
    },
  },
  {
    path: "/cai-dat/nguoi/:id/bo",
    may: "run-staff",
    back: "/cai-dat",
    run: async (view, _, { id = "" }) => {
      const person = await within(view, id);
      if (!person || id === view.staff.id) return "missing";
      await view.deps.store.removeStaff(person, byOf(view));
      return { go: "/cai-dat", flash: "staff-removed" };
    },
  },
  {
    path: "/cai-dat/nguoi/:id/bo-ma",
    may: "run-staff",
    back: "/cai-dat",
    run: async (view, _, { id = "" }) => {
      const person = await within(view, id);
      if (!person || id === view.staff.id) return "missing";
      await view.deps.store.removeSecondFactor(person, null, byOf(view));
      return { go: "/cai-dat", flash: "second-reset" };
    },
  },
];

/** The villages somebody answers for, from their codes as typed; null for a role that is of the whole commune. */
const villagesOf = async (view: View, typed: string | null, role: Role) => {
  if (!isOfVillages(role)) return typed === null ? null : fault("villages", "no-villages");
  const codes = (typed ?? "")
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((text) => text !== "");
  const listed = (await view.deps.store.villages(codeOf(view))).filter((v) => !v.removed);
  const found = [...new Set(codes)].map((text) => listed.find((v) => v.code === text)?.id);
  if (found.length === 0) return fault("villages", "some-villages");
  return found.every((id) => id !== undefined) ? found : fault("villages", "unknown-villages");
};

/** An administrator of one commune rules over the people of that commune only. */
const within = async (view: View, id: string) =>
  (await view.deps.store.staffList(view.staff.commune)).find((p) => p.id === id);

const oneTime = (view: View) => {
  const key = view.deps.secret();
  return {
    stored: { hash: hash(key), expiresAt: view.now + LINK_LIFE },
    url: `${view.deps.publicUrl}/desk/vao/${key}`,
  };
};
