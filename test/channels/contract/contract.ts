import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addVillages } from "../../house/house.ts";
import { conversations } from "./conversations.ts";
import { endOf } from "./end.ts";
import { noTrace } from "./no-trace.ts";
import type { Someone, Town } from "./town.ts";

/**
 * What every channel promises, unchanged for each: the same conversations through its own fake server and the whole
 * house end in the same session, learner, learning events and tickets (`ends/`, one file for all channels), and all
 * that went over the wire is as reviewed (`wire/<channel>.txt`). `npm test -- --update` writes both; the diff is the review.
 * `reviewed`: false for a channel made up by a test, whose wire is nobody's.
 */
export const channelContract = (name: string, makeTown: () => Promise<Town>, reviewed = true): void => {
  describe(`the contract of a channel: ${name}`, () => {
    let town: Town;
    const wire: string[] = [];
    beforeAll(async () => {
      town = await makeTown();
      await addVillages(town.house);
    });
    afterAll(() => town.close());

    test.each(conversations.map((c, i) => ({ ...c, n: i + 1 })))("$id", async ({ id, talk, n }) => {
      const person = town.person(n);
      wire.push(`######## ${id}`);
      await talk(told(person, wire, town), town.house);
      await expect(endOf(town.house, person)).toMatchFileSnapshot(join(import.meta.dirname, `ends/${id}.yaml`));
    });

    test.runIf(reviewed)("every message on the wire", async () => {
      await expect(`${wire.join("\n\n")}\n`).toMatchFileSnapshot(join(import.meta.dirname, `wire/${name}.txt`));
    });

    test("what is private leaves no trace", () => noTrace(town.person(conversations.length + 1), town.house));
  });
};

/** A person whose doings are written down with what the house then sent. */
const told = (person: Someone, wire: string[], town: Town): Someone => {
  const write = async (what: string, doing: () => Promise<string>): Promise<string> => {
    wire.push(`» ${what}`);
    const heard = await doing();
    wire.push(...town.wire());
    return heard;
  };
  return {
    ...person,
    opens: () => write("opens", person.opens),
    says: (text) => write(`says: ${text}`, () => person.says(text)),
    chooses: (label) => write(`chooses: ${label}`, () => person.chooses(label)),
    choosesAgain: (label) => write(`chooses again: ${label}`, () => person.choosesAgain(label)),
    isBroughtTwice: () => write("is brought twice", person.isBroughtTwice),
    sends: person.sends && ((what) => write(`sends a ${what}`, async () => (person.sends ? person.sends(what) : ""))),
  };
};
