import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settle as settleOn } from "../channels/contract/conversations.ts";
import { telegramTown } from "../channels/contract/telegram.ts";
import type { Someone, Town } from "../channels/contract/town.ts";
import { webTown } from "../channels/contract/web.ts";
import { zaloBotTown } from "../channels/contract/zalo-bot.ts";
import { zaloOaTown } from "../channels/contract/zalo-oa.ts";
import { addVillages, type RunningHouse, startHouse } from "../house/house.ts";
import { whole, worst } from "./hostile-texts.ts";
import { atWeb, type Person, settle, toConsent } from "./people.ts";
import { type Work, workMeter } from "./work.ts";

/**
 * A turn of the longest text, looked at for a cry for help, an answer, a command, small talk, private words and a
 * question, where several are said one after the other. An ordinary question takes a fiftieth of this; what grew with the
 * square of its text took many times as much.
 */
const budget = { blocks: 1_000_000, characters: 2_200_000 };
const within = (work: Work, turns: number): void => {
  expect(work.blocks / turns).toBeLessThan(budget.blocks);
  expect(work.characters / turns).toBeLessThan(budget.characters);
};

const meter = workMeter();
afterAll(() => meter.close());

/** So many at once: the meter looks at the whole house each time, and nobody says more than twelve in a minute. */
const inTens = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / 10) }, (_, i) => all.slice(10 * i, 10 * i + 10));

/** All of them where a text arrives whole; a handful where the door is another and the house behind it the same. */
const ways: readonly (readonly [string, () => Promise<Town>, readonly (readonly [string, string])[], number])[] = [
  ["telegram", telegramTown, whole, 60_000],
  // The web's page lets nobody type more, and its door takes no more.
  ["web", webTown, worst.slice(0, 5), 1_300],
  ["zalo-oa", zaloOaTown, worst.slice(0, 5), 60_000],
  ["zalo-bot", zaloBotTown, worst.slice(0, 5), 60_000],
];

describe.each(ways)("whatever is said on %s", (_, makeTown, texts, most) => {
  let town: Town;
  let people = 0;
  const newcomer = async (): Promise<Someone> => {
    const one = town.person(++people);
    await settleOn(one);
    return one;
  };

  beforeAll(async () => {
    town = await makeTown();
    await addVillages(town.house);
    // The search is made with the first question: as the server does, before anybody asks. In a turn it would be measured.
    town.house.taught.library.search("", "vi");
  });
  afterAll(() => town.close());

  test.each(inTens(texts).map((ten) => ({ names: ten.map(([name]) => name).join(", "), ten })))("$names", async ({
    ten,
  }) => {
    const [person, other] = [await newcomer(), await newcomer()];
    const heard: string[] = [];
    const work = await meter.during(async () => {
      for (const [, text] of ten) heard.push(await person.says(text.slice(0, most)));
    });
    // Somebody else is answered meanwhile.
    const [last = ""] = ten.map(([, text]) => text);
    heard.push(...(await Promise.all([person.says(last.slice(0, most)), other.says("menu")])));
    for (const words of heard) expect(words).toMatch(/\S/);
    within(work, ten.length);
  });
});

/** Takes the first choice that leads on until `there`, or until words are asked for. */
const goOn = async (p: Person, there: (last: Awaited<ReturnType<Person["last"]>>) => boolean): Promise<void> => {
  for (let n = 0; n < 60; n++) {
    const last = await p.last();
    if (there(last)) return;
    const way =
      last?.choices.find((c) => c.label.startsWith("65")) ?? last?.choices.find((c) => !c.key.startsWith("/"));
    await p.press(last?.token ?? "", way?.key ?? "");
  }
  throw new Error(`never came there: ${await p.heard()}`);
};

/** Where somebody may stand when they say it: each listens for something of its own before the search is asked. */
const stands: Readonly<Record<string, (p: Person) => Promise<unknown>>> = {
  "at the menu": (p) => settle(p, "Hoa"),
  "in a step of a guide": async (p) => {
    await p.opens("HD1");
    await goOn(p, (last) => last?.progress?.unit === "step");
  },
  "in a quiz": async (p) => {
    await p.opens("BAI1");
    await p.goesOnToTheQuiz();
  },
  "asked for a name": async (p) => {
    await toConsent(p);
    await goOn(p, (last) => last?.expects === "text");
  },
  "asked for words for a person": async (p) => {
    await settle(p, "Lan");
    await p.says("gặp người");
    await p.presses("Nhắn kèm");
  },
  "asked for the message to be looked at": async (p) => {
    await p.opens(null);
    await p.presses("Xem hộ một tin nhắn lạ");
    expect((await p.last())?.expects).toBe("text");
  },
};

describe("whatever is said", () => {
  let town: RunningHouse;
  let chats = 0;
  beforeAll(async () => {
    town = await startHouse();
    await addVillages(town.house);
    town.house.taught.library.search("", "vi");
  });
  afterAll(() => town.close());

  test.each(Object.entries(stands))("%s", async (_, stand) => {
    const people: Person[] = [];
    for (const _text of worst) {
      const p = atWeb(town.house, `stand-${++chats}`, { address: `198.51.100.${chats}` });
      await stand(p);
      people.push(p);
    }
    const before = await Promise.all(people.map((p) => p.last()));
    const work = await meter.during(async () => {
      for (const [i, [, text]] of worst.entries()) await people[i]?.says(text);
    });
    const after = await Promise.all(people.map((p) => p.last()));
    for (const [i, message] of after.entries()) expect(message?.token, worst[i]?.[0]).not.toBe(before[i]?.token);
    within(work, worst.length);
  });
});
