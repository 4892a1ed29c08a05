import { describe, expect, test } from "vitest";
import { type Command, commandNames } from "../../src/engine/commands.ts";
import type { Facts } from "../../src/engine/facts.ts";
import { forgotten } from "../../src/engine/person.ts";
import type { Run } from "../../src/engine/session.ts";
import { spoken } from "../spoken.ts";
import { agreed, begin, commune, expectWayOut, facts, inFlow, library, type Talk } from "./world.ts";

const rich: Facts = {
  ...facts,
  commune: { ...commune, villages: commune.villages.slice(0, 3) },
  household: [
    { id: "p1", name: "Lan" },
    { id: "p2", name: "Tư" },
  ],
  certificates: [{ code: "23456789", track: "co-ban" }],
  team: { places: ["v1"] },
  pushes: library.catalogue
    .filter((e) => e.kind === "lesson")
    .map(({ id }) => ({
      lesson: id,
      village: "v1",
      eligible: 3,
      finished: 1,
      optedOut: 1,
      had: 0,
      full: 0,
      unreached: 0,
    })),
};
const vars: Record<string, Run["vars"]> = {
  found: { found: ["guide:vneid-muc2", "lesson:giu-ma-otp"] },
  "not-understood": { found: ["guide:vneid-muc2"] },
  "welcome-back": { stopped: "lesson:dien-thoai" },
  "pushed-lesson": { lesson: "dien-thoai", push: "push", flow: "lesson:dien-thoai" },
  invitation: { code: "AAAABBBB", village: "v2", usable: true },
  alarms: { code: "AAAABBBB", reached: true },
  review: { items: [], of: 1 },
  talk: { ticket: "t-1", taker: "Tâm" },
  ticket: { ticket: "t-1", mine: true, minutes: 4 },
  "link-accept": { code: "AAAABBBB", learner: "p2", whose: "Tư", usable: true },
};

/** A talk at every question of a flow, each reached by presses from its beginning. Tests go on from a fork of it. */
const questionsOf = (id: string): readonly Talk[] => {
  const found = new Map<string, Talk>();
  const todo: Talk[] = [begun(id)];
  for (let talk = todo.shift(); talk; talk = todo.shift()) {
    if (talk.session.runs.at(-1)?.flow !== id || talk.session.status === "done" || found.has(talk.top)) continue;
    found.set(talk.top, talk);
    for (const key of talk.keys) if (key !== "person" && key !== "more") todo.push(talk.fork().press(key));
  }
  return [...found.values()];
};

const begun = (id: string): Talk => {
  // What serves one province alone is gone through there.
  const province = library.definitions.get(id)?.onlyIn ?? commune.province;
  const known = { ...rich, commune: { ...rich.commune, province } };
  // Who agreed already is asked nothing there.
  const who =
    id === "agree"
      ? { ...forgotten(agreed), consent: "no" as const }
      : { ...agreed, role: "team" as const, ...(id === "about" && { village: null }) };
  return inFlow(id, who, known, undefined, vars[id] ?? {});
};

/** What is typed there and is none of its options goes to a person. */
const toSomebody = ({ session }: Talk): boolean => {
  const run = session.runs.at(-1);
  const step = run && library.definitions.get(run.flow)?.states[run.state]?.steps[run.at];
  return step?.kind === "choose" && step.typed !== undefined;
};

const stays: readonly Command[] = ["repeat", "picture", "listen"];
const asides: readonly (readonly [Command, string])[] = [
  ["person", "person"],
  ["help", "help"],
  ["language", "language"],
  ["data", "my-data"],
  ["stop", "stop"],
];

describe.each([...library.definitions.keys()])("%s", (id) => {
  const questions = questionsOf(id);

  test("has questions, each with a way out", () => {
    expect(questions.length).toBeGreaterThan(0);
    for (const question of questions) expectWayOut(question);
  });

  test("every command works at every question and never loses the place", () => {
    for (const question of questions) {
      const { place } = question;
      for (const command of commandNames) {
        const word = spoken.commands[command][0] ?? "";
        // A button of the channel gives the command the same way wherever one stands: once a flow is enough.
        for (const input of question === questions[0] ? [word, `/${word}`] : [word]) {
          const talk = question.fork();
          input.startsWith("/") ? talk.press(input) : talk.type(input);
          const where = `${command} at ${place}`;
          expectWayOut(talk);
          expect(
            talk.events.some((e) => e.type === "failed"),
            where,
          ).toBe(false);
          if (stays.includes(command)) expect(talk.place, where).toBe(place);
          if (command === "menu") expect(talk.top, where).toBe("menu/start");
          if (command === "stop") expect(talk.person.optedOut, where).toBe(true);
          const aside = asides.find(([c]) => c === command);
          // Whoever types to a person has one, and asks that person for help.
          if (!aside || (toSomebody(question) && (command === "person" || command === "help"))) continue;
          expect(talk.session.runs.at(-1)?.flow, where).toBe(aside[1]);
          if (id !== aside[1] && !["found", "not-understood", "welcome-back"].includes(id))
            expect(talk.type("quay lại").place, where).toBe(place);
        }
      }
    }
  });

  test("media, a private number and an old button are answered, and the question is asked again", () => {
    for (const question of questions) {
      const { place, keys } = question;
      for (const media of ["photo", "sticker", "voice", "location", "file", "unsupported"] as const) {
        const talk = question.fork().give({ type: "media", media });
        expect([talk.place, talk.keys]).toEqual([place, keys]);
        // Whoever types to a person hears from the flow that pictures are not passed on.
        if (!toSomebody(question)) expect(talk.message.blocks[0]).toMatchObject({ text: { key: `media.${media}` } });
      }
      const warned = question.fork().give({ type: "text", text: "012345678901", sensitive: true });
      expect([warned.place, warned.keys]).toEqual([place, keys]);
      expect(warned.message.blocks[0]).toMatchObject({ kind: "note", tone: "danger" });
      const stale = question.fork().give({ type: "press", token: "an-old-one", key: keys[0] ?? "x" });
      expect([stale.place, stale.keys]).toEqual([place, keys]);
      expect(stale.said).toContain("câu trước");
    }
  });

  test("every shown number chooses what stands beside it", () => {
    for (const question of questions) {
      for (const { n, key } of question.message.choices) {
        if (n === undefined || key === "menu") continue;
        expect(question.fork().type(String(n)).place, `${n} = ${key}`).toBe(question.fork().press(key).place);
        // Said to a person, it is no answer.
        if (!toSomebody(question))
          expect(question.fork().type(`bấm số ${n}`).place).toBe(question.fork().press(key).place);
      }
    }
  });
});

test("the menu is where everybody can begin", () => {
  expect(begin().top).toBe("menu/start");
});
