import type { Capabilities } from "../../src/channels/capabilities.ts";
import type { Env } from "../../src/engine/context.ts";
import { Step } from "../../src/engine/definition/steps.ts";
import type { Definition } from "../../src/engine/definition.ts";
import type { Text } from "../../src/engine/text.ts";
import { cleaned } from "../../src/people/clean.ts";
import { vocabulary } from "../../src/product/vocabulary.ts";
import { inspect } from "../../src/scam/inspect.ts";
import type { TurnWorld } from "../../src/turns/world.ts";
import { hearing } from "../spoken.ts";

const t = (key: string): Text => ({ ns: "t", key });
const option = (id: string, to: object = {}) => ({ id, label: t(id), ...to });
const ask = (...options: object[]) => ({ kind: "choose", options });
const say = (key: string) => ({ kind: "say", text: t(key) });
const record = (what: string, more: object = {}) => ({ kind: "record", what, ...more });

/** A flow from plain steps, proven by the engine's own schema. */
const flow = (
  id: string,
  states: Record<string, object[]>,
  kind: Definition["kind"] = "flow",
  version = "v1",
): Definition => ({
  id,
  version,
  kind,
  title: t(id),
  start: Object.keys(states)[0] ?? "",
  states: Object.fromEntries(
    Object.entries(states).map(([s, steps]) => [
      s,
      { id: s, steps: steps.map((x) => Step.parse(x)), checkpoint: false },
    ]),
  ),
});

/** The two sides of a talk: what was heard, and what is typed. */
const spoken = (...options: object[]): Record<string, object[]> => ({
  heard: [say("heard"), { kind: "set", var: "said", to: "" }, { kind: "goto", to: "talk" }],
  "held-back": [say("held-back"), { kind: "goto", to: "talk" }],
  talk: [
    say("write"),
    {
      ...ask(...options),
      typed: { as: "words", cut: "cut", goto: "said", refused: "refused", media: "pictured", ofAnother: true },
    },
  ],
  said: [
    record("ticket-said", { ref: "$ticket", data: { words: "$words", cut: "$cut" } }),
    { kind: "set", var: "words", to: "" },
    say("sent"),
    { kind: "goto", to: "talk" },
  ],
  refused: [record("ticket-held-back", { ref: "$ticket" }), say("refused"), { kind: "goto", to: "talk" }],
  pictured: [say("no-pictures"), { kind: "goto", to: "talk" }],
});

