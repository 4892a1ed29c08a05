import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settle } from "../channels/contract/conversations.ts";
import { telegramTown } from "../channels/contract/telegram.ts";
import type { Someone, Town } from "../channels/contract/town.ts";
import { webTown } from "../channels/contract/web.ts";
import { zaloBotTown } from "../channels/contract/zalo-bot.ts";
import { zaloOaTown } from "../channels/contract/zalo-oa.ts";
import { addVillages } from "../house/house.ts";
import { whole } from "./hostile-texts.ts";
import { workMeter } from "./work.ts";

/**
 * Two turns of the longest text, looked at for a cry for help, an answer, a command, small talk, private words and a
 * question. An ordinary question takes a fiftieth of this; what grew with the square of its text took many times as much.
 */
const budget = { blocks: 2_000_000, characters: 4_000_000 };

const meter = workMeter();
afterAll(() => meter.close());

/** What arrives whole: the web's page lets nobody type more, and its door takes no more. */
const ways: readonly (readonly [string, () => Promise<Town>, number])[] = [
  ["web", webTown, 1_300],
  ["telegram", telegramTown, 60_000],
  ["zalo-oa", zaloOaTown, 60_000],
  ["zalo-bot", zaloBotTown, 60_000],
];

/** Nobody says more than so much in a minute, and the house slows down who does. */
const perPerson = 12;

describe.each(ways)("whatever is said on %s", (_, makeTown, most) => {
  let town: Town;
  let [person, other]: (Someone | null)[] = [];
  let people = 0;
  const newcomer = async (): Promise<Someone> => {
    const one = town.person(++people);
    await settle(one);
    return one;
  };

  beforeAll(async () => {
    town = await makeTown();
    await addVillages(town.house);
    // The search is made with the first question.
    await (await newcomer()).says("quên mật khẩu VNeID");
  });
  afterAll(() => town.close());

  test.each(whole.map(([name, text], i) => ({ name, text, i })))("$name", async ({ text, i }) => {
    if (i % perPerson === 0) [person, other] = [await newcomer(), await newcomer()];
    const heard: (string | undefined)[] = [];
    const work = await meter.during(async () => {
      heard.push(...(await Promise.all([person?.says(text.slice(0, most)), other?.says("menu")])));
    });
    expect(heard[0]).toMatch(/\S/);
    expect(heard[1]).toMatch(/\S/);
    expect(work.blocks).toBeLessThan(budget.blocks);
    expect(work.characters).toBeLessThan(budget.characters);
  });
});
