import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { type Phone, phone, type Target } from "./load/phone.ts";
import { greeting, lesson, push, type Script, walk } from "./load/scripts.ts";
import { startBotApi } from "./load/telegram.ts";

/**
 * Process of its own: Telegram and its people. Asked over IPC to let some chats talk with a server, it answers with
 * what they saw. `ms` ends the lesson at the next conversation's end, `turns` stops in the middle of an endless one.
 */
export type Talk = {
  readonly do: "talk";
  readonly target: Target;
  readonly script: "lesson" | "walk" | "greeting" | "push";
  readonly chats: { readonly from: number; readonly count: number };
  readonly ms?: number;
  readonly turns?: number;
  /** How long a person thinks before each answer. */
  readonly thinkMs?: number;
};
export type Talked = {
  readonly turns: number;
  readonly ms: number;
  readonly latencies: readonly number[];
  readonly fault?: string;
};

/** Messages to chats nobody talks in: a push. The pace is that after its first second, in which a burst may be allowed. */
export type Strays = { readonly count: number; readonly perSecond: number };

type Question = { readonly id: number } & (Talk | { readonly do: "strays" } | { readonly do: "port" });

const phones = new Map<number, Phone>();
const endless = new Map<number, Script>();
const strays: number[] = [];
const pools = new Map<string, Pool>();

const talk = async ({
  target,
  script,
  chats,
  ms = 0,
  turns = Number.POSITIVE_INFINITY,
  thinkMs = 0,
}: Talk): Promise<Talked> => {
  const latencies: number[] = [];
  const began = performance.now();
  const scriptOf = (chat: number): Script => {
    if (script === "lesson") return lesson(() => performance.now() - began < ms);
    if (script === "greeting") return greeting();
    if (script === "push") return push();
    const walking = endless.get(chat) ?? walk();
    endless.set(chat, walking);
    return walking;
  };
  const one = async (chat: number): Promise<void> => {
    const hand = handOf(chat, target);
    const person = scriptOf(chat);
    const after = (heard: string | undefined) => (heard === undefined ? person.next() : person.next(heard));
    let step = after(lastHeard.get(chat));
    for (let n = 0; n < turns && !step.done; n++) {
      if (thinkMs > 0) await sleep(Math.random() * 2 * thinkMs);
      const { heard, ms: took } = await hand.say(step.value);
      latencies.push(took);
      if (script === "walk" && n + 1 >= turns) lastHeard.set(chat, heard);
      else step = person.next(heard);
    }
  };
  const all = Array.from({ length: chats.count }, (_, i) => one(chats.from + i));
  const fault = await Promise.all(all).then(
    () => null,
    (error: Error) => error.message,
  );
  return { turns: latencies.length, ms: performance.now() - began, latencies, ...(fault !== null && { fault }) };
};

/** Where a walk was interrupted by the end of its turns: the answer its person has read but not yet acted on. */
const lastHeard = new Map<number, string>();

const handOf = (chat: number, target: Target): Phone => {
  const { origin } = new URL(target.url);
  // What Telegram opens at most to one bot.
  const pool = pools.get(origin) ?? new Pool(origin, { connections: 100, pipelining: 1, keepAliveTimeout: 60_000 });
  pools.set(origin, pool);
  const hand = phone(chat, pool, target);
  phones.set(chat, hand);
  return hand;
};

const port = await startBotApi((chat, text) => {
  const hand = phones.get(chat);
  if (hand) hand.show(text);
  else strays.push(performance.now());
});

process.on("message", async (question: Question) => {
  const reply = (answer: unknown) => process.send?.({ id: question.id, answer });
  if (question.do === "port") return reply(port);
  if (question.do === "talk") return reply(await talk(question));
  reply(paceOf(strays));
  strays.length = 0;
});
process.on("disconnect", () => process.exit(0));

/** Over whole seconds, because a push may go out in one burst a second, and a burst more or less would tell a lie. */
function paceOf(times: readonly number[]): Strays {
  const from = (times[0] ?? 0) + 1_000;
  const seconds = Math.floor(((times.at(-1) ?? 0) - from) / 1_000);
  const within = times.filter((at) => at >= from && at < from + seconds * 1_000);
  return { count: times.length, perSecond: within.length / seconds };
}
