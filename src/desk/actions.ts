import { z } from "zod";
import { newCode } from "../kit/random.ts";
import { DAY, dayOf, startOfDay } from "../kit/vietnam-time.ts";
import type { SettingsChange } from "../store/ports/communes.ts";
import type { Action, Outcome } from "./action.ts";
import { line, login, optionalLine, phrase, telephone } from "./fields.ts";
import { LINK_LIFE } from "./first-admin.ts";
import { hash } from "./hash.ts";
import { parsed } from "./parsed.ts";
import { questionActions } from "./questions.ts";
import { accountActions } from "./sign-in/account-actions.ts";
import { byOf, type View } from "./view.ts";

/** Every write of the desk. A form is parsed by its own schema; null means it does not hold. */
export const actions: readonly Action[] = [
  {
    path: "/ho-tro/:id/nhan",
    role: "officer",
    back: "/ho-tro",
    run: async (view, _, { id = "" }) => {
      const taken = await view.deps.store.takeTicket(code(view), id, { ...byOf(view), name: view.staff.name });
      return { go: "", flash: taken ? "ticket-taken" : "bad-late" };
    },
  },
  {
    path: "/ho-tro/:id/xong",
    role: "officer",
    back: "/ho-tro",
    run: async (view, _, { id = "" }) => ({
      go: "",
      flash: (await view.deps.store.closeTicket(code(view), id, byOf(view))) ? "ticket-done" : "bad-late",
    }),
  },
  ...questionActions,
  ...accountActions,
  {
    path: "/xom/them",
    role: "officer",
    back: "/xom",
    run: parsed(z.object({ name: line(60), code: VillageCode() }), async (view, form) => {
      if (view.deps.opensContent(form.code)) return { go: "/xom", flash: "bad-taken" };
      const added = await view.deps.store.addVillage(code(view), { id: view.deps.id(), ...form }, byOf(view));
      return { go: "/xom", flash: added ? "village-added" : "bad-taken" };
    }),
  },
  {
    path: "/xom/:id/ten",
    role: "officer",
    back: "/xom",
    run: parsed(z.object({ name: line(60) }), async (view, form, { id = "" }) => {
      await view.deps.store.renameVillage(code(view), id, form.name, byOf(view));
      return { go: "/xom", flash: "saved" };
    }),
  },
  {
    path: "/xom/:id/bo",
    role: "officer",
    back: "/xom",
    run: async (view, _, { id = "" }) => {
      await view.deps.store.removeVillage(code(view), id, byOf(view));
      return { go: "/xom", flash: "village-removed" };
    },
  },
  {
    path: "/so-lieu/them",
    role: "officer",
    back: "/so-lieu",
    run: parsed(Denominator(), async (view, { as_of, village, ...form }) => {
      if (as_of > dayOf(view.now)) return { go: "/so-lieu", flash: "bad-day" };
      if (village !== null && !(await view.deps.store.villages(code(view))).some((v) => v.id === village && !v.removed))
        return null;
      await view.deps.store.addDenominator(
        code(view),
        { id: view.deps.id(), ...form, village, asOf: as_of },
        { ...byOf(view), name: view.staff.name },
      );
      return { go: "/so-lieu", flash: "figure-added" };
    }),
  },
  {
    path: "/to/moi",
    role: "officer",
    back: "/to",
    run: parsed(Invitation(), async (view, { label, village, days, uses }) => {
      if (village !== null && !(await view.deps.store.villages(code(view))).some((v) => v.id === village && !v.removed))
        return null;
      const made = newCode();
      const invitation = { id: view.deps.id(), code: made, label, village, expiresAt: view.now + days * DAY, uses };
      await view.deps.store.addInvitation(code(view), invitation, byOf(view));
      return { show: { invitation: made } };
    }),
  },
  {
    path: "/to/moi/:id/bo",
    role: "officer",
    back: "/to",
    run: async (view, _, { id = "" }) => ({
      go: "/to",
      flash: (await view.deps.store.withdrawInvitation(code(view), id, byOf(view)))
        ? "invitation-withdrawn"
        : "bad-gone",
    }),
  },
  {
    path: "/to/:id/bo",
    role: "officer",
    back: "/to",
    run: async (view, _, { id = "" }) => {
      await view.deps.store.removeMember(code(view), id, byOf(view));
      return { go: "/to", flash: "member-removed" };
    },
  },
  {
    path: "/day-bai/:id/dung",
    role: "officer",
    back: "/day-bai",
    run: async (view, _, { id = "" }) => ({
      go: "/day-bai",
      flash: (await view.deps.store.cancelPush(code(view), id, byOf(view))) ? "push-cancelled" : "bad-gone",
    }),
  },
  {
    path: "/giay/:id/thu-hoi",
    role: "officer",
    back: "/giay",
    run: parsed(z.object({ why: line(200) }), async (view, { why }, { id = "" }) => ({
      go: "/giay",
      flash: (await view.deps.store.revokeCertificate(code(view), id, why, byOf(view))) ? "revoked" : "bad-late",
    })),
  },
  {
    path: "/cai-dat/gio",
    role: "officer",
    back: "/cai-dat",
    run: parsed(QuietForm(), async (view, { from0, to0, from1, to1 }) => {
      const spans = [
        { from: from0, to: to0 },
        { from: from1, to: to1 },
      ];
      // Half a span is a slip of the hand; the same hour twice would be a whole silent day, or none.
      if (spans.some((s) => (s.from === "") !== (s.to === "") || (s.from !== "" && s.from === s.to))) return null;
      return save(view, { quiet_hours: spans.filter((s) => s.from !== "") });
    }),
  },
  {
    path: "/cai-dat/lien-he",
    role: "officer",
    back: "/cai-dat",
    run: parsed(
      z.object({ hotline: telephone(), counter: telephone(), police: telephone(), hours: optionalLine(120, "phone") }),
      (view, contacts) => save(view, { contacts }),
    ),
  },
  {
    path: "/cai-dat/le-phi/:id",
    role: "officer",
    back: "/cai-dat",
    run: parsed(z.object({ says: phrase(100), basis: phrase(100) }), async (view, { says, basis }, { id = "" }) => {
      // A sum without the document it stands in is what somebody heard; it would be read out as what holds.
      if (!view.deps.topics.some((t) => t.id === id && t.localFee) || (says !== "" && basis === "")) return null;
      return save(view, { fees: { [id]: says === "" ? null : { says, basis, on: dayOf(view.now) } } });
    }),
  },
  {
    // Whoever opens the link decides which account speaks for the commune.
    path: "/cai-dat/kenh/:id/noi-lai",
    role: "admin",
    back: "/cai-dat",
    run: async (view, _, { id = "" }) => {
      const link = await view.deps.reconnect(code(view), id);
      return link === null ? { go: "/cai-dat", flash: "bad-reconnect" } : { show: { consent: link } };
    },
  },
  {
    path: "/cai-dat/nguoi",
    role: "admin",
    back: "/cai-dat",
    run: parsed(
      z.object({
        name: line(80),
        login: login(),
        role: z.enum(["admin", "officer", "viewer"]),
      }),
      async (view, form) => {
        const link = oneTime(view);
        const added = await view.deps.store.addStaff(
          { id: view.deps.id(), ...form, commune: code(view) },
          link.stored,
          byOf(view),
        );
        return added ? { show: { login: form.login, link: link.url } } : { go: "/cai-dat", flash: "bad-taken" };
      },
    ),
  },
  {
    path: "/cai-dat/nguoi/:id/duong-dan",
    role: "admin",
    back: "/cai-dat",
    run: async (view, _, { id = "" }) => {
      const person = await within(view, id);
      if (!person) return null;
      const link = oneTime(view);
      await view.deps.store.addLink(person, link.stored, byOf(view));
      return { show: { login: person.login, link: link.url } };
    },
  },
  {
    path: "/cai-dat/nguoi/:id/bo",
    role: "admin",
    back: "/cai-dat",
    run: async (view, _, { id = "" }) => {
      const person = await within(view, id);
      if (!person || id === view.staff.id) return null;
      await view.deps.store.removeStaff(person, byOf(view));
      return { go: "/cai-dat", flash: "staff-removed" };
    },
  },
  {
    path: "/cai-dat/nguoi/:id/bo-ma",
    role: "admin",
    back: "/cai-dat",
    run: async (view, _, { id = "" }) => {
      const person = await within(view, id);
      if (!person || id === view.staff.id) return null;
      await view.deps.store.removeSecondFactor(person, null, byOf(view));
      return { go: "/cai-dat", flash: "second-reset" };
    },
  },
];