/** Just enough of a house to turn a conversation: consent, a menu, a lesson with a one-question quiz, and the small talk the engine calls by name. */
export const tinyFlows: readonly Definition[] = [
  flow("menu", {
    menu: [
      say("menu"),
      {
        kind: "choose",
        options: [
          option("lesson", { call: "lesson:one" }),
          option("offer", { goto: "offer" }),
          option("add", { goto: "add" }),
          option("erase", { goto: "erase" }),
          option("withdraw", { goto: "withdraw" }),
          option("ticket", { goto: "ticket" }),
          option("push", { when: "is-team", goto: "push" }),
          option("count", { goto: "count" }),
          option("boom", { goto: "boom" }),
          option("who", { goto: "who" }),
          option("child", { goto: "child" }),
        ],
      },
    ],
    offer: [
      { kind: "set", var: "code", to: "@random-code" },
      record("link-offered", { data: { code: "$code" } }),
      say("your-code"),
      ask(option("done", { goto: "menu" })),
    ],
    add: [
      { kind: "set", var: "learner", to: "@new-id" },
      record("learner-added", { data: { learner: "$learner" } }),
      say("added"),
      { kind: "end" },
    ],
    who: [
      {
        kind: "choose",
        as: "learner",
        from: "household",
        options: [option("back", { goto: "menu" })],
        each: { goto: "switch" },
      },
    ],
    switch: [record("learner-switched", { data: { learner: "$learner" } }), { kind: "end" }],
    erase: [record("erased"), say("erased"), { kind: "end" }],
    withdraw: [
      { kind: "set", person: "consent", to: "no" },
      record("consent-withdrawn"),
      say("withdrawn"),
      { kind: "goto", to: "menu" },
    ],
    child: [
      { kind: "set", person: "age", to: "under16" },
      { kind: "set", person: "consent", to: "no" },
      { kind: "set", person: "age", to: null },
      { kind: "goto", to: "menu" },
    ],
    ticket: [
      say("words?"),
      { kind: "ask", as: "words", accept: "words", retry: t("retry"), skip: { label: t("skip"), goto: "hand" } },
      { kind: "goto", to: "hand" },
    ],
    hand: [{ kind: "hand-off", topic: "stuck", text: "words" }, say("someone-comes"), { kind: "end" }],
    push: [
      { kind: "set", var: "lesson", to: "one" },
      { kind: "set", var: "village", to: "v1" },
      { kind: "set", var: "eligible", to: "@push-eligible" },
      { kind: "set", var: "version", to: "@push-version" },
      { kind: "set", var: "push", to: "@new-id" },
      record("push-confirmed", { ref: "one", data: { village: "v1", push: "$push", version: "$version" } }),
      say("queued"),
      { kind: "end" },
    ],
    count: [{ kind: "set", var: "n", to: 1, add: true }, say("counted"), ask(option("further", { goto: "count" }))],
    boom: [{ kind: "set", var: "boom", to: true }, say("boom"), ask(option("on", { goto: "menu" }))],
  }),
  flow("onboarding", {
    consent: [
      say("consent"),
      ask(option("yes", { goto: "yes" }), option("no", { goto: "no" }), option("young", { goto: "young" })),
    ],
    young: [
      { kind: "set", person: "age", to: "under16" },
      { kind: "goto", to: "agreed" },
    ],
    yes: [
      { kind: "set", person: "age", to: "30-49" },
      { kind: "goto", to: "agreed" },
    ],
    agreed: [
      { kind: "set", person: "consent", to: "yes" },
      record("consent-given", { data: { version: "2026-11-2" } }),
      { kind: "goto", to: "village" },
    ],
    no: [{ kind: "set", person: "consent", to: "no" }, record("consent-refused"), { kind: "return" }],
    village: [say("which"), { kind: "choose", as: "village", from: "villages", each: { goto: "villaged" } }],
    villaged: [{ kind: "set", person: "village", to: "$village" }, { kind: "return" }],
  }),
  flow(
    "lesson:one",
    {
      begin: [
        record("lesson-started", { ref: "one" }),
        { kind: "remind", hours: 24 },
        say("step"),
        ask(option("next", { goto: "quiz" })),
      ],
      quiz: [say("question"), ask(option("right", { goto: "passed" }), option("wrong", { goto: "failed" }))],
      passed: [
        { kind: "set", var: "score", to: 1 },
        { kind: "set", var: "of", to: 1 },
        record("lesson-finished", { ref: "one" }),
        record("quiz-finished", { ref: "one", data: { score: "$score", of: "$of", passed: true } }),
        { kind: "set", var: "code", to: "@random-code" },
        record("certificate-earned", { ref: "basic", data: { code: "$code", lesson: "one" } }),
        say("passed"),
        { kind: "return" },
      ],
      failed: [
        { kind: "set", var: "score", to: 0 },
        { kind: "set", var: "of", to: 1 },
        record("lesson-finished", { ref: "one" }),
        record("quiz-finished", { ref: "one", data: { score: "$score", of: "$of", passed: false } }),
        say("failed"),
        { kind: "return" },
      ],
    },
    "lesson",
  ),
  flow("invitation", {
    ask: [say("join?"), ask(option("join", { goto: "joined" }))],
    joined: [record("invitation-accepted", { data: { code: "$code" } }), say("welcome"), { kind: "end" }],
  }),
  flow("alarms", {
    ask: [say("alarms-here?"), ask(option("yes", { goto: "linked" }))],
    linked: [record("alarms-linked", { data: { code: "$code" } }), say("told-here"), { kind: "end" }],
  }),
  flow("ticket", {
    check: [
      { kind: "when", is: "ticket-over", then: { goto: "over" } },
      { kind: "when", is: "ticket-said", then: { goto: "heard" } },
      { kind: "when", is: "ticket-held-back", then: { goto: "held-back" } },
      { kind: "when", is: "ticket-mine", then: { goto: "mine" }, else: { goto: "offer" } },
    ],
    offer: [
      say("somebody-asks"),
      { kind: "set", var: "words", to: "" },
      ask(option("take", { goto: "taken" }), option("leave", { return: "done" })),
    ],
    taken: [record("ticket-taken", { ref: "$ticket" }), say("yours"), { kind: "goto", to: "talk" }],
    mine: [say("done?"), { kind: "goto", to: "talk" }],
    ...spoken(
      option("closed", { goto: "closed" }),
      option("later", { goto: "kept" }),
      option("visit", { goto: "visit" }),
      option("pass", { goto: "pass" }),
      option("unreached", { goto: "unreached" }),
    ),
    closed: [record("ticket-closed", { ref: "$ticket", data: { result: "done" } }), say("thanks"), { kind: "return" }],
    unreached: [record("ticket-closed", { ref: "$ticket", data: { result: "unreached" } }), { kind: "return" }],
    visit: [record("ticket-visit", { ref: "$ticket" }), say("will-go"), { kind: "return" }],
    pass: [record("ticket-handed-on", { ref: "$ticket" }), say("passed-on"), { kind: "return" }],
    kept: [record("ticket-kept", { ref: "$ticket" }), { kind: "return" }],
    over: [say("yours-no-more"), { kind: "return" }],
  }),
  flow("talk", {
    begin: [
      { kind: "when", is: "ticket-handed-on", then: { goto: "handed-on" } },
      { kind: "when", is: "ticket-over", then: { goto: "over" } },
      { kind: "when", is: "ticket-said", then: { goto: "heard" } },
      { kind: "when", is: "ticket-held-back", then: { goto: "held-back" } },
      { kind: "goto", to: "here" },
    ],
    here: [say("somebody-is-there"), { kind: "goto", to: "talk" }],
    ...spoken(option("away", { goto: "away" }), option("solved", { goto: "solved" })),
    away: [say("assistant-again"), { kind: "return" }],
    solved: [record("ticket-solved", { ref: "$ticket" }), say("well-done"), { kind: "return" }],
    "handed-on": [say("handed-on"), { kind: "return" }],
    over: [say("talk-is-over"), { kind: "return" }],
  }),
  flow("link-accept", {
    ask: [say("is-that-you"), ask(option("yes", { goto: "known" }))],
    known: [{ kind: "when", is: "has-consent", then: { goto: "same" }, else: { goto: "accepted" } }],
    same: [say("same?"), ask(option("two", { goto: "accepted" }), option("one", { goto: "merged" }))],
    accepted: [record("link-accepted", { data: { code: "$code" } }), { kind: "end" }],
    merged: [record("link-accepted", { data: { code: "$code", same: true } }), { kind: "end" }],
  }),
  flow("link-undo", {
    told: [say("another-phone"), ask(option("mine", { return: "done" }), option("undo-link", { goto: "undone" }))],
    undone: [record("link-undone", { data: { link: "$link" } }), say("parted"), { kind: "return" }],
  }),
  flow("pushed-lesson", {
    offer: [say("pushed"), ask(option("open", { goto: "open" }), option("later", { goto: "later" }))],
    open: [
      record("push-opened", { ref: "$push", data: { lesson: "$lesson" } }),
      { kind: "call", flow: "$flow" },
      { kind: "return" },
    ],
    later: [record("push-declined", { ref: "$push", data: { lesson: "$lesson" } }), { kind: "end" }],
  }),
  ...["person", "found", "not-understood", "stop", "help", "language", "my-data", "welcome-back"].map((id) =>
    flow(id, { only: [say(id), ask(option("ok", { return: "done" }))] }),
  ),
];

