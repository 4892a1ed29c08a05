import type { Event, RecordName } from "../engine/events.ts";
import type { Facts } from "../engine/facts.ts";
import { type Person, remembered } from "../engine/person.ts";
import { learning } from "../indicator/definitions.ts";
import { dayMs } from "../learning/review.ts";
import { cleaned } from "../people/clean.ts";
import type { Write } from "../store/turn-store.ts";

type Recorded = Extract<Event, { type: "recorded" }>;
/** The person and their progress as this fact left them. */
type Ways = {
  readonly person: Person;
  readonly progress: Facts["progress"];
  readonly now: number;
  readonly id: () => string;
};

/** A code on another phone's screen is typed at once or never. */
const linkMs = 15 * 60_000;

/** Whoever took a call for a person is asked after so long whether it is done. */
const askAgainMs = 2 * 3_600_000;

/** What must be written for a fact beside the fact itself, by its name. */
const consequences: Partial<Record<RecordName, (fact: Recorded, ways: Ways) => Write>> = {
  erased: (_f, { id }) => ({ write: "erased", anonymous: id() }),
  "learner-added": (f, { id, person }) => ({
    write: "learner-added",
    id: word(f, "learner") ?? id(),
    language: person.language,
  }),
  "learner-switched": (f) => ({ write: "learner-switched", id: word(f, "learner") ?? "" }),
  "link-offered": (f, { now }) => ({ write: "link-offered", code: word(f, "code") ?? "", expiresAt: now + linkMs }),
  "link-accepted": (f) => ({ write: "link-accepted", code: word(f, "code") ?? "", same: f.data.same === true }),
  "link-undone": (f) => ({ write: "link-undone", link: word(f, "link") ?? "" }),
  "download-offered": (f, { now }) => ({
    write: "download-offered",
    code: word(f, "code") ?? "",
    expiresAt: now + linkMs,
  }),
  "invitation-accepted": (f) => ({
    write: "invitation-accepted",
    code: word(f, "code") ?? "",
    replace: f.data.replace === true,
  }),
  "push-confirmed": (f, { id }) => ({
    write: "push-confirmed",
    id: word(f, "push") ?? id(),
    lesson: f.ref ?? word(f, "lesson") ?? "",
    version: word(f, "version") ?? "",
    village: word(f, "village"),
  }),
  "review-started": (_f, { now }) => ({ write: "review-started", at: now + dayMs }),
  "review-stopped": () => ({ write: "review-planned", at: null, unanswered: 0 }),
  "review-declined": () => ({ write: "review-answered" }),
  "ticket-taken": (f) => ({ write: "ticket-taken", id: f.ref ?? "" }),
  "ticket-closed": (f) => ({ write: "ticket-closed", id: f.ref ?? "" }),
  "ticket-kept": (f, { now }) => ({ write: "ticket-kept", id: f.ref ?? "", until: now + askAgainMs }),
  "opted-out": () => ({ write: "hushed" }),
  "certificate-earned": (f, { person }) => ({
    write: "certificate",
    code: word(f, "code") ?? "",
    track: f.ref ?? "",
    name: cleaned(person.name ?? ""),
    village: person.village,
    ...score(f),
    language: person.language,
  }),
};

/** A score is printed only where the flow gives that of the whole track: the last lesson's alone would be read as it. */
const score = (f: Recorded): { right: number | null; of: number | null } =>
  typeof f.data.right === "number" && typeof f.data.of === "number"
    ? { right: f.data.right, of: f.data.of }
    : { right: null, of: null };

/** Facts about learning. The others are business of the house: their rows are their record. */
const kept = new Set<RecordName>([
  ...learning,
  "consent-given",
  "self-assessed",
  "certificate-earned",
  "push-opened",
  "push-declined",
  "item-reviewed",
  "review-started",
  "review-stopped",
  "opted-out",
  "opted-in",
  "search-missed",
]);

/** What binds a person to their name, their phone or the team: of nobody else may it be kept. */
const forTheRemembered = new Set<RecordName>([
  "certificate-earned",
  "review-started",
  "link-offered",
  "invitation-accepted",
  "push-confirmed",
]);

/** Everything else that follows a fact follows for anyone: erasing, changing who learns on a phone, asking for quiet. */
export const writesOf = (fact: Recorded, ways: Ways): readonly Write[] => {
  const { person } = ways;
  const recordable = remembered(person);
  const consequence =
    forTheRemembered.has(fact.what) && !recordable ? undefined : consequences[fact.what]?.(fact, ways);
  const event: Write | null =
    recordable && kept.has(fact.what)
      ? {
          write: "learning-event",
          id: ways.id(),
          what: fact.what,
          ref: fact.ref,
          data: fact.data,
          village: person.village,
          audience: person.audience,
        }
      : null;
  return [...(event ? [event] : []), ...(consequence ? [consequence] : [])];
};

const word = (f: Recorded, name: string): string | null => {
  const value = f.data[name] ?? (name === "code" || name === "learner" ? f.ref : null);
  return typeof value === "string" && value !== "" ? value : null;
};
