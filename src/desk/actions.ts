import { z } from "zod";
import { newCode } from "../kit/random.ts";
import { DAY, dayOf } from "../kit/vietnam-time.ts";
import type { SettingsChange } from "../store/ports/communes.ts";
import type { Role } from "../store/ports/staff.ts";
import type { Action, Outcome } from "./action.ts";
import { fault } from "./faults.ts";
import { clock, count, day, few, line, login, oneOf, optionalLine, phrase, telephone } from "./fields.ts";
import { LINK_LIFE } from "./first-admin.ts";
import { hash } from "./hash.ts";
import { answersFor, isOfVillages, roles } from "./may.ts";
import { parsed } from "./parsed.ts";
import { questionActions } from "./questions.ts";
import { reportActions } from "./reports.ts";
import { accountActions } from "./sign-in/account-actions.ts";
import { byOf, type View } from "./view.ts";

/** Every write of the desk. A form is read by its own schema; where it does not hold, its page comes back. */
export const actions: readonly Action[] = [
  {
    path: "/ho-tro/:id/nhan",
    may: "help-people",
    back: "/ho-tro",
    run: async (view, _, { id = "" }) => {
      const taken = await view.deps.store.takeTicket(code(view), id, { ...byOf(view), name: view.staff.name });
      return { go: "/ho-tro", flash: taken ? "ticket-taken" : "bad-late" };
    },
  },
  {
    path: "/ho-tro/:id/xong",
    may: "help-people",
    back: "/ho-tro",
    run: async (view, _, { id = "" }) => ({
      go: "/ho-tro",
      flash: (await view.deps.store.closeTicket(code(view), id, byOf(view))) ? "ticket-done" : "bad-late",
    }),
  },
  ...questionActions,
  ...reportActions,
  ...accountActions,
  {
    path: "/xom/them",
    may: "edit-villages",
    back: "/xom",
    run: parsed(z.object({ name: line(60), code: VillageCode() }), async (view, form) => {
      if (view.deps.opensContent(form.code)) return fault("code", "taken");
      if (view.deps.saidAnyway(form.code)) return fault("code", "said-anyway");
      const added = await view.deps.store.addVillage(code(view), { id: view.deps.id(), ...form }, byOf(view));
      return added ? { go: "/xom", flash: "village-added" } : fault("code", "taken");
    }),
  },
  {
    path: "/xom/:id/ten",
    may: "edit-villages",
    back: "/xom",
    run: parsed(z.object({ name: line(60) }), async (view, form, { id = "" }) => {
      await view.deps.store.renameVillage(code(view), id, form.name, byOf(view));
      return { go: "/xom", flash: "saved" };
    }),
  },
  {
    path: "/xom/:id/bo",
    may: "edit-villages",
    back: "/xom",
    run: async (view, _, { id = "" }) => {
      await view.deps.store.removeVillage(code(view), id, byOf(view));
      return { go: "/xom", flash: "village-removed" };
    },
  },
  {
    path: "/so-lieu/them",
    may: "enter-figures",
    back: "/so-lieu",
    run: parsed(Denominator(), async (view, { as_of, village, ...form }) => {
      if (as_of > dayOf(view.now)) return fault("as_of", "future");
      if (!(await known(view, village))) return fault("village", "village");
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
    may: "run-team",
    back: "/to",
    run: parsed(Invitation(), async (view, { label, village, days, uses }) => {
      if (!(await known(view, village))) return fault("village", "village");
      const made = newCode();
      const invitation = { id: view.deps.id(), code: made, label, village, expiresAt: view.now + days * DAY, uses };
      await view.deps.store.addInvitation(code(view), invitation, byOf(view));
      return { show: { invitation: made } };
    }),
  },
  {
    path: "/to/moi/:id/bo",
    may: "run-team",
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
    may: "run-team",
    back: "/to",
    run: async (view, _, { id = "" }) =>
      (await view.deps.store.removeMember(code(view), id, byOf(view)))
        ? { go: "/to", flash: "member-removed" }
        : "missing",
  },
  {
    path: "/day-bai/:id/dung",
    may: "stop-pushes",
    back: "/day-bai",
    run: async (view, _, { id = "" }) => ({
      go: "/day-bai",
      flash: (await view.deps.store.cancelPush(code(view), id, byOf(view))) ? "push-cancelled" : "bad-gone",
    }),
  },
  {
    path: "/giay/:id/thu-hoi",
    may: "revoke-certificates",
    back: "/giay",
    run: parsed(z.object({ why: line(200) }), async (view, { why }, { id = "" }) => ({
      go: "/giay",
      flash: (await view.deps.store.revokeCertificate(code(view), id, why, byOf(view))) ? "revoked" : "bad-late",
    })),
  },
  {
    path: "/cai-dat/gio",
    may: "change-settings",
    back: "/cai-dat",
    run: parsed(QuietForm(), async (view, { from0, to0, from1, to1 }) => {
      const spans = [
        { from: from0, to: to0 },
        { from: from1, to: to1 },
      ];
      for (const [i, { from, to }] of spans.entries()) {
        // Half a span is a slip of the hand; the same hour twice would be a whole silent day, or none.
        if ((from === "") !== (to === "")) return fault(`${from === "" ? "from" : "to"}${i}`, "half-span");
        if (from !== "" && from === to) return fault(`to${i}`, "same-hour");
      }
      if (silent(spans) > MOST_SILENT) return fault("to0", "all-day");
      return save(view, { quiet_hours: spans.filter((s) => s.from !== "") });
    }),
  },
  {
    path: "/cai-dat/lien-he",
    may: "change-settings",
    back: "/cai-dat",
    run: parsed(
      z.object({ hotline: telephone(), counter: telephone(), police: telephone(), hours: optionalLine(120, "phone") }),
      (view, contacts) => save(view, { contacts }),
    ),
  },
  {
    path: "/cai-dat/le-phi/:id",
    may: "change-settings",
    back: "/cai-dat",
    run: parsed(z.object({ says: phrase(100), basis: phrase(100) }), async (view, { says, basis }, { id = "" }) => {
      // A sum without the document it stands in is what somebody heard; it would be read out as what holds.
      if (!view.deps.topics.some((t) => t.id === id && t.localFee)) return "missing";
      if (says !== "" && basis === "") return fault("basis", "basis");
      return save(view, { fees: { [id]: says === "" ? null : { says, basis, on: dayOf(view.now) } } });
    }),
  },
  {
    // Whoever opens the link decides which account speaks for the commune.
    path: "/cai-dat/kenh/:id/noi-lai",
    may: "connect-channels",
    back: "/cai-dat",
    run: async (view, _, { id = "" }) => {
      const link = await view.deps.reconnect(code(view), id);
      return link === null ? { go: "/cai-dat", flash: "bad-reconnect" } : { show: { consent: link } };
    },
  },
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
          { id: view.deps.id(), ...form, commune: code(view), villages },
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

const code = (view: View): string => view.row.commune.code;

/** The whole commune, or a village that is on its list; for whoever answers for some villages, one of those. */
const known = async (view: View, village: string | null): Promise<boolean> =>
  answersFor(view, village) &&
  (village === null || (await view.deps.store.villages(code(view))).some((v) => v.id === village && !v.removed));

/** The villages somebody answers for, from their codes as typed; null for a role that is of the whole commune. */
const villagesOf = async (view: View, typed: string | null, role: Role) => {
  if (!isOfVillages(role)) return typed === null ? null : fault("villages", "no-villages");
  const codes = (typed ?? "")
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((text) => text !== "");
  const listed = (await view.deps.store.villages(code(view))).filter((v) => !v.removed);
  const found = [...new Set(codes)].map((text) => listed.find((v) => v.code === text)?.id);
  if (found.length === 0) return fault("villages", "some-villages");
  return found.every((id) => id !== undefined) ? found : fault("villages", "unknown-villages");
};

/** An administrator of one commune rules over the people of that commune only. */
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

/** Minutes of the day in at least one of the spans. */
const silent = (spans: readonly { readonly from: string; readonly to: string }[]): number => {
  const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const quiet = spans
    .filter((s) => s.from !== "")
    .map((s) => [minute(s.from), minute(s.to)] as const)
    .map(
      ([from, to]) =>
        (at: number) =>
          from < to ? at >= from && at < to : at >= from || at < to,
    );
  return Array.from({ length: 24 * 60 }, (_, at) => at).filter((at) => quiet.some((is) => is(at))).length;
};
/** What is left for reminders and pushes, at the least: four hours. */
const MOST_SILENT = 20 * 60;

// Functions, because the table above stands before them: the exported thing comes first in this file.
function VillageCode() {
  return z
    .string("empty")
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2,5}\d{1,3}$/, "village-code");
}
function Denominator() {
  return z.object({
    population: oneOf("adults", "officials"),
    village: VillageChoice(),
    value: count(),
    as_of: day(),
    source: line(120),
  });
}
function VillageChoice() {
  return z.string("village").transform((id) => (id === "" ? null : id));
}
function Invitation() {
  return z.object({
    label: optionalLine(60),
    village: VillageChoice(),
    days: few(1, 60, "days"),
    uses: few(1, 50, "uses"),
  });
}
function QuietForm() {
  return z.object({ from0: clock(), to0: clock(), from1: clock(), to1: clock() });
}
