import type { Capabilities } from "../channels/capabilities.ts";
import type { Message, Purpose } from "../channels/message.ts";
import type { Block } from "../engine/block.ts";
import type { Env } from "../engine/context.ts";
import type { Resume } from "../engine/input.ts";
import { type Person, remembered, stranger } from "../engine/person.ts";
import { resume } from "../engine/resume.ts";
import type { Sprint } from "../engine/sprint.ts";
import { start } from "../engine/start.ts";
import { app } from "../engine/text.ts";
import { awake } from "../kit/vietnam-time.ts";
import { pushLimit } from "../store/push-limit.ts";
import type { Account, Decider, Decision, Loaded, Timer, Turn } from "../store/turn-store.ts";
import { concluded } from "./concluded.ts";
import { inputOf } from "./input-of.ts";
import { activeMs, laterMs, nothing, postponed } from "./postponed.ts";
import { overdue, reviewDue } from "./review.ts";
import { speaker } from "./speak.ts";
import { ticketTurns } from "./tickets.ts";
import type { TurnWorld } from "./world.ts";

/** A push to somebody who may not be written to now looks again so often: they may have written meanwhile. */
const unreachedMs = 24 * 3_600_000;

/**
 * The pure half of every turn: what was loaded goes in, what must be written comes out. Nothing here reads or writes.
 * `reachMs`: for how long after they were last there the channel lets us write to somebody unasked.
 */
export const decider = (
  world: TurnWorld,
  channels: Readonly<Record<string, Capabilities>>,
  reachMs: (account: Account) => number = () => Number.POSITIVE_INFINITY,
): Decider => {
  const speak = speaker(world);
  const shown = new Map<string, Env["capabilities"]>();
  for (const c of Object.values(channels))
    shown.set(c.name, { buttons: c.buttons > 0, pictures: c.pictures, listen: c.listen });
  const envFor = (account: Account, now: number): Env => world.env(now, shown.get(account.channel) ?? plainest);
  const conclude = (sprint: Sprint, loaded: Loaded, env: Env, purpose: Purpose): Decision =>
    concluded(sprint, loaded, env, purpose, speak);

  const asked = (turn: Extract<Turn, { from: "person" }>, loaded: Loaded, now: number): Decision => {
    const { kind } = turn.inbound.content;
    if (kind === "erase") return { ...nothing, writes: [{ write: "account-erased" }] };
    if (kind === "blocked" || kind === "unblocked")
      return { ...nothing, writes: [{ write: "blocked", blocked: kind === "blocked" }] };
    const env = envFor(loaded.account, now);
    const input = inputOf(turn, loaded, world);
    const decision = conclude(toldIfLost(converse(input, loaded, env), loaded), loaded, env, "reply");
    const late = overdue(loaded, decision.learner?.person ?? loaded.person, now);
    // First, so that whatever this very turn decides about reviews or erases comes after it.
    return late.length > 0 ? { ...decision, writes: [...late, ...decision.writes] } : decision;
  };

  const linked = ({ token: link }: Timer, loaded: Loaded, now: number): Decision => {
    const { account, person, session, facts } = loaded;
    if (now - account.seenAt > reachMs(account)) return postponed(now + unreachedMs);
    const env = envFor(account, now);
    const before = session ?? start(person, { type: "hello" }, facts, env).session;
    const sprint = resume(person, before, { type: "linked", link }, facts, env);
    return "rejected" in sprint ? nothing : conclude(unseen(sprint, loaded), loaded, env, "ticket");
  };

  const ticketTurn = ticketTurns({ speak, envFor, conclude, reachMs });

  const due = ({ timer }: Extract<Turn, { from: "clock" }>, loaded: Loaded, now: number): Decision => {
    const { account, person, session, quiet, lesson } = loaded;
    // It is about their account and cannot wait: not for the morning, and not for somebody who takes no reminders.
    if (timer.kind === "linked") return account.blockedAt === null ? linked(timer, loaded, now) : nothing;
    if (timer.kind.startsWith("ticket")) return ticketTurn(timer, loaded, now);
    const push = timer.kind === "push";
    const drop: Decision = push ? { ...nothing, writes: [{ write: "push-skipped" }] } : nothing;
    if (person.optedOut || !remembered(person) || account.blockedAt !== null) return drop;
    const at = awake(now, quiet);
    if (at > now) return postponed(at);
    // Before the conversation moves: a question nobody could be sent must not be what their next words answer.
    if (now - account.seenAt > reachMs(account)) return push ? postponed(now + unreachedMs) : drop;
    const env = envFor(account, now);
    if (timer.kind === "review")
      return reviewDue(loaded, env, (sprint) => conclude(unseen(sprint, loaded), loaded, env, "reminder"));
    if (!push) {
      const sprint = session
        ? resume(person, session, { type: "timer", token: timer.token, timer: timer.kind }, loaded.facts, env)
        : stale;
      return "rejected" in sprint ? drop : conclude(unseen(sprint, loaded), loaded, env, "reminder");
    }
    const pushed = loaded.pushed ?? [];
    const version = env.flow(`lesson:${lesson}`)?.version ?? "";
    const again = pushed.some((p) => p.lesson === lesson && p.version === version);
    if (again || pushed.filter((p) => p.at > now - pushLimit.weekMs).length >= pushLimit.aWeek) return drop;
    // A push never talks into a lesson somebody is in the middle of.
    if (lately(Math.max(account.seenAt, session?.seenAt ?? 0), now)) return postponed(now + laterMs);
    const before = session ?? start(person, { type: "hello" }, loaded.facts, env).session;
    const sprint = resume(
      person,
      before,
      { type: "push", lesson: lesson ?? "", push: timer.push ?? "" },
      loaded.facts,
      env,
    );
    if ("rejected" in sprint) return drop;
    const decision = conclude(unseen(sprint, loaded), loaded, env, "push");
    return { ...decision, writes: [...decision.writes, { write: "pushed", lesson: lesson ?? "", version }] };
  };

  return {
    decide: (turn, loaded, now) => (turn.from === "person" ? asked(turn, loaded, now) : due(turn, loaded, now)),
    arrive: (loaded, now) => {
      const env = envFor(loaded.account, now);
      return conclude(converse(toMenu, loaded, env), loaded, env, "reply");
    },
    undone: (why, loaded, now) => {
      const env = envFor(loaded.account, now);
      const said = typeof why === "string" ? app(`undone.${why}`) : app(`undone.${why.why}`, { taker: why.who });
      const sprint = saidFirst({ kind: "text", text: said }, converse(toMenu, loaded, env));
      return conclude(sprint, loaded, env, "reply");
    },
    join: joined,
    apologise: (person: Person | null): Message =>
      speak(
        {
          type: "message",
          blocks: [{ kind: "text", text: app("failed") }],
          choices: [{ key: "menu", n: 1, label: app("choose.menu") }],
          expects: "choice",
        },
        person ?? stranger(""),
        null,
        "",
        "reply",
        // No fact stands in it.
        0,
      ),
  };
};

