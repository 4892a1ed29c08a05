import type { Message, Purpose } from "../channels/message.ts";
import type { Env } from "../engine/context.ts";
import { remembered } from "../engine/person.ts";
import type { Sprint } from "../engine/sprint.ts";
import { type Fault, fault } from "../errors.ts";
import { foldQuestion } from "../kit/text.ts";
import { progressed } from "../learning/progress.ts";
import { cleaned } from "../people/clean.ts";
import type { Decision, LearnerChange, Loaded, Write } from "../store/turn-store.ts";
import { forStorage } from "./for-storage.ts";
import { questionKey } from "./question-key.ts";
import { reviewWrites } from "./review.ts";
import { searchChoice } from "./search-choice.ts";
import type { Speak } from "./speak.ts";
import { writesOf } from "./writes.ts";

/** Turns what the engine said must happen into what the store must write. */
export const concluded = (sprint: Sprint, loaded: Loaded, env: Env, purpose: Purpose, speak: Speak): Decision => {
  const { person, session } = sprint;
  const writes: Write[] = [];
  const known = remembered(person);
  let { progress, certificates } = loaded.facts;
  let consentVersion: string | null = null;
  let message: Message | null = null;
  let wrong: Fault | null = null;
  let child = person.age === "under16";

  for (const event of sprint.events) {
    switch (event.type) {
      case "message":
        message = speak(event, person, loaded.facts.commune, session.token, purpose, env.now);
        break;
      case "recorded": {
        const { type: _, ...fact } = event;
        if (known) progress = progressed(progress, fact);
        if (known && fact.what === "certificate-earned")
          certificates = [...certificates, { code: fact.data.code, track: fact.ref }];
        if (known && fact.what === "consent-given") consentVersion = fact.data.version;
        writes.push(...reviewWrites(fact, person, loaded, env));
        writes.push(...writesOf(fact, { person, progress, now: env.now, id: env.id }));
        break;
      }
      case "timer-set":
        if (known && !person.optedOut && event.timer === "unfinished")
          writes.push({ write: "timer", kind: event.timer, token: session.token, dueAt: event.at });
        break;
      case "ticket-opened": {
        const { type: _, ...ticket } = event;
        const who = forStorage(person);
        const text = ticket.text === null ? null : cleaned(ticket.text, ["phone"]);
        writes.push({ write: "ticket", id: env.id(), name: who.name, village: who.village, ...ticket, text });
        break;
      }
      case "question-missed":
        writes.push(questionOf(event.text, known, env));
        break;
      case "topic-chosen": {
        const choice = known ? searchChoice(event.text, event.topic) : null;
        if (choice) writes.push(choice);
        break;
      }
      case "failed":
        wrong = fault("SESSION_STUCK", event.reason);
        break;
      case "person-changed":
        if (event.changes.age === "under16") child = true;
        break;
    }
  }
  // Whichever way the yes was taken back: what was kept goes with it, also where no flow thought of saying so.
  if (loaded.person.consent === "yes" && person.consent !== "yes")
    writes.push({ write: "withdrawn", anonymous: child ? null : env.id() });
  return {
    session,
    learner: changed(sprint, loaded, { progress, certificates, consentVersion }),
    message,
    writes,
    fault: wrong,
    asks: sprint.asks,
  };
};

/** Words only of people who are remembered, without numbers that are somebody's own; of anybody else one more was asked. */
const questionOf = (text: string | null, known: boolean, { id, hearing }: Pick<Env, "id" | "hearing">): Write => {
  const words = known && text !== null ? cleaned(text) : null;
  return words === null || foldQuestion(words) === ""
    ? { write: "question-counted" }
    : { write: "question", id: id(), text: words, key: questionKey(words, hearing) };
};

/** The learner's row, if anything in it is different now. */
const changed = (
  sprint: Sprint,
  { person, facts }: Loaded,
  now: Omit<LearnerChange, "person">,
): LearnerChange | null =>
  sprint.person === person &&
  now.progress === facts.progress &&
  now.certificates === facts.certificates &&
  now.consentVersion === null
    ? null
    : { person: forStorage(sprint.person), ...now };
