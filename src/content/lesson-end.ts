import { app, type Text } from "../engine/text.ts";
import { type Draft, finish, toMenu, toPageBelow } from "./compiled.ts";

/**
 * What comes behind the quiz of a lesson: the result, what is kept of it, the certificate, what to learn next. Whoever is in
 * the middle of a lesson stands on the names of these states (`keep`, `kept`, …), so they stay as they are.
 */
export const lessonEnd = (lesson: string, title: Text, picture: { id: string; alt: Text }): readonly Draft[] => {
  const finished = (passed: boolean) => [
    // Nothing is left to be reminded of.
    { kind: "set" as const, var: "remind", to: null },
    ...(passed ? [finish] : []),
    { kind: "record" as const, what: "lesson-finished" as const, ref: lesson, data: {} },
    {
      kind: "record" as const,
      what: "quiz-finished" as const,
      ref: lesson,
      data: { score: "$score", of: "$of", passed },
    },
  ];
  const wellDone = [
    { kind: "say" as const, title: app("lesson.done"), text: app("lesson.score") },
    { kind: "say" as const, text: title },
    { kind: "set" as const, var: "left", to: "@lessons-left" },
    { kind: "say" as const, if: "lessons-left" as const, text: app("lesson.left") },
  ];
  const another = { id: "lessons", label: app("lesson.another"), return: "lessons" };
  const next = {
    kind: "choose" as const,
    as: "next",
    from: "next-lesson" as const,
    each: { goto: "onward" },
    options: [toPageBelow, another, { id: "summary", label: app("lesson.summary"), goto: "summary" }, toMenu],
  };
  return [
    { id: "result", steps: [{ kind: "when", is: "quiz-passed", then: { goto: "passed" }, else: { goto: "again" } }] },
    {
      id: "passed",
      steps: [
        // Nothing was asked before it; here somebody knows what there is to keep.
        { kind: "when", is: "consent-unasked", then: { goto: "keep" }, else: { goto: "finished" } },
      ],
    },
    {
      id: "keep",
      steps: [
        // So short that the choice below it is on a small screen with it.
        { kind: "say", title: app("lesson.done-score") },
        { kind: "call", flow: "agree" },
        { kind: "when", is: "has-consent", then: { goto: "kept" }, else: { goto: "unkept" } },
      ],
    },
    { id: "unkept", steps: [...finished(true), { kind: "goto", to: "then" }] },
    {
      id: "kept",
      steps: [
        // When it began nothing could be noted.
        { kind: "record", what: "lesson-started", ref: lesson, data: {} },
        ...finished(true),
        { kind: "call", flow: "about" },
        { kind: "goto", to: "then" },
      ],
    },
    {
      id: "finished",
      steps: [
        ...finished(true),
        { kind: "when", is: "track-complete", then: { goto: "named" }, else: {} },
        { kind: "when", is: "review-unasked", then: { goto: "well-done-and" }, else: {} },
        { kind: "when", is: "about-due", then: { goto: "well-done-about" }, else: { goto: "well-done" } },
      ],
    },
    { id: "well-done", steps: [...wellDone, next] },
    // Whether they may be asked again stands in the same message: a turn says one thing once.
    { id: "well-done-and", steps: [...wellDone, { kind: "call", flow: "review-ask" }, { kind: "goto", to: "then" }] },
    { id: "well-done-about", steps: [...wellDone, { kind: "call", flow: "about" }, { kind: "goto", to: "then" }] },
    { id: "then", steps: [{ kind: "say", question: app("lesson.then") }, next] },
    {
      id: "onward",
      steps: [
        { kind: "call", flow: "$next" },
        { kind: "when", is: "wants-lessons", then: { return: "lessons" }, else: { return: "menu" } },
      ],
    },
    // A certificate without a name is no use to anybody.
    {
      id: "named",
      steps: [
        // Whoever leaves at the name has the certificate still to come, and finds the way back to it.
        { kind: "set", var: "finished", to: null },
        { kind: "when", is: "no-name", then: { call: "about-name" }, else: {} },
        { kind: "goto", to: "certificate" },
      ],
    },
    {
      id: "certificate",
      steps: [
        finish,
        { kind: "set", var: "code", to: "@random-code" },
        { kind: "record", what: "certificate-earned", ref: "$track", data: { code: "$code", lesson } },
        {
          kind: "say",
          title: app("certificate.title"),
          text: app("certificate.earned"),
          certificate: { code: "code", alt: app("certificate.alt") },
          note: { tone: "info", text: app("certificate.not-vneid") },
        },
        next,
      ],
    },
    {
      id: "summary",
      steps: [
        { kind: "say", title: app("lesson.summary-title"), card: picture, text: app("lesson.summary-share") },
        { kind: "choose", options: [{ ...another, style: "main" }, toMenu] },
      ],
    },
    {
      id: "again",
      steps: [
        ...finished(false),
        { kind: "say", title: app("lesson.nearly"), text: app("lesson.nearly-score") },
        {
          kind: "choose",
          options: [
            { id: "again", label: app("lesson.again"), style: "main", return: "restart-here" },
            { id: "later", label: app("lesson.later"), when: "no-page-below", return: "menu" },
            { ...toPageBelow, style: "plain" },
          ],
          person: true,
        },
      ],
    },
  ];
};
