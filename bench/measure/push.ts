import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "../api.ts";
import { type Start, startServer } from "../servers.ts";
import { percentile } from "../stats.ts";
import { addTeamMember, addVillage } from "./sample-village.ts";

/** A resident's reply while a push is going out, ms, and the pace of the push. */
export type Pushed = {
  readonly p50: number;
  readonly p99: number;
  readonly replies: number;
  readonly perSecond: number;
  readonly pushed: number;
};

export type Push = { readonly people: number; readonly seconds: number; readonly chats: number };

/**
 * A village of sample learners gets a lesson pushed through the chat, as a team member does it; meanwhile other
 * residents take the lesson, thinking a second before each answer. Only ours: the peers have no pushes.
 */
export const measurePush = async (api: Api, start: Start, { people, seconds, chats }: Push): Promise<Pushed> => {
  const file = join(start.place.folder(start.data), "house.db");
  const residents = { from: 200_000, count: chats };
  const member = { from: 300_000, count: 1 };

  // Twice stopped, because the database is written to from outside, which no running server should meet.
  const first = await startServer(start);
  await api.talk({ target: first.target, script: "greeting", chats: member });
  await api.talk({ target: first.target, script: "greeting", chats: residents });
  await first.child.stop();
  addVillage(file, people);
  addTeamMember(file, member.from);

  const server = await startServer(start);
  await api.strays();
  await api.talk({ target: server.target, script: "push", chats: member });
  // The first of the push are underway when the residents begin.
  await sleep(1_000);
  const talked = await api.talk({
    target: server.target,
    script: "lesson",
    chats: residents,
    ms: (seconds - 1) * 1000,
    thinkMs: 1_000,
  });
  const { count, perSecond } = await api.strays();
  await server.child.stop();
  if (count === 0) throw new Error("nobody got the push");
  return {
    p50: percentile(talked.latencies, 0.5),
    p99: percentile(talked.latencies, 0.99),
    replies: talked.turns,
    perSecond,
    pushed: count,
  };
};
