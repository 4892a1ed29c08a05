import { listVar } from "../../src/engine/session.ts";
import type { Decider, Loaded } from "../../src/store/turn-store.ts";
import { decider } from "../../src/turns/decide.ts";
import type { TurnWorld } from "../../src/turns/world.ts";
import { house } from "../store/house.ts";
import { realLibrary, realWorld } from "../universe.ts";
import { buttons } from "./tiny-world.ts";

export const library = realLibrary();
export const hour = 3_600_000;
export const day = 24 * hour;
const answers = new Map(
  library.items.flatMap((l) =>
    l.kind === "lesson"
      ? l.quiz.items.map((q) => [q.ask.vi, q.options.findIndex((o) => o.right === true) + 1] as const)
      : [],
  ),
);

export type Offer = {
  readonly chat: string;
  readonly at: number;
  readonly items: Loaded["review"]["items"];
  readonly asked: readonly string[];
};

/** A house with the real content. `offers`: every time somebody was asked again, what there was and what was asked. */
export const reviewHouse = ({ reachMs = Number.POSITIVE_INFINITY, world = realWorld(library) as TurnWorld } = {}) => {
  const offers: Offer[] = [];
  const watched = (d: Decider): Decider => ({
    ...d,
    decide: (turn, loaded, now) => {
      const decision = d.decide(turn, loaded, now);
      const run = decision.session?.runs.find((r) => r.flow === "review");
      if (turn.from === "clock" && turn.timer.kind === "review" && decision.message)
        offers.push({
          chat: loaded.account.chat,
          at: now,
          items: loaded.review.items,
          asked: (run ? listVar(run, "items") : []).map((i) => i.replace("review:", "")),
        });
      return decision;
    },
  });
  const h = house({ decider: () => watched(decider(world, { telegram: buttons }, () => reachMs)) });

  /** The number of the answer to the question asked last in a chat: the right one, or the one after it. */
  const answer = (chat: string, right = true): string => {
    const asked = h
      .last(chat)
      .blocks.flatMap((b) => (b.kind === "question" ? [b.text.replaceAll("bác", "{{you}}")] : []));
    const n = [...answers].find(([ask]) => asked.some((a) => same(a, ask)))?.[1];
    if (n === undefined) throw new Error(`no question: ${JSON.stringify(h.last(chat).blocks)}`);
    return String(right ? n : (n % 3) + 1);
  };
  const same = (shown: string, written: string): boolean => bare(shown) === bare(written);
  const bare = (text: string): string =>
    text
      .replace(/\{\{(\w+)\}\}/g, "")
      .replace(/bác/gi, "")
      .replace(/\*/g, "");

  return Object.assign(h, {
    offers,
    answer,
    /** Somebody who agreed to be remembered; nothing of the onboarding matters here. */
    known: async (chat: string): Promise<string> => {
      await h.send(chat, { kind: "open", code: null });
      await h.talk(chat, "2");
      const learner = String(h.one("SELECT learner FROM accounts WHERE chat = ?", chat));
      h.store.db
        .prepare("UPDATE learners SET consent = 'yes', age = '65plus', village = 'v1' WHERE id = ?")
        .run(learner);
      return learner;
    },
    /** Takes a lesson to its end, all answers right. */
    pass: async (chat: string, code = "BAI5"): Promise<void> => {
      await h.talk(chat, code);
      // However many messages its steps are cut into.
      while (!h.last(chat).blocks.some((b) => b.kind === "question")) await h.talk(chat, "1");
      for (let i = 0; i < 4; i++) {
        await h.talk(chat, answer(chat));
        await h.talk(chat, "1");
      }
    },
    /** Answers all that is asked in this review. */
    sit: async (chat: string, right: boolean | ((n: number) => boolean) = true): Promise<number> => {
      let n = 0;
      while (
        h.last(chat).blocks.some((b) => b.kind === "question") &&
        h.last(chat).choices.some((c) => c.key === "o1")
      ) {
        const well = typeof right === "boolean" ? right : right(n);
        await h.talk(chat, answer(chat, well));
        if (!well) await h.talk(chat, "2");
        await h.talk(chat, "1");
        n++;
      }
      return n;
    },
    /** Lets time pass from timer to timer, and calls back whenever somebody was asked. */
    wait: async (until: number, asked: (offer: Offer) => Promise<void> = async () => {}): Promise<void> => {
      for (;;) {
        const due = h.one("SELECT min(due_at) FROM timers");
        if (typeof due !== "number" || due > until) break;
        h.now = Math.max(h.now, due);
        const before = offers.length;
        await h.timers.run();
        for (const offer of offers.slice(before)) await asked(offer);
      }
      h.now = Math.max(h.now, until);
    },
    wish: (learner: string): unknown => h.one("SELECT review FROM learners WHERE id = ?", learner),
  });
};
