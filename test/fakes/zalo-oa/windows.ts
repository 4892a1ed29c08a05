import { type Refusal, refusal } from "./codes.ts";

const HOUR = 3_600_000;
const FREE_MS = 48 * HOUR;
const REACH_MS = 7 * 24 * HOUR;
const MESSAGE_VND = 55;

/** How a message was paid for: inside 48 hours, out of the plan's monthly allowance, or 55 VND. */
export type Price = "free" | "plan" | "billed";

export type Person = { follower: boolean; interactedAt: number | null; welcome: number };

export type Money = { readonly free: number; readonly plan: number; readonly billed: number };

/** Who may be written to, at what price, and what every month has cost. `allowance` = free messages a month outside 48 hours; `credit` in VND. */
export const windows = (o: { clock: () => number; allowance: number; credit: number }) => {
  const people = new Map<string, Person>();
  const months = new Map<string, Record<Price, number>>();
  const book = () => {
    const month = monthOf(o.clock());
    const found = months.get(month) ?? { free: 0, plan: 0, billed: 0 };
    months.set(month, found);
    return found;
  };

  return {
    people,
    person: (id: string): Person => {
      const found = people.get(id) ?? { follower: false, interactedAt: null, welcome: 0 };
      people.set(id, found);
      return found;
    },
    /** What a message to this person now would be, without sending it. */
    priceOf: (person: Person): Price | Refusal => {
      if (person.interactedAt === null) return refusal(-232);
      const age = o.clock() - person.interactedAt;
      if (age > REACH_MS) return refusal(-230);
      if (age <= FREE_MS) return "free";
      if (book().plan < o.allowance) return "plan";
      return o.credit >= (book().billed + 1) * MESSAGE_VND ? "billed" : refusal(-211);
    },
    /** Books one message and says what the answer tells of the quota; nothing where it was charged. */
    book: (person: Person, price: Price): Record<string, unknown> => {
      book()[price] += 1;
      if (price === "billed") return {};
      if (price === "plan")
        return {
          quota: { quota_type: "sub_quota", remain: String(o.allowance - book().plan), total: String(o.allowance) },
        };
      if (person.welcome === 0) return { quota: { quota_type: "reply" } };
      person.welcome -= 1;
      return { quota: { quota_type: "welcome_msg", remain: String(person.welcome), total: "3" } };
    },
    /** Messages of a month ("2026-11", Vietnamese time), the present one unless told. */
    money: (month = monthOf(o.clock())): Money => ({ ...(months.get(month) ?? { free: 0, plan: 0, billed: 0 }) }),
  };
};

/** An event moves the window of the person who acted; one that arrives late never moves it back. */
export const interact = (person: Person, name: string, at: number): void => {
  if (name === "unfollow") person.follower = false;
  if (!REOPENS.test(name)) return;
  if (name === "follow") Object.assign(person, { follower: true, welcome: 3 });
  else person.welcome = 0;
  person.interactedAt = Math.max(person.interactedAt ?? 0, at);
};

// Only what the reference lists as an interaction; a receipt, a reaction or a submitted form is not on that list.
const REOPENS = /^(user_send_\w+|follow|user_click_chatnow)$/;

export const monthOf = (at: number): string => new Date(at + 7 * HOUR).toISOString().slice(0, 7);
