import type { Env } from "../engine/context.ts";
import type { Facts } from "../engine/facts.ts";
import type { Run } from "../engine/session.ts";
import type { EntryFlow } from "../product/entry-flows.ts";

/** What the engine would hand to a flow it goes into by itself; nothing to any other. */
export const givenTo = (flow: string, facts: Facts, env: Env): Run["vars"] =>
  Object.entries(given).find(([id]) => id === flow)?.[1](facts, env) ?? {};

const given: Readonly<Record<EntryFlow, (facts: Facts, env: Env) => Run["vars"]>> = {
  menu: () => ({}),
  onboarding: () => ({}),
  "welcome-back": (_facts, env) => ({
    stopped: env.catalogue[0] ? `${env.catalogue[0].kind}:${env.catalogue[0].id}` : "menu",
  }),
  who: () => ({}),
  "scam-check": () => ({ seen: ["dangerous", "fake-address"] }),
  "safety:bi-lua-lam-gi": () => ({}),
  person: () => ({ circling: true }),
  help: () => ({}),
  stop: () => ({}),
  language: () => ({}),
  "my-data": () => ({}),
  "data-download": () => ({}),
  "self-assessment": () => ({}),
  "review-mine": () => ({}),
  review: (_facts, env) => ({ items: [someReview(env)], of: 1 }),
  found: (facts, env) => ({
    found: topics(env),
    how: facts.commune.villages.length === 0 ? "unsure" : facts.pushes.length > 0 ? "both" : "sure",
    asked: facts.pushes.length > 0 ? "làm giấy" : null,
  }),
  "not-understood": (_facts, env) => ({ found: topics(env) }),
  "pushed-lesson": (_facts, env) => {
    const lesson = env.catalogue.find((e) => e.kind === "lesson")?.id ?? "";
    return { lesson, push: "push", flow: `lesson:${lesson}` };
  },
  invitation: (facts) => ({
    code: "AAAABBBB",
    village: facts.commune.villages[0]?.id ?? null,
    usable: facts.pushes.length > 0,
  }),
  alarms: (facts) => ({ code: "AAAABBBB", reached: facts.pushes.length > 0 }),
  ticket: (facts) => ({
    ticket: "ticket",
    whose: "Nguyễn Thị Hoa",
    village: facts.commune.villages[0]?.id ?? null,
    stopped: "guide:vneid-cai-dat",
    step: 3,
    steps: 7,
    words: "x".repeat(100),
    urgent: true,
    minutes: 184,
    mine: false,
  }),
  "link-undo": () => ({ link: "joining" }),
  "link-accept": (facts) => ({
    code: "AAAABBBB",
    learner: "other",
    initial: "N",
    place: longName,
    lessons: 12,
    usable: facts.pushes.length > 0,
  }),
};

/** Forty letters: the longest a person can be called here. */
export const longName = "Nguyễn Hoàng Phương Khánh Thiên Trang An";

/** The first question that can be asked again. */
const someReview = (env: Env): string => {
  const lesson = env.flow(`lesson:${env.catalogue.find((e) => e.kind === "lesson")?.id}`);
  const question = Object.keys(lesson?.states ?? {}).find((s) => s.startsWith("q-"));
  return lesson && question ? `${lesson.id.replace("lesson:", "review:")}/${question.slice(2)}` : "";
};

const topics = (env: Env): readonly string[] => env.catalogue.slice(0, 3).map((e) => `${e.kind}:${e.id}`);
