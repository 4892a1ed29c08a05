import type { Purpose } from "../channels/message.ts";
import type { Env } from "../engine/context.ts";
import type { Resume } from "../engine/input.ts";
import { resume } from "../engine/resume.ts";
import type { Sprint } from "../engine/sprint.ts";
import { start } from "../engine/start.ts";
import { app, type Text } from "../engine/text.ts";
import { awake, awakeAfter, DAY } from "../kit/vietnam-time.ts";
import type { Account, Decision, Loaded, TicketState, Timer } from "../store/turn-store.ts";
import { nothing, postponed } from "./postponed.ts";
import type { Speak } from "./speak.ts";

type Needs = {
  readonly speak: Speak;
  readonly envFor: (account: Account, now: number) => Env;
  readonly conclude: (sprint: Sprint, loaded: Loaded, env: Env, purpose: Purpose) => Decision;
  readonly reachMs: (account: Account) => number;
};

/** What the clock brings about calls for a person: to who asked, to the team, and to the staff. */
export const ticketTurns = ({ speak, envFor, conclude, reachMs }: Needs) => {
  /** Leads somebody into a talk, or out of it, without having been there themselves. */
  const led = (input: Resume, loaded: Loaded, now: number): Decision => {
    const { account, person, session, facts } = loaded;
    const env = envFor(account, now);
    const stood = session ?? start(person, { type: "hello" }, facts, env).session;
    const sprint = resume(person, stood, input, facts, env);
    if ("rejected" in sprint) return nothing;
    const unseen = { ...sprint, session: { ...sprint.session, seenAt: session?.seenAt ?? account.seenAt } };
    return conclude(unseen, loaded, env, "ticket");
  };

  /** One sentence; where they are in the conversation is left alone. */
  const told = (text: Text, { person, facts }: Loaded, now: number): Decision => {
    const said = { type: "message", blocks: [{ kind: "text", text }], choices: [], expects: "nothing" } as const;
    return { ...nothing, message: speak(said, person, facts.commune, "", "ticket", now) };
  };

  /** Whoever asked hears what became of it and is led into the talk or out of it; whoever had it, that it is over. */
  const news = (loaded: Loaded, timer: Timer, now: number): Decision => {
    const { ticket, account, person } = loaded;
    if (!ticket || account.blockedAt !== null) return nothing;
    // Somebody else sits at the phone: it is none of their business, and old news after a day.
    if (person.id !== timer.learner) return now - ticket.updatedAt < DAY ? postponed(now + seatMs) : nothing;
    if (!ticket.asker)
      return led(toTaker(ticket, { over: ticket.result === "solved" ? "solved" : "else" }), loaded, now);
    const over = overFor(ticket);
    return over === null ? nothing : led(toAsker(ticket, over), loaded, now);
  };

  /** What the other side wrote. Never to who has nothing to do with it. */
  const words = (loaded: Loaded, timer: Timer, now: number): Decision => {
    const { ticket, account, person } = loaded;
    const [first] = ticket?.untold ?? [];
    if (ticket?.status !== "taken" || !first || account.blockedAt !== null) return nothing;
    if (person.id !== timer.learner || !(ticket.asker || ticket.mine)) return postponed(now + seatMs);
    const dropped = first.text === "";
    const stop = ticket.untold.findIndex((w) => (w.text === "") !== dropped);
    const said = ticket.untold.slice(0, stop < 0 ? undefined : stop);
    const vars = dropped ? { heldBack: true } : { said: said.map((w) => w.text).join("\n") };
    const decision = led(ticket.asker ? toAsker(ticket, vars) : toTaker(ticket, vars), loaded, now);
    const upTo = said.at(-1)?.n ?? first.n;
    return { ...decision, writes: [...decision.writes, { write: "ticket-told", id: ticket.ticket, upTo }] };
  };

  /** A member of the team hears that somebody asks for a person, or is asked about what they took. Money just lost does not wait for the morning. */
  const called = (loaded: Loaded, now: number): Decision => {
    const { account, person, session, quiet, ticket } = loaded;
    if (!ticket || ticket.status === "done" || (ticket.taker !== null && !ticket.mine)) return nothing;
    const reached = person.role === "team" && account.blockedAt === null && now - account.seenAt <= reachMs(account);
    // Whoever cannot be asked about it any more cannot keep it either.
    if (!reached)
      return ticket.mine ? { ...nothing, writes: [{ write: "ticket-given-back", id: ticket.ticket }] } : nothing;
    const at = ticket.urgent ? now : awake(now, quiet);
    // Their next press must answer what they were just asked, so the bell waits until they pause; not for long.
    const pressing = now - Math.max(account.seenAt, session?.seenAt ?? 0) < pauseMs && ticket.minutes < longestPauses;
    if (at > now || pressing) return postponed(at > now ? at : now + pauseMs);
    if (!ticket.mine) return ticket.busy ? postponed(now + seatMs) : led(toTaker(ticket, {}), loaded, now);
    if (!ticket.reminded) {
      const until = awakeAfter(now, answerMs, quiet);
      const decision = led(toTaker(ticket, {}), loaded, now);
      return { ...decision, writes: [...decision.writes, { write: "ticket-reminded", id: ticket.ticket, until }] };
    }
    const decision = led(toTaker(ticket, { over: "else" }), loaded, now);
    return { ...decision, writes: [...decision.writes, { write: "ticket-given-back", id: ticket.ticket }] };
  };

  /** Nobody took it: the rest of the team hears it, then the staff; and whoever asked is told. */
  const climbed = (loaded: Loaded, timer: Timer, now: number): Decision => {
    const { ticket, quiet, person, account } = loaded;
    if (ticket?.status !== "open") return nothing;
    const at = ticket.urgent ? now : awake(now, quiet);
    if (at > now) return postponed(at);
    const to = ticket.climbed === 0 ? 1 : 2;
    const next = to === 2 ? null : ticket.urgent ? now + staffMs : awakeAfter(now, staffMs, quiet);
    const writes = [{ write: "ticket-climbed", id: ticket.ticket, to, next }] as const;
    const silent = person.id !== timer.learner || account.blockedAt !== null || (to === 1 && ticket.more <= 0);
    return silent ? { ...nothing, writes } : { ...told(app(`ticket.climbed-${to}`), loaded, now), writes };
  };

  /** Somebody of the staff hears in their own chat that nobody took it. */
  const toStaff = (loaded: Loaded, now: number): Decision => {
    const { ticket, quiet } = loaded;
    if (ticket?.status !== "open") return nothing;
    const at = ticket.urgent ? now : awake(now, quiet);
    return at > now ? postponed(at) : told(app("ticket.staff"), loaded, now);
  };

  return (timer: Timer, loaded: Loaded, now: number): Decision => {
    switch (timer.kind) {
      case "ticket-news":
        return news(loaded, timer, now);
      case "ticket-words":
        return words(loaded, timer, now);
      case "ticket-climb":
        return climbed(loaded, timer, now);
      case "ticket-staff":
        return toStaff(loaded, now);
      default:
        return called(loaded, now);
    }
  };
};

