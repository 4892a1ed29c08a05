import { expect, test } from "vitest";
import { fold } from "../../src/kit/text.ts";
import { hearing, spoken } from "../spoken.ts";
import { agreed, begin, library, type Talk } from "./world.ts";

const asking = [...library.definitions.values()].flatMap((flow) =>
  Object.values(flow.states).flatMap((state) =>
    state.steps.some((s) => s.kind === "ask" && s.accept === "name") ? [[flow.id, state.id] as const] : [],
  ),
);
const bare = Object.values(spoken.commands)
  .flat()
  .filter((word) => /^\p{L}+$/u.test(word) && fold(word) !== word);

test("there are name questions and command words that lose their marks", () => {
  expect(asking.length).toBeGreaterThan(1);
  expect(bare).toContain("dừng");
});

/** A talk that stands at this question, as somebody would who pressed their way there. */
const at = (flow: string, state: string, person = agreed): Talk => {
  const talk = begin(person);
  const asked = library.definitions.get(flow);
  const at = asked?.states[state]?.steps.findIndex((s) => s.kind === "ask") ?? -1;
  const run = { flow, version: asked?.version ?? "", state, at, vars: {}, trail: [] };
  talk.session.runs = [...talk.session.runs, run];
  talk.session.wait = { kind: "ask", page: 0, shown: [{ n: 1, key: "skip" }] };
  return talk;
};

/** Whoever is called so, at every question for a name there is. */
test.each(asking)("%s/%s: one word without its marks is a name", (flow, state) => {
  for (const typed of [...new Set(bare.map(fold)), "Dung", "DUNG", "Tiếp", "tiep"]) {
    const talk = at(flow, state, agreed).type(typed);
    expect([typed, talk.person.optedOut, talk.person.name]).toEqual([typed, false, typed]);
  }
});

test.each(asking)("%s/%s: the word with its marks, a number and a phrase stay commands", (flow, state) => {
  expect(at(flow, state, agreed).type("dừng").person.optedOut).toBe(true);
  expect(at(flow, state, agreed).type("0").top).toBe("menu/start");
  expect(at(flow, state, agreed).type("gap nguoi").top).toBe("person/ask");
});

test.each(asking)("%s/%s: the words on the button that skips it are no name", (flow, state) => {
  const nameless = { ...agreed, name: null };
  const ask = library.definitions.get(flow)?.states[state]?.steps.find((s) => s.kind === "ask");
  for (const language of ["vi", "en"]) {
    const typed = ask?.kind === "ask" ? library.words.say(ask.skip.label, language, {}) : "";
    expect(at(flow, state, { ...nameless, language }).type(typed).person.name, typed).toBeNull();
  }
});

test("a command with every mark is the same at a name and elsewhere, but for going on", () => {
  expect(["dừng", "menu", "giúp", "tiếp"].map(hearing.commandAtName)).toEqual(["stop", "menu", "help", null]);
});