export const buttons: Capabilities = {
  name: "telegram",
  textCharacters: 4096,
  captionCharacters: 1024,
  buttons: 100,
  buttonCharacters: 60,
  pictures: true,
  listen: false,
  bar: false,
  bold: "html",
};

/** Ids and numbers one can read in a failure: id-1, id-2 … */
export const mockUniverse = () => {
  let n = 0;
  let r = 0;
  return {
    id: (): string => `id-${++n}`,
    random: (): number => {
      r = (r * 1103515245 + 12345 + n) % 2147483648;
      return r / 2147483648;
    },
  };
};

export const tinyWorld = (
  { id, random }: { readonly id: () => string; readonly random: () => number },
  flows: readonly Definition[] = tinyFlows,
): TurnWorld => {
  const byId = new Map(flows.map((f) => [f.id, f]));
  const words: TurnWorld["words"] = (text) =>
    text.key === "literal"
      ? String(text.args?.text)
      : text.key === "heard"
        ? `heard: ${String(text.args?.said)}`
        : text.key;
  return {
    env: (now, capabilities): Env => ({
      now,
      id,
      random,
      capabilities,
      flow: (name, version) => {
        const found = byId.get(name);
        return found && (version === undefined || found.version === version) ? found : undefined;
      },
      search: () => ({ found: [], sure: false, person: false, readable: true }),
      inspect,
      pasted: () => false,
      within: () => null,
      urgent: () => null,
      hearing,
      sentences: () => 0,
      vocabulary,
      cleaned,
      catalogue: [
        {
          id: "one",
          kind: "lesson",
          title: t("one"),
          summary: t("one"),
          minutes: 3,
          track: "basic",
          urgent: false,
          group: "one",
        },
      ],
      languages: [],
      tracks: [{ id: "basic", title: t("basic"), lessons: ["one"] }],
      words: (text, language) => words(text, language, {}, ""),
    }),
    words: (text, language, args, day) => {
      // A flow may ask for a bug: the turn after this one throws.
      if (text.key === "boom") throw new Error("boom");
      return words(text, language, args, day);
    },
    codeOf: (code) => (code === "BAI1" ? { opens: "lesson", id: "one" } : undefined),
  };
};
