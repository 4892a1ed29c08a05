import type { Facts } from "../engine/facts.ts";
import { type Person, remembered } from "../engine/person.ts";
import type { Recorded, RecordName } from "../engine/records.ts";
import { learning } from "../indicator/definitions.ts";
import { dayMs } from "../learning/review.ts";
import { cleaned } from "../people/clean.ts";
import type { Write } from "../store/turn-store.ts";

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

/** What must be written for a fact beside the fact itself. */
const consequence = (fact: Recorded, { person, now, id }: Ways): Write | null => {
  switch (fact.what) {
    case "erased":
      return { write: "erased", anonymous: id() };
    case "learner-added":
      return { write: "learner-added", id: fact.data.learner ?? id(), language: person.language };
    case "learner-switched":
      return { write: "learner-switched", id: fact.data.learner };
    case "link-offered":
    case "download-offered":
      return { write: fact.what, code: fact.data.code, expiresAt: now + linkMs };
    case "link-accepted":
      return { write: "link-accepted", code: fact.data.code, same: fact.data.same };
    case "link-undone":
      return { write: "link-undone", link: fact.data.link };
    case "invitation-accepted":
      return { write: "invitation-accepted", code: fact.data.code, replace: fact.data.replace };
    case "alarms-linked":
      return { write: "alarms-linked", code: fact.data.code };
    case "push-confirmed": {
      const { push, version, village } = fact.data;
      return { write: "push-confirmed", id: push, lesson: fact.ref, version: version ?? "", village };
    }
    case "review-started":
      return { write: "review-started", at: now + dayMs };
    case "review-stopped":
      return { write: "review-planned", at: null, unanswered: 0 };
    case "review-declined":
      return { write: "review-answered" };
    case "ticket-taken":
    case "ticket-solved":
    case "ticket-visit":
    case "ticket-handed-on":
      return { write: fact.what, id: fact.ref };
    case "ticket-closed":
      return { write: "ticket-closed", id: fact.ref, result: fact.data.result };
    case "ticket-said":
      return { write: "ticket-said", id: fact.ref, text: cleaned(fact.data.words, ["phone"]) };
    case "ticket-held-back":
      return { write: "ticket-said", id: fact.ref, text: null };
    case "ticket-kept":
      return { write: "ticket-kept", id: fact.ref, until: now + askAgainMs };
    case "opted-out":
      return { write: "unasked-stopped" };
    case "certificate-earned":
      return {
        write: "certificate",
        code: fact.data.code,
        track: fact.ref,
        name: cleaned(person.name ?? ""),
        village: person.village,
        ...score(fact),
        language: person.language,
      };
    default:
      return null;
  }
};

/** A score is printed only where the flow gives that of the whole track: the last lesson's alone would be read as it. */
const score = ({ data: { right, of } }: Recorded<"certificate-earned">): { right: number | null; of: number | null } =>
  right !== undefined && of !== undefined ? { right, of } : { right: null, of: null };

/** Facts about learning. The others are business of the house: their rows are their record. */
export const storedRecords: ReadonlySet<RecordName> = new Set<RecordName>([
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
  const { village, audience } = ways.person;
  const recordable = remembered(ways.person);
  const follows = forTheRemembered.has(fact.what) && !recordable ? null : consequence(fact, ways);
  const event: Write | null =
    recordable && storedRecords.has(fact.what)
      ? { write: "learning-event", id: ways.id(), ...fact, village, audience }
      : null;
  return [...(event ? [event] : []), ...(follows ? [follows] : [])];
};
