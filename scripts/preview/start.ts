import { existsSync, readFileSync, watch } from "node:fs";
import type { ServerResponse } from "node:http";
import { basename, dirname, join, resolve } from "node:path";
import { z } from "zod";
import { pictures } from "../../src/app/pictures.ts";
import { telegramCapabilities } from "../../src/channels/telegram/capabilities.ts";
import { capabilities as webCapabilities } from "../../src/channels/web/capabilities.ts";
import { zaloBotCapabilities } from "../../src/channels/zalo-bot/capabilities.ts";
import { zaloOaCapabilities } from "../../src/channels/zalo-oa/capabilities.ts";
import { checkLoaded } from "../../src/check/check-folder.ts";
import { type Library, loadLibrary } from "../../src/content/library.ts";
import type { Problem } from "../../src/content/problem.ts";
import type { Definition } from "../../src/engine/definition.ts";
import type { Language } from "../../src/kit/bilingual.ts";
import { knownYaml } from "../../src/kit/known-yaml.ts";
import { dayOf } from "../../src/kit/vietnam-time.ts";
import { drawPng } from "../../src/pictures/draw-png.ts";
import { root as ours } from "../files.ts";
import { bodyOf, loopbackPage, send } from "../rehearse/loopback.ts";
import { stageFor } from "./stage.ts";
import { type Done, type Talk, talkOn } from "./talk.ts";
import { words } from "./words.ts";

const apps = [
  { app: "Web", channel: webCapabilities },
  { app: "Zalo OA", channel: zaloOaCapabilities },
  { app: "Zalo Bot", channel: zaloBotCapabilities },
  { app: "Telegram", channel: telegramCapabilities },
];

type Preview = { readonly url: string; readonly close: () => Promise<void> };

/** Shows a file as a conversation on every channel side by side, on a free port of this machine, and again at every save. */
export const startPreview = async (file: string, language: Language): Promise<Preview | { readonly fault: string }> => {
  if (!existsSync(file)) return { fault: `${file}: ${words[language].none}` };
  const stage = stageFor(file);
  if (!stage) return { fault: `${file}: ${words[language].strange}` };
  const known = knownYaml(join(ours, "dist/known-yaml.json"));
  const listeners = new Set<ServerResponse>();
  let text: string | null = null;
  let faults: readonly Problem[] = [];
  let open: { readonly library: Library; readonly talks: readonly Talk[]; readonly flow: Definition } | null = null;
  let stale = false;
  let done: readonly Done[] = [];

  /** Once more from the beginning through everything that was done, as far as it is still offered. */
  const replay = (library: Library, flow: Definition): void => {
    const talks = apps.map(({ channel }) => talkOn(channel, library, flow, language, Date.now()));
    const gone = done.findIndex((d) => !talks.map((talk) => talk.does(d)).some((was) => was));
    done = gone < 0 ? done : done.slice(0, gone);
    open = { library, talks, flow };
  };
  const read = (): void => {
    // Between the two steps of a save there may be no file.
    const now = existsSync(file) ? readFileSync(file, "utf8") : null;
    if (now === null || now === text) return;
    text = now;
    stage.take();
    const loaded = loadLibrary(stage.root, known);
    faults = checkLoaded(loaded, { today: dayOf(Date.now()), files: [stage.name] });
    const flow = loaded.ok ? flowIn(loaded.library, stage.name) : undefined;
    stale = flow === undefined;
    if (loaded.ok && flow) replay(loaded.library, flow);
    for (const listener of listeners) listener.write("data: saved\n\n");
  };
  const act = (asked: z.infer<typeof Asked>): void => {
    if (!open) return;
    const { library, flow, talks } = open;
    if (!("undo" in asked)) {
      if (talks.map((talk) => talk.does(asked)).some((was) => was)) done = [...done, asked];
      return;
    }
    done = asked.undo === "all" ? [] : done.slice(0, -1);
    replay(library, flow);
  };
  const picture = (id: string): Promise<Uint8Array | null> | null =>
    open &&
    pictures({
      library: open.library,
      communes: [],
      certificate: async () => null,
      villages: async () => [],
      publicUrl: "https://xa-mau.example",
      today: () => dayOf(Date.now()),
      draw: async (drawing) => drawPng(drawing),
    }).forChannels.card(id, language);

  const state = () => ({
    language,
    words: words[language],
    file,
    stale,
    faults: faults.map((p) => ({ at: `${file}:${p.line}`, says: p.says[language], warning: p.warning === true })),
    columns: apps.map(({ app, channel }, i) => ({
      app,
      channel: channel.name,
      bubbles: open?.talks[i]?.bubbles() ?? [],
    })),
  });

  read();
  // The folder and not the file: many editors put a new file in its place.
  const watcher = watch(dirname(resolve(file)), (_, name) => {
    if (name === null || name === basename(file)) read();
  });
  const page = await loopbackPage(join(import.meta.dirname, "page.html"), 0, async (path, req, res) => {
    if (path === "/state") return send(res, "application/json", JSON.stringify(state()));
    if (path === "/events") return listen(res, listeners);
    const name = /^\/picture\/([\w.-]+)$/.exec(path)?.[1];
    const png = name === undefined ? null : await picture(name);
    if (png) return send(res, "image/png", png);
    if (req.method !== "POST" || path !== "/do") return void res.writeHead(404).end();
    act(Asked.parse(JSON.parse(await bodyOf(req))));
    res.writeHead(204).end();
  });
  return {
    url: page.url,
    close: async () => {
      watcher.close();
      await page.close();
      stage.close();
    },
  };
};

const Asked = z.union([
  z.strictObject({ press: z.string().max(1_000) }),
  z.strictObject({ say: z.string().trim().min(1).max(4_000) }),
  z.strictObject({ undo: z.enum(["last", "all"]) }),
]);

const flowIn = ({ definitions, files }: Library, name: string): Definition | undefined =>
  [...definitions.values()].find((d) => files.get(d.id)?.file === name);

const listen = (res: ServerResponse, listeners: Set<ServerResponse>): void => {
  res.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  // The first one too: a page that was away a while looks again when it is back.
  res.write("data: here\n\n");
  listeners.add(res);
  res.once("close", () => listeners.delete(res));
};
