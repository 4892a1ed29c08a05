import { describe, expect, test } from "vitest";
import { type Person, stranger } from "../../src/engine/person.ts";
import type { Run } from "../../src/engine/session.ts";
import { commune, envAt, facts, inFlow, library, type Talk } from "./world.ts";

const refused: Person = { ...stranger("p1"), consent: "no" };
/** Every flow that somebody who is not remembered comes to agreeing by, and where it leads once they are. */
type Way = readonly [flow: string, vars: Run["vars"], then: string];
const ways: readonly Way[] = [
  ["invitation", { code: "AAAABBBB", village: null, usable: true }, "invitation/ask"],
  ["link-offer", {}, "link-offer/code"],
  ["review-mine", {}, "review-mine/offer"],
  ["my-data", {}, "my-data/what"],
];

const come = ([flow, vars]: Way, person: Person): Talk => {
  const talk = inFlow(flow, person, facts, envAt(), vars);
  return flow === "my-data" ? talk.press("agree") : talk;
};

describe.each(ways)("%s", (...way) => {
  test("asks for consent, then the age, before anything else", () => {
    const talk = come(way, refused);
    expect(talk.top).toBe("agree/ask");
    expect(talk.press("agree").top).toBe("agree/age");
    expect(talk.person.consent).toBe("no");
  });

  test("an under-16 is told why and nothing is taken down", () => {
    const talk = come(way, refused).press("agree").press("list:under16");
    expect(talk.person).toEqual(refused);
    expect(talk.events.filter((e) => e.type === "recorded" && e.what === "consent-given")).toEqual([]);
    expect(talk.session.runs.map((r) => r.flow)).not.toContain("agree");
  });

  test("an adult goes on where they wanted to; a name is asked where it is needed, and may be skipped", () => {
    const talk = come(way, refused).press("agree").press("list:65plus");
    expect(talk.recorded("consent-given").length).toBe(1);
    if (way[0] === "my-data") expect(talk.top).toBe("about/village");
    if (way[0] === "invitation") expect(talk.top).toBe("about-name/name");
    if (talk.top !== way[2]) talk.type("bỏ qua");
    expect(talk.top).toBe(way[2]);
    expect(talk.person).toMatchObject({ consent: "yes", age: "65plus", village: null, audience: null, name: null });
  });
});

test("taking consent back and giving it again asks the age again", () => {
  const talk = inFlow("my-data", { ...refused, consent: "yes", age: "30-49" });
  talk.press("withdraw").press("withdraw");
  expect(talk.person).toEqual(refused);
  talk.press("agree").press("agree");
  expect(talk.top).toBe("agree/age");
});

test("a language changed on the way does not lead round the age", () => {
  const talk = inFlow("my-data", refused).press("agree").press("agree");
  talk.type("đổi ngôn ngữ").press("list:en");
  expect(talk.person).toMatchObject({ language: "en", consent: "no" });
  expect(talk.top).toBe("agree/age");
});

test("without villages nobody is asked for one", () => {
  const talk = inFlow("my-data", refused, { ...facts, commune: { ...commune, villages: [] } });
  expect(talk.press("agree").press("agree").press("list:65plus").top).toBe("about/work");
});

test("every flow that takes consent is agree", () => {
  const taking = [...library.definitions.values()].filter((d) =>
    Object.values(d.states).some((s) =>
      s.steps.some((x) => x.kind === "set" && x.person === "consent" && x.to === "yes"),
    ),
  );
  expect(taking.map((d) => d.id)).toEqual(["agree"]);
});
