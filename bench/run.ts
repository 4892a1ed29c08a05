import { loadavg } from "node:os";
import { type Api, startApi } from "./api.ts";
import { killAll } from "./child.ts";
import { figuresOf } from "./figures.ts";
import { measureDisk } from "./measure/disk.ts";
import { measureFirstView } from "./measure/first-view.ts";
import { type Long, measureLong } from "./measure/long.ts";
import { measurePictures } from "./measure/pictures.ts";
import { measurePush } from "./measure/push.ts";
import { measureRounds } from "./measure/rounds.ts";
import { measureSearch } from "./measure/search.ts";
import { measureStart } from "./measure/start.ts";
import { type Options, optionsOf } from "./options.ts";
import { makePlace, type Place } from "./place.ts";
import { machine, reportOf, writeReport } from "./report.ts";
import { type Server, type ServerName, type Start, startServer } from "./servers.ts";

/** Runs every part, one after the other; each part stops what it started. */
const measure = async (o: Options, place: Place, api: Api) => {
  const start = (name: ServerName, data: string): Start => ({
    name,
    place,
    apiPort: api.port,
    data,
    peersFull: o.peersFull,
  });
  const names: ServerName[] = [...(o.peersOnly ? [] : ["ours" as const]), "grammy", "telegraf"];

  if (o.picturesOnly) return { loads: new Map(), longs: new Map(), pictures: await pictured(o, start, api) };
  if (o.startOnly) return { loads: new Map(), longs: new Map(), start: await startAndMemory(o, start) };

  if (o.firstViewOnly) return { loads: new Map(), longs: new Map(), firstView: await firstViewed(o, start) };

  tell("ten-question lesson");
  const servers = new Map<ServerName, Server>();
  for (const name of names) servers.set(name, await startServer(start(name, `${name}-data`)));
  const ours = servers.get("ours");
  if (ours) await api.talk({ target: ours.target, script: "greeting", chats: { from: 1, count: o.chats } });
  const loads = await measureRounds(api, servers, o);

  tell("turn 200 against turn 2");
  const longs = new Map<ServerName, Long>();
  for (const [name, server] of servers) {
    // The peers once and with fewer chats: their long conversations are not what is judged, and grammY's take a while.
    const walks = name === "ours" ? { chats: 32, sets: 3, warm: true } : { chats: 16, sets: 1, warm: true };
    longs.set(name, await measureLong(api, server, o.quick ? { chats: 4, sets: 1, warm: false } : walks));
  }
  for (const server of servers.values()) await server.child.stop();
  if (o.peersOnly) return { loads, longs };

  const pictures = await pictured(o, start, api);
  const started = await startAndMemory(o, start);
  const firstView = await firstViewed(o, start);
  tell("search");
  const search = measureSearch(place.root, o.quick ? 1 : 10);
  tell("replies during a push");
  const push = await measurePush(api, start("ours", "push-data"), {
    people: o.pushPeople,
    seconds: o.pushSeconds,
    chats: o.pushChats,
  });
  return { loads, longs, start: started, search, push, pictures, firstView };
};

const startAndMemory = (o: Options, start: (name: ServerName, data: string) => Start) => {
  tell("start and memory");
  return measureStart(start("ours", "start-data"), o.quick ? 1 : 3, o.quick ? 1 : 5);
};

const firstViewed = (o: Options, start: (name: ServerName, data: string) => Start) => {
  tell("first view on a slow line");
  return measureFirstView(start("ours", "first-view-data"), o.quick ? 1 : 5);
};

const pictured = (o: Options, start: (name: ServerName, data: string) => Start, api: Api) => {
  tell("replies while pictures are drawn");
  return measurePictures(api, start("ours", "pictures-data"), {
    clients: 50,
    chats: 20,
    rounds: o.quick ? 1 : 3,
    seconds: o.quick ? 4 : 10,
  });
};

const tell = (part: string): void => console.error(`· ${part}`);

const options = optionsOf(process.argv.slice(2));
process.once("SIGINT", () => {
  killAll();
  process.exit(130);
});
const [busy = 0] = loadavg();
const place = await makePlace(!options.peersOnly);
try {
  const api = await startApi(place);
  const syncMs = measureDisk(place.file("sync"));
  const measured = await measure(options, place, api);
  await api.stop();
  const command = ["npm run bench", ...(process.argv.length > 2 ? ["--", ...process.argv.slice(2)] : [])].join(" ");
  const figures = figuresOf(measured, {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(syncMs, busy),
    command,
  });
  console.log(options.json ? JSON.stringify(figures, null, 2) : reportOf(figures));
  if (options.write) writeReport(`${place.root}/docs/benchmarks.md`, reportOf(figures));
} finally {
  killAll();
  place.remove();
}
