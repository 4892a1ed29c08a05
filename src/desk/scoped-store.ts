import type { Staff } from "../store/ports/staff.ts";
import type { DeskStore } from "./deps.ts";
import { answersFor } from "./may.ts";

/**
 * The store as somebody sees it who answers for some villages: rows of other places are not there, neither to be read
 * nor to be changed. Pages and forms are given this one, so that none of them can forget it.
 */
export const scopedStore = (store: DeskStore, staff: Staff): DeskStore => {
  if (staff.villages === null) return store;
  const theirs = (village: string | null): boolean => answersFor({ staff }, village);
  const scoped: Pick<DeskStore, Scoped> = {
    villages: async (commune) => (await store.villages(commune)).filter((v) => theirs(v.id)),
    // The commune's own number stays: shares of the whole stand on it, and it is published.
    denominators: async (commune) =>
      (await store.denominators(commune)).filter((d) => d.village === null || theirs(d.village)),
    tickets: async (commune) => (await store.tickets(commune)).filter((t) => theirs(t.village)),
    takeTicket: async (commune, id, by) =>
      (await scoped.tickets(commune)).some((t) => t.id === id) && store.takeTicket(commune, id, by),
    closeTicket: async (commune, id, result, by) =>
      (await scoped.tickets(commune)).some((t) => t.id === id) && store.closeTicket(commune, id, result, by),
    handOnTicket: async (commune, id, by) =>
      (await scoped.tickets(commune)).some((t) => t.id === id) && store.handOnTicket(commune, id, by),
    writeTicket: async (commune, id, words, by) =>
      (await scoped.tickets(commune)).some((t) => t.id === id) && store.writeTicket(commune, id, words, by),
    closedTickets: async (commune, since) =>
      (await store.closedTickets(commune, since)).filter((t) => theirs(t.village)),
    invitations: async (commune, now) => (await store.invitations(commune, now)).filter((i) => theirs(i.village)),
    withdrawInvitation: async (commune, id, by) =>
      (await scoped.invitations(commune, by.at)).some((i) => i.id === id) && store.withdrawInvitation(commune, id, by),
    members: async (commune) => (await store.members(commune)).filter((m) => m.villages.some(theirs)),
    // Whoever also serves elsewhere is put out of the team by those who answer for all of it.
    removeMember: async (commune, learner, by) =>
      (await scoped.members(commune)).some((m) => m.learner === learner && m.villages.every(theirs)) &&
      store.removeMember(commune, learner, by),
    pushes: async (commune, period) => (await store.pushes(commune, period)).filter((p) => theirs(p.village)),
    cancelPush: async (commune, id, by) =>
      (await scoped.pushes(commune, { from: by.at, to: by.at })).some((p) => p.id === id) &&
      store.cancelPush(commune, id, by),
    unsent: async (commune, most) => (await store.unsent(commune, most)).filter((u) => theirs(u.village)),
    certificates: async (commune) => (await store.certificates(commune)).filter((c) => theirs(c.village)),
  };
  return { ...store, ...scoped };
};

/** What is about a place. A new port method that names one belongs here; a test walks all of them. */
type Scoped =
  | "villages"
  | "denominators"
  | "tickets"
  | "takeTicket"
  | "closeTicket"
  | "handOnTicket"
  | "writeTicket"
  | "closedTickets"
  | "invitations"
  | "withdrawInvitation"
  | "members"
  | "removeMember"
  | "pushes"
  | "cancelPush"
  | "unsent"
  | "certificates";
