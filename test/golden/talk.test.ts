import { resolve } from "node:path";
import { expect, test } from "vitest";
import { allChannels } from "../../src/channels/all.ts";
import { played } from "../conversation.ts";
import { realLibrary, realWorld } from "../universe.ts";

const world = realWorld(realLibrary());
const person = { consent: "yes", village: "mau-2", audience: "resident" };
const help = { told: 2, open: true, taker: "Tâm", ticket: "ticket-1", helping: "", from: "" };
const told = (n: number, text: string) => ({ untold: [{ n, text }] });

/** A request and its talk, once from each side, from the first bell to the end. */
const sides = {
  asker: {
    about: "Whoever asked, on this channel.",
    person: { ...person, name: "Hoa", you: "bac", age: "65plus" },
    facts: { help },
    turns: [
      { says: "0" },
      { after: "15m", clock: "ticket-climb", ticket: { asker: true, more: 2 } },
      { after: "5m", clock: "ticket-news", ticket: { asker: true, taker: "Tâm" } },
      { says: "Chữ nhỏ quá cháu ơi" },
      { clock: "ticket-words", ticket: { asker: true, taker: "Tâm", ...told(1, "Bác bấm nút Aa ở trên nhé") } },
      { says: "mã otp là 482913" },
      { sends: "photo" },
      { says: "1" },
      { clock: "ticket-news", ticket: { asker: true, taker: "Tâm", status: "done", result: "done" } },
    ],
  },
  taker: {
    about: "The member of the team who takes it, on this channel.",
    person: { ...person, name: "Tâm", you: "anh", age: "30-49", role: "team" },
    facts: { team: { places: ["mau-2"] }, help: { ...help, taker: "", ticket: "" } },
    turns: [
      { says: "0" },
      {
        after: "10m",
        clock: "ticket",
        ticket: {
          whose: "Hoa",
          village: "mau-2",
          flow: "guide:vneid-cai-dat",
          step: 3,
          steps: 7,
          words: "chữ nhỏ quá",
          minutes: 4,
        },
      },
      { says: "1" },
      { clock: "ticket-words", ticket: { mine: true, taker: "Tâm", ...told(1, "Chữ nhỏ quá cháu ơi") } },
      { says: "Bác bấm nút Aa ở trên nhé" },
      { clock: "ticket-words", ticket: { mine: true, taker: "Tâm", ...told(2, "") } },
      { after: "2h", clock: "ticket", ticket: { whose: "Hoa", mine: true, taker: "Tâm", minutes: 130 } },
      { says: "xong" },
    ],
  },
};

test.each(
  allChannels.flatMap((channel) =>
    Object.entries(sides).map(([side, talk]) => [channel.name, side, channel, talk] as const),
  ),
)("a talk on %s, the %s's side", async (name, side, { capabilities }, talk) => {
  const heard = played(JSON.stringify(talk), world, name, capabilities);
  await expect(heard).toMatchFileSnapshot(resolve(import.meta.dirname, `talk/${name}.${side}.yaml`));
});
