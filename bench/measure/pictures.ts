import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { loadLibrary } from "../../src/content/library.ts";
import type { Api } from "../api.ts";
import { type Server, type Start, startServer } from "../servers.ts";
import { percentile } from "../stats.ts";
import { addCertificates } from "./sample-village.ts";

/** p99 in ms of `/healthz` and of a chat turn, while nobody and while many ask for pictures, and what those who asked got. */
export type Pictured = {
  readonly health: Beside;
  readonly turn: Beside;
  readonly drawn: number;
  readonly askedToWait: number;
};
type Beside = { readonly idle: number; readonly busy: number };

export type Asking = {
  readonly clients: number;
  readonly chats: number;
  readonly rounds: number;
  /** Of each half of a round. */
  readonly seconds: number;
};

/**
 * Fifty clients, each with an address of its own, ask for pictures nobody has drawn yet: certificates, step cards, pictures
 * of lessons, sheets with their QR code. A quiet half and a busy one in turn, so that a slow minute of the machine hits both.
 */
export const measurePictures = async (api: Api, start: Start, asking: Asking): Promise<Pictured> => {
  const file = join(start.place.folder(start.data), "house.db");
  const residents = { from: 400_000, count: asking.chats };
  const first = await startServer(start);
  await api.talk({ target: first.target, script: "greeting", chats: residents });
  await first.child.stop();
  const certificates = addCertificates(file, asking.clients * asking.rounds * asking.seconds);

  const server = await startServer(start);
  const origin = new URL(server.target.url).origin;
  // Made before the first probe: loading the content would keep this process from reading answers.
  const wanted = addresses(start.place.root, certificates).values();
  const half = async (clients: number) => {
    const people = askers(origin, wanted, clients);
    const [health, talked] = await Promise.all([
      probes(server, origin, asking.seconds * 1000),
      api.talk({
        target: server.target,
        script: "lesson",
        chats: residents,
        ms: (asking.seconds - 2) * 1000,
        thinkMs: 150,
      }),
    ]);
    return { health, turns: talked.latencies, ...(await people.stop()) };
  };
  await half(0); // The warm-up.
  const halves = { idle: [] as Half[], busy: [] as Half[] };
  for (let round = 0; round < asking.rounds; round++) {
    halves.idle.push(await half(0));
    halves.busy.push(await half(asking.clients));
  }
  await server.child.stop();
  const beside = (of: (h: Half) => readonly number[]): Beside => ({
    idle: percentile(halves.idle.flatMap(of), 0.99),
    busy: percentile(halves.busy.flatMap(of), 0.99),
  });
  const sum = (of: (h: Half) => number): number => halves.busy.reduce((n, h) => n + of(h), 0);
  const drawn = sum((h) => h.drawn);
  if (drawn === 0) throw new Error("nobody got a picture");
  return {
    health: beside((h) => h.health),
    turn: beside((h) => h.turns),
    drawn,
    askedToWait: sum((h) => h.askedToWait),
  };
};

type Half = {
  readonly health: readonly number[];
  readonly turns: readonly number[];
  readonly drawn: number;
  readonly askedToWait: number;
};

/** Each address once: two certificates for every other thing, for there is no end of those. */
const addresses = (root: string, certificates: readonly string[]): readonly string[] => {
  const loaded = loadLibrary(root);
  if (!loaded.ok) throw new Error("the content does not load");
  const { cards, items } = loaded.library;
  const others = ["vi", "en"].flatMap((lang) => [
    ...[...cards.keys()].map((card) => `/hinh/${card}.png?lang=${lang}`),
    ...items.flatMap(({ kind, id }) =>
      kind === "lesson" ? [`/tranh/${id}.png?lang=${lang}`] : kind === "guide" ? [`/in/${id}?lang=${lang}`] : [],
    ),
  ]);
  return certificates.flatMap((code, i) => [
    `/giay/${code}.png`,
    ...(i % 2 === 0 ? others.slice(i / 2, i / 2 + 1) : []),
  ]);
};

/** Clients that ask for the next picture as soon as they have one; one that is told to wait waits a second, not the ten it is told. */
const askers = (origin: string, wanted: Iterator<string>, clients: number) => {
  const pool = new Pool(origin, { connections: Math.max(1, clients), pipelining: 1 });
  let [going, drawn, askedToWait] = [true, 0, 0];
  const one = async (client: number): Promise<void> => {
    // The proxy on this machine is believed.
    const headers = { "x-forwarded-for": `198.51.100.${client + 1}` };
    while (going) {
      const { value: path, done } = wanted.next();
      if (done) throw new Error("every picture has been asked for; write more certificates");
      const { statusCode, body } = await pool.request({ path, method: "GET", headers });
      await body.dump();
      if (statusCode === 200) drawn += 1;
      else if (statusCode === 503 || statusCode === 429) askedToWait += 1;
      else throw new Error(`${path} answered ${statusCode}`);
      if (statusCode !== 200) await sleep(1_000);
    }
  };
  const all = Promise.all(Array.from({ length: clients }, (_, client) => one(client)));
  all.catch(() => null);
  return {
    stop: async () => {
      going = false;
      await all;
      await pool.close();
      return { drawn, askedToWait };
    },
  };
};

/** A probe every 20 ms, whether or not the last one has come back. */
const probes = async (server: Server, origin: string, ms: number): Promise<readonly number[]> => {
  const pool = new Pool(origin, { connections: 8, pipelining: 1 });
  const times: number[] = [];
  const under: Promise<void>[] = [];
  for (const end = performance.now() + ms; performance.now() < end; await sleep(20)) {
    const began = performance.now();
    const asked = pool.request({ path: "/healthz", method: "GET" }).then(async ({ statusCode, body }) => {
      await body.dump();
      if (statusCode !== 200) throw new Error(`/healthz answered ${statusCode}`);
      times.push(performance.now() - began);
    });
    asked.catch(() => null);
    under.push(asked);
  }
  await Promise.race([Promise.all(under), server.child.died]);
  await pool.close();
  return times;
};