/** So long nobody pressed anything, and a call for a person may come between; after so many minutes it comes anyway. */
const pauseMs = 60_000;
const longestPauses = 10;
/** Somebody else sits at the phone, or they are talking with somebody: looked at again after so long. */
const seatMs = 5 * 60_000;
/** Whoever has it and was asked about it has so long to answer. */
const answerMs = 2 * 3_600_000;
/** The staff hear of it two hours after it was asked, of which 15 minutes are over (store: writes/ticket.ts). */
const staffMs = 105 * 60_000;

type Heard = { readonly said?: string; readonly heldBack?: boolean; readonly over?: string };

const toAsker = ({ ticket, taker }: TicketState, heard: Heard): Resume => ({
  type: "talk",
  vars: { ticket, taker: taker ?? "", ...heard },
});

const toTaker = (state: TicketState, heard: Heard): Resume => {
  const { ticket, whose, village, flow, step, steps, words, urgent, minutes, mine } = state;
  return {
    type: "ticket",
    ticket: { ticket, whose, village, flow, step, steps, words, urgent, minutes, mine, ...heard },
  };
};

/** Why nobody is there for whoever asked; nothing where somebody is. Null: they know it themselves. */
const overFor = ({ status, result, visit }: TicketState): Heard | null => {
  if (status === "open") return { over: "handed-on" };
  if (status === "taken") return visit ? { over: "visit" } : {};
  return result === "done" || result === "unreached" ? { over: result } : null;
};
