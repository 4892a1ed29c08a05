import type { EntryFlows, Env } from "../engine/context.ts";
import type { Facts } from "../engine/facts.ts";
import type { Run } from "../engine/session.ts";

/** A flow that is entered from outside, and what it is then given. */
type Door = {
  readonly id: string;
  /** The variables it is handed that its texts may say. */
  readonly says?: readonly string[];
  /** What it could be handed, for the checker, which goes into every flow by itself. */
  readonly sample?: (facts: Facts, env: Env) => Run["vars"];
};

/** Forty letters: the longest a person can be called here. */
export const longName = "Nguyễn Hoàng Phương Khánh Thiên Trang An";

/**
 * The doors of the house: the flows the engine goes into by itself or a code opens. A flow that is neither one of these,
 * nor called, nor in the catalogue, is never reached.
 */
const entryDoors = {
  menu: { id: "menu" },
  onboarding: { id: "onboarding" },
  welcomeBack: {
    id: "welcome-back",
    says: ["stopped"],
    sample: (_facts, env) => ({
      stopped: env.catalogue[0] ? `${env.catalogue[0].kind}:${env.catalogue[0].id}` : "menu",
    }),
  },
  who: { id: "who" },
  person: { id: "person", sample: () => ({ circling: true }) },
  help: { id: "help" },
  stop: { id: "stop" },
  language: { id: "language" },
  data: { id: "my-data" },
  download: { id: "data-download" },
  assessment: { id: "self-assessment" },
  reviewWish: { id: "review-mine" },
  review: {
    id: "review",
    says: ["items", "of"],
    sample: (_facts, env) => ({ items: [someReview(env)], of: 1 }),
  },
  found: {
    id: "found",
    sample: (facts, env) => ({
      found: topics(env),
      how: facts.commune.villages.length === 0 ? "unsure" : facts.pushes.length > 0 ? "both" : "sure",
      asked: facts.pushes.length > 0 ? "làm giấy" : null,
    }),
  },
  notUnderstood: { id: "not-understood", sample: (_facts, env) => ({ found: topics(env) }) },
  pushed: {
    id: "pushed-lesson",
    says: ["lesson", "push", "flow"],
    sample: (_facts, env) => {
      const lesson = env.catalogue.find((e) => e.kind === "lesson")?.id ?? "";
      return { lesson, push: "push", flow: `lesson:${lesson}` };
    },
  },
  invitation: {
    id: "invitation",
    says: ["code", "village"],
    sample: (facts) => ({
      code: "AAAABBBB",
      village: facts.commune.villages[0]?.id ?? null,
      usable: facts.pushes.length > 0,
    }),
  },
  alarms: {
    id: "alarms",
    says: ["code"],
    sample: (facts) => ({ code: "AAAABBBB", reached: facts.pushes.length > 0 }),
  },
  link: {
    id: "link-accept",
    says: ["code", "learner", "initial", "place", "lessons"],
    sample: (facts) => ({
      code: "AAAABBBB",
      learner: "other",
      initial: "N",
      place: longName,
      lessons: 12,
      usable: facts.pushes.length > 0,
    }),
  },
  linkUndo: { id: "link-undo", says: ["link"], sample: () => ({ link: "joining" }) },
  ticket: {
    id: "ticket",
    says: [
      "ticket",
      "whose",
      "village",
      "stopped",
      "step",
      "steps",
      "words",
      "urgent",
      "minutes",
      "mine",
      "said",
      "over",
    ],
    sample: (facts) => ({
      ticket: "ticket",
      whose: "Nguyễn Thị Hoa",
      village: facts.commune.villages[0]?.id ?? null,
      stopped: "guide:vneid-cai-dat",
      step: 3,
      steps: 7,
      words: "x".repeat(100),
      urgent: true,
      minutes: 184,
      mine: facts.pushes.length > 0,
    }),
  },
  talk: {
    id: "talk",
    says: ["ticket", "taker", "said", "over"],
    sample: () => ({ ticket: "ticket", taker: longName }),
  },
  looked: { id: "scam-check", sample: () => ({ seen: ["dangerous", "fake-address"] }) },
  moneyGone: { id: "safety:bi-lua-lam-gi" },
} as const satisfies Readonly<Record<keyof EntryFlows | "invitation" | "alarms" | "link", Door>>;

/** The door a flow is, if it is one. */
export const doorOf = (flow: string): Door | undefined => Object.values<Door>(entryDoors).find(({ id }) => id === flow);

/** The first question that can be asked again. */
const someReview = (env: Env): string => {
  const lesson = env.flow(`lesson:${env.catalogue.find((e) => e.kind === "lesson")?.id}`);
  const question = Object.keys(lesson?.states ?? {}).find((s) => s.startsWith("q-"));
  return lesson && question ? `${lesson.id.replace("lesson:", "review:")}/${question.slice(2)}` : "";
};

const topics = (env: Env): readonly string[] => env.catalogue.slice(0, 3).map((e) => `${e.kind}:${e.id}`);

type Doors = typeof entryDoors;
/** The flow behind each door. */
export const entryFlows = Object.fromEntries(Object.entries<Door>(entryDoors).map(([key, { id }]) => [key, id])) as {
  readonly [K in keyof Doors]: Doors[K]["id"]; // the same keys, each with its own id
};
