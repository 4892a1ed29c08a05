import { startChild } from "./child.ts";
import type { Strays, Talk, Talked } from "./fake-bot-api.ts";
import type { Place } from "./place.ts";

/** Telegram and its people, in their own process. A fault any of them met ends the run: a wrong answer has no speed. */
export const startApi = async (place: Place) => {
  const child = startChild(
    "fake-bot-api",
    [place.file("bench/fake-bot-api.js")],
    process.env,
    place.place,
    place.file("fake-bot-api.log"),
  );
  return {
    port: await child.ask<number>({ do: "port" }),
    talk: async (talk: Omit<Talk, "do">): Promise<Talked> => {
      const talked = await child.ask<Talked>({ do: "talk", ...talk });
      if (talked.fault !== undefined) throw new Error(`${talk.script} with ${talk.target.name}: ${talked.fault}`);
      return talked;
    },
    strays: () => child.ask<Strays>({ do: "strays" }),
    stop: child.stop,
  };
};
export type Api = Awaited<ReturnType<typeof startApi>>;
