import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { z } from "zod";
import type { Capabilities } from "../src/channels/capabilities.ts";
import { degrade } from "../src/channels/degrade.ts";
import type { InboundContent } from "../src/channels/inbound.ts";
import { textOnly } from "../src/channels/plain.ts";
import { type CommuneFacts, type Facts, noContacts, noFacts } from "../src/engine/facts.ts";
import { type Person, stranger } from "../src/engine/person.ts";
import { Session } from "../src/engine/session.ts";
import { startOfDay } from "../src/kit/vietnam-time.ts";
import { codeIn } from "../src/people/codes.ts";
import { sensitive } from "../src/people/sensitive.ts";
import { inspect } from "../src/scam/inspect.ts";
import type { Account, Loaded, Turn } from "../src/store/turn-store.ts";
import { decider } from "../src/turns/decide.ts";
import type { TurnWorld } from "../src/turns/world.ts";
import { monday } from "./universe.ts";

/** A conversation as its author writes it: who it is, and what happens. What is heard and written is filled in by running it. */
const Script = z.object({
  about: z.string(),
  /** The day it is played on, where that matters: facts begin and end. */
  day: z.iso.date().optional(),
  person: z.record(z.string(), z.unknown()).default({}),
  facts: z.record(z.string(), z.unknown()).default({}),
  /** What the codes of the database open, as `CodeMeaning`. */
  codes: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  turns: z.array(
    z.object({
      says: z.union([z.string(), z.number()]).optional(),
      presses: z.string().optional(),
      opens: z.string().nullable().optional(),
      sends: z.enum(["photo", "sticker", "voice", "location", "file", "unsupported"]).optional(),
      /** Time that passes before it, such as `10d` or `3h`. */
      after: z.string().optional(),
      clock: z
        .enum([
          "unfinished",
          "push",
          "review",
          "linked",
          "ticket",
          "ticket-news",
          "ticket-words",
          "ticket-climb",
          "ticket-staff",
        ])
        .optional(),
      /** What is due when the clock brings a review: `lesson/question`. */
      review: z.array(z.string()).optional(),
      lesson: z.string().optional(),
      /** Who asks for a person when the clock brings a call, as `TicketFacts`. */
      ticket: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});
type Happening = z.infer<typeof Script>["turns"][number];

const commune: CommuneFacts = {
  code: "xa-mau",
  name: "Xã Mẫu",
  province: "Tỉnh Mẫu",
  unit: "xóm",
  team: "Tổ công nghệ số cộng đồng",
  movement: "Bình dân học vụ số",
  villages: [
    { id: "mau-1", name: "Xóm Mẫu 1", code: "XOM1" },
    { id: "mau-2", name: "Xóm Mẫu 2", code: "XOM2" },
  ],
  languages: ["vi", "en"],
  publicUrl: "https://xa-mau.example",
  contacts: noContacts,
  phrases: [],
};

/** Plays a conversation through the real turn, as a text-only channel shows it. The session goes through JSON between turns, as in the database. */
export const play = (file: string, world: TurnWorld): string => played(readFileSync(file, "utf8"), world);

/** The same from the words of a file, as one channel shows it. */
export const played = (
  text: string,
  world: TurnWorld,
  channel: Account["channel"] = "zalo-bot",
  shows: Capabilities = textOnly,
): string => {
  const script = Script.parse(parse(text));
  const decide = decider(world, { [channel]: { ...shows, name: channel } });
  const began = script.day === undefined ? monday : (startOfDay(script.day) ?? monday) + 9 * 3_600_000;
  let now = began;
  // A test file speaks for its own shapes: they are those of Person and Facts.
  let person: Person = { ...stranger("learner"), ...(script.person as Partial<Person>) };
  const given = script.facts as Partial<Facts> | undefined;
  // A file that speaks of another commune names only what is different there.
  let facts: Facts = { ...noFacts(commune), ...given, commune: { ...commune, ...given?.commune } };
  let session: Session | null = null;
  let seenAt = now;
  const turns = script.turns.map((happening, i) => {
    now += happening.after ? ms(happening.after) : 20_000;
    const turn = turnOf(happening, session, now, i, world);
    const account = {
      commune: commune.code,
      id: "account",
      connection: "test",
      channel,
      chat: "chat",
      blockedAt: null,
      seenAt,
    };
    const loaded: Loaded = {
      account,
      person,
      session,
      facts: { ...facts, code: codeOf(turn, world, script.codes) },
      quiet: [],
      lesson: happening.lesson ?? null,
      // A test file speaks for its own shapes.
      ticket: happening.ticket ? ticketIn(happening.ticket) : null,
      review: {
        at: now + 86_400_000,
        unanswered: 0,
        items: (happening.review ?? []).map((item) => ({ item, version: "", box: 0, at: now - 2 * 86_400_000 })),
      },
    };
    const decision = decide.decide(turn, loaded, now);
    if (decision.session) session = Session.parse(JSON.parse(JSON.stringify(decision.session)));
    if (decision.learner) {
      person = decision.learner.person;
      facts = { ...facts, progress: decision.learner.progress, certificates: decision.learner.certificates };
    }
    if (turn.from === "person") seenAt = now;
    return {
      ...happening,
      ...(decision.message && {
        hears: `${degrade(decision.message, shows)
          .map((shown) => shown.text)
          .join("\n\n")}\n`,
      }),
      ...(decision.writes.length > 0 && { writes: decision.writes.map(short) }),
    };
  });
  const input = parse(text);
  return stringify(
    {
      about: input.about,
      ...(input.day && { day: input.day }),
      ...(input.person && { person: input.person }),
      ...(input.facts && { facts: input.facts }),
      ...(input.codes && { codes: input.codes }),
      turns,
    },
    { lineWidth: 0, blockQuote: "literal" },
  );
};

/** As `TicketState`: a test file speaks for its own shapes. Whose it is when somebody has it needs no second word. */
const ticketIn = (given: Readonly<Record<string, unknown>>): NonNullable<Loaded["ticket"]> => ({
  ...nobodyYet,
  ...(given.mine === true || typeof given.taker === "string" ? { status: "taken" as const } : {}),
  ...(given as Partial<NonNullable<Loaded["ticket"]>>),
});

const nobodyYet: NonNullable<Loaded["ticket"]> = {
  ticket: "ticket-1",
  whose: null,
  village: null,
  flow: "menu",
  words: null,
  step: null,
  steps: null,
  urgent: false,
  minutes: 0,
  mine: false,
  status: "open",
  taker: null,
  result: null,
  visit: false,
  climbed: 0,
  reminded: false,
  asker: false,
  busy: false,
  more: 0,
  updatedAt: monday,
  untold: [],
};

/** What cannot wait in words that stay at the door, as the intake sees it. */
const urgentOf = (said: string, world: TurnWorld) => {
  const urgent = world.env(monday, { buttons: false, pictures: false, listen: false }).urgent(said);
  return urgent ? { urgent } : {};
};

const turnOf = (h: Happening, session: Session | null, now: number, i: number, world: TurnWorld): Turn => {
  if (h.clock) {
    return {
      from: "clock",
      timer: {
        commune: commune.code,
        id: `timer-${i}`,
        account: "account",
        learner: "learner",
        kind: h.clock,
        token: h.clock === "linked" ? "joining-1" : h.clock !== "unfinished" ? "" : (session?.token ?? ""),
        dueAt: now,
        push: h.clock === "push" ? "push-1" : null,
      },
    };
  }
  const said = h.says === undefined ? "" : String(h.says);
  const kept = sensitive(said) === null ? said : "";
  const content: InboundContent =
    h.presses !== undefined
      ? { kind: "press", token: session?.token ?? "", key: h.presses }
      : h.sends
        ? { kind: "media", media: h.sends }
        : h.opens !== undefined
          ? { kind: "open", code: h.opens }
          : { kind: "text", text: kept };
  const words = content.kind === "text" ? content.text : content.kind === "open" ? (content.code ?? "") : "";
  return {
    from: "person",
    inbound: { connection: "test", key: String(i), chat: "chat", at: now, content },
    sensitive: said !== kept,
    ...(said !== kept && { seen: inspect(said), ...urgentOf(said, world) }),
    code: words === "" ? null : codeIn(words),
  };
};

/** The codes that need no database; others are given by a case's facts. */
const codeOf = (turn: Turn, world: TurnWorld, given: Readonly<Record<string, unknown>>): Facts["code"] => {
  if (turn.from !== "person" || turn.code === null) return null;
  const village = commune.villages.find((v) => v.code === turn.code);
  if (village) return { opens: "village", village: village.id };
  // A test file speaks for its own shapes.
  if (given[turn.code]) return given[turn.code] as Facts["code"];
  // Invitations and links live in the database; here nobody made any.
  return world.codeOf(turn.code) ?? null;
};

const short = (write: { readonly write: string }): string => {
  const { write: what, ...rest } = write;
  const shown = Object.entries(rest).filter(([k, v]) => v !== null && !["id", "dueAt", "token", "at"].includes(k));
  return [what, ...shown.map(([k, v]) => `${k}=${typeof v === "object" ? JSON.stringify(v) : String(v)}`)].join(" ");
};

const ms = (after: string): number => {
  const [, n, unit] = /^(\d+)([dhm])$/.exec(after) ?? [];
  return Number(n) * ({ d: 86_400_000, h: 3_600_000, m: 60_000 }[unit ?? ""] ?? Number.NaN);
};
