import type { Api } from "../api.ts";
import type { Server } from "../servers.ts";
import { median } from "../stats.ts";

/** CPU µs of a turn at the beginning (turns 2–11) and far into (turns 200–209) one conversation. */
export type Long = { readonly early: number; readonly late: number; readonly ratio: number };

/** Chats nobody has walked in yet, on any server. */
let newcomers = 100_000;

/**
 * One endless walk between two pages. Several sets of new chats, one after the other, because the second early window
 * must not be cheaper only for what the first one warmed up.
 */
export const measureLong = async (api: Api, server: Server, chats: number, sets: number): Promise<Long> => {
  const seen: { early: number; late: number }[] = [];
  for (let set = 0; set < sets; set++) {
    const group = { from: newcomers, count: chats };
    newcomers += chats;
    if (server.child.name === "ours") await api.talk({ target: server.target, script: "greeting", chats: group });
    const turns = async (n: number): Promise<number> => {
      const before = await server.usage();
      const talked = await api.talk({ target: server.target, script: "walk", chats: group, turns: n });
      return ((await server.usage()).cpuMicros - before.cpuMicros) / talked.turns;
    };
    // The menu and the entry: turn 1 of the conversation is the second message.
    await turns(2);
    const early = await turns(10);
    await turns(188);
    seen.push({ early, late: await turns(10) });
  }
  const [early, late] = [median(seen.map((s) => s.early)), median(seen.map((s) => s.late))];
  return { early, late, ratio: median(seen.map((s) => s.late / s.early)) };
};