const code = (view: View): string => view.row.commune.code;

/** An admin of one commune rules over the people of that commune only. */
const within = async (view: View, id: string) =>
  (await view.deps.store.staffList(view.staff.commune)).find((p) => p.id === id);

const save = async (view: View, change: SettingsChange): Promise<Outcome> => {
  await view.deps.store.saveSettings(code(view), change, byOf(view));
  return { go: "/cai-dat", flash: "saved" };
};

const oneTime = (view: View) => {
  const key = view.deps.secret();
  return {
    stored: { hash: hash(key), expiresAt: view.now + LINK_LIFE },
    url: `${view.deps.publicUrl}/desk/vao/${key}`,
  };
};

// Functions, because the table above stands before them: the exported thing comes first in this file.
function VillageCode() {
  return z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2,5}\d{1,3}$/);
}
function Denominator() {
  return z.object({
    population: z.enum(["adults", "officials"]),
    village: VillageChoice(),
    value: z
      .string()
      .transform((text) => text.replace(/[. ]/g, ""))
      .pipe(
        z
          .string()
          .regex(/^\d{1,8}$/)
          .transform(Number)
          .pipe(z.number().min(1)),
      ),
    as_of: z.string().refine((text) => startOfDay(text) !== null),
    source: line(120),
  });
}
function VillageChoice() {
  return z
    .string()
    .max(60)
    .transform((id) => (id === "" ? null : id));
}
function Invitation() {
  return z.object({
    label: optionalLine(60),
    village: VillageChoice(),
    days: z.coerce.number().int().min(1).max(60),
    uses: z.coerce.number().int().min(1).max(50),
  });
}
function QuietForm() {
  const clock = z.union([z.literal(""), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]);
  return z.object({ from0: clock, to0: clock, from1: clock, to1: clock });
}