/** Not in a future that a clock set back has left behind: that would keep them busy until it comes again. */
const lately = (seenAt: number, now: number): boolean => now >= seenAt && now - seenAt < activeMs;

const plainest: Env["capabilities"] = { buttons: false, pictures: false, listen: false };
const stale = { rejected: "stale-timer" } as const;
const hello = { type: "hello" } as const;
const toMenu: Resume = { type: "press", token: "", key: "/menu" };

/**
 * Takes the conversation on. Somebody without one is greeted first; if they are known already their words are answered
 * at once, because a session that was swept must not cost a person their question.
 */
const converse = (input: Resume | typeof hello, { person, session, facts }: Loaded, env: Env): Sprint => {
  const beginning = input.type === "hello" || input === toMenu;
  if (session) return resumed(person, session, input.type === "hello" ? toMenu : input, facts, env);
  const opening = openingOf(input, session === null);
  const greeting = start(person, opening ?? hello, facts, env);
  if (beginning || opening) return greeting;
  if (input.type === "text" && person.consent === "unasked") {
    if (input.sensitive) return warned(greeting);
    // "Alo": what greets them back is the greeting.
    if (env.hearing.talk(input.text) !== null) return greeting;
  }
  const answered = resumed(greeting.person, greeting.session, input, facts, env);
  // Their first words are answered at once, a cry for help with nothing before it. The greeting itself says who speaks.
  const urgent = input.type === "text" && (input.urgent ?? env.urgent(input.text)) !== null;
  const greeted = answered.session.runs.at(-1)?.flow === env.vocabulary.flows.onboarding;
  const introduced = person.consent === "unasked" && !urgent && !greeted;
  return introduced ? saidFirst({ kind: "text", text: app("hello") }, answered) : answered;
};

/** A code typed as the very first word opens what it names, as one in an address does. */
const openingOf = (input: Resume | typeof hello, first: boolean): Extract<Resume, { type: "open" }> | null =>
  input.type === "open"
    ? input
    : first && input.type === "text" && input.code && !input.sensitive
      ? { type: "open", code: input.code }
      : null;

const resumed = (...args: Parameters<typeof resume>): Sprint => {
  const sprint = resume(...args);
  if ("rejected" in sprint) throw new Error(`what a person did was rejected: ${sprint.rejected}`);
  return sprint;
};

/** A stranger whose first words were a number they should keep: greeted, and told so before anything else. */
const warned = (greeting: Sprint): Sprint =>
  saidFirst({ kind: "note", tone: "danger", text: app("sensitive") }, greeting);

/** Where they stood cannot be read any more. They hear why they are somewhere else. */
const toldIfLost = (sprint: Sprint, { lost }: Loaded): Sprint =>
  lost ? saidFirst({ kind: "text", text: app("begun-anew") }, sprint) : sprint;

const saidFirst = (block: Block, sprint: Sprint): Sprint => ({
  ...sprint,
  events: sprint.events.map((e) => (e.type === "message" ? { ...e, blocks: [block, ...e.blocks] } : e)),
});

/** The clock spoke, not the person: when they were last there stays as it was. */
const unseen = (sprint: Sprint, { account, session }: Loaded): Sprint => ({
  ...sprint,
  session: { ...sprint.session, seenAt: session?.seenAt ?? account.seenAt },
});

/**
 * The last words to one learner and the first to the next, as one message. A question to somebody who is no longer
 * there is left out: its numbers would mean something else by now. What was said before it stays: whoever parts the
 * very phone they hold must hear that it was done.
 */
const joined = (first: Message | null, second: Message | null): Message | null => {
  if (!first || !second) return second ?? first;
  const asked = first.blocks.findIndex((b) => b.kind !== "text");
  const told = first.choices.length > 0 ? first.blocks.slice(0, asked) : first.blocks;
  return { ...second, blocks: [...told, ...second.blocks] };
};
