import type { EntryFlows } from "../engine/context.ts";

/**
 * The flows the engine goes into by itself: the doors of the house. A flow that is neither one of these, nor called, nor
 * in the catalogue, is never reached.
 */
export const entryFlows = {
  menu: "menu",
  onboarding: "onboarding",
  welcomeBack: "welcome-back",
  who: "who",
  person: "person",
  help: "help",
  stop: "stop",
  language: "language",
  data: "my-data",
  download: "data-download",
  assessment: "self-assessment",
  reviewWish: "review-mine",
  review: "review",
  found: "found",
  notUnderstood: "not-understood",
  pushed: "pushed-lesson",
  invitation: "invitation",
  alarms: "alarms",
  link: "link-accept",
  linkUndo: "link-undo",
  ticket: "ticket",
  looked: "scam-check",
  moneyGone: "safety:bi-lua-lam-gi",
} as const satisfies EntryFlows;
export type EntryFlow = (typeof entryFlows)[keyof typeof entryFlows];

/** Variables that the engine hands to an entry flow and its texts may say. */
export const handed: Partial<Readonly<Record<EntryFlow, readonly string[]>>> = {
  "welcome-back": ["stopped"],
  "pushed-lesson": ["lesson", "push", "flow"],
  review: ["items", "of"],
  invitation: ["code", "village"],
  alarms: ["code"],
  "link-accept": ["code", "learner", "initial", "place", "lessons"],
  "link-undo": ["link"],
  ticket: ["ticket", "whose", "village", "stopped", "step", "steps", "words", "urgent", "minutes", "mine"],
};
