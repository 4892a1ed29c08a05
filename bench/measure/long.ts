import type { Api } from "../api.ts";
import type { Server } from "../servers.ts";
import { median } from "../stats.ts";

/** CPU µs of a turn at the beginning (turns 2–11) and far into (turns 200–209) one conversation. */
export type Long = { readonly early: number; readonly late: number; readonly ratio: number };

export type Walks = {
  readonly chats: number;
  readonly sets: number /** Whether a few walk first, uncounted. */;
  readonly warm: boolean;
};

/** Chats nobody has walked in yet, on any server. */
let newcomers = 100_000;

/**
 * One endless walk between two pages, by several sets of new chats one after the other: a single early window would be
 * dearer only because it came first.
 */
export const measureLong = async (api: Api, server: Server, { chats, sets, warm }: Walks): Promise<Long> => {
  const seen: { early: number; late: number }[] = [];
  for (let set = warm ? 0 : 1; set <= sets; set++) {
    // Set 0, of a few, only warms up the code of this conversation.
    const group = { from: newcomers, count: set === 0 ? 4 : chats };
    newcomers += group.count;
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
    const late = await turns(10);
    if (set > 0) seen.push({ early, late });
  }
  const [early, late] = [median(seen.map((s) => s.early)), median(seen.map((s) => s.late))];
  return { early, late, ratio: median(seen.map((s) => s.late / s.early)) };
};
