import type { Undone, Write } from "../../turn-store.ts";
import type { CodeHash } from "../code-hash.ts";
import type { Database } from "../driver.ts";
import { accountErased } from "./account-erased.ts";
import { alarmsLinked } from "./alarms.ts";
import { certificate } from "./certificate.ts";
import { downloadOffered } from "./download.ts";
import { erased, withdrawn } from "./erased.ts";
import { done, type Frame, type Writer } from "./frame.ts";
import { learnerAdded, learnerSwitched } from "./household.ts";
import { invitationAccepted } from "./invitation.ts";
import { linkUndone } from "./joining.ts";
import { learningEvent } from "./learning-event.ts";
import { linkAccepted, linkOffered } from "./link.ts";
import { pushConfirmed, pushed, pushSkipped } from "./push.ts";
import { question, questionCounted } from "./question.ts";
import { reviewAnswered, reviewDropped, reviewItem, reviewPlanned, reviewStarted } from "./review.ts";
import { searchChoice } from "./search-choice.ts";
import {
  ticket,
  ticketClimbed,
  ticketClosed,
  ticketGivenBack,
  ticketHandedOn,
  ticketKept,
  ticketReminded,
  ticketSolved,
  ticketTaken,
  ticketVisit,
} from "./ticket.ts";
import { ticketSaid, ticketTold } from "./ticket-talk.ts";
import { timer, timerPostponed } from "./timer.ts";
import { blocked, unaskedStopped } from "./unasked-stopped.ts";

type Writers = { readonly [K in Write["write"]]: Writer<K> };

/** One writer a kind, statements prepared once; a missing kind does not compile. */
export const writers = (db: Database, hashed: CodeHash): ((write: Write, frame: Frame) => Undone | null) => {
  const of = {
    "learning-event": learningEvent(db),
    timer: timer(db),
    "timer-postponed": timerPostponed(db),
    ticket: ticket(db),
    "ticket-taken": ticketTaken(db),
    "ticket-closed": ticketClosed(db),
    "ticket-kept": ticketKept(db),
    "ticket-visit": ticketVisit(db),
    "ticket-handed-on": ticketHandedOn(db),
    "ticket-given-back": ticketGivenBack(db),
    "ticket-solved": ticketSolved(db),
    "ticket-climbed": ticketClimbed(db),
    "ticket-reminded": ticketReminded(db),
    "ticket-said": ticketSaid(db),
    "ticket-told": ticketTold(db),
    question: question(db),
    "question-counted": questionCounted(db),
    "search-choice": searchChoice(db, hashed),
    certificate: certificate(db),
    "learner-added": learnerAdded(db),
    "learner-switched": learnerSwitched(db),
    "link-offered": linkOffered(db, hashed),
    "download-offered": downloadOffered(db, hashed),
    "link-accepted": linkAccepted(db, hashed),
    "link-undone": linkUndone(db),
    "invitation-accepted": invitationAccepted(db, hashed),
    "alarms-linked": alarmsLinked(db, hashed),
    "push-confirmed": pushConfirmed(db),
    "push-skipped": pushSkipped(db),
    pushed: pushed(db),
    "review-item": reviewItem(db),
    "review-planned": reviewPlanned(db),
    "review-started": reviewStarted(db),
    "review-answered": reviewAnswered(db),
    "review-dropped": reviewDropped(db),
    "unasked-stopped": unaskedStopped(db),
    blocked: blocked(db),
    withdrawn: withdrawn(db),
    erased: erased(db),
    "account-erased": accountErased(db),
  } satisfies Writers;
  return (write, frame) => {
    // Safe: `of` was just proven to hold, for each kind, a writer of that kind.
    const came = (of[write.write] as (w: Write, f: Frame) => Undone | typeof done | undefined)(write, frame);
    return came === undefined || came === done ? null : came;
  };
};
