import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { z } from "zod";
import { bodyOf, loopbackPage, send } from "./loopback.ts";
import type { Phone } from "./phone.ts";

type About = { readonly server: string; readonly desk: string | null; readonly port: number };

/** Serves the page with the phones. */
export const phonePage = async (
  phones: readonly Phone[],
  { server, desk, port }: About,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const named = (channel: string): Phone | undefined => phones.find((p) => p.channel === channel);

  const answer = async (path: string, req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (path === "/state") return send(res, "application/json", JSON.stringify(stateOf(phones, { server, desk })));
    const picture = /^\/picture\/([\w-]+)\/([\w-]+)$/.exec(path);
    if (picture) {
      const bytes = named(picture[1] ?? "")?.picture(picture[2] ?? "") ?? null;
      return bytes ? send(res, "image/png", bytes) : void res.writeHead(404).end();
    }
    if (req.method !== "POST" || path !== "/do") return void res.writeHead(404).end();
    const asked = Asked.safeParse(JSON.parse(await bodyOf(req)));
    const phone = asked.success ? named(asked.data.phone) : undefined;
    if (!asked.success || !phone) return void res.writeHead(400).end();
    const { say, press, outage, on } = asked.data;
    if (say !== undefined) await phone.say(say);
    if (press !== undefined) await phone.press(press);
    if (outage !== undefined) phone.turn(outage, on);
    res.writeHead(204).end();
  };
  return loopbackPage(join(import.meta.dirname, "page.html"), port, answer);
};

const Asked = z.object({
  phone: z.string(),
  say: z.string().trim().min(1).max(4_000).optional(),
  press: z.string().max(1_000).optional(),
  outage: z.string().optional(),
  on: z.boolean().default(false),
});

const stateOf = (phones: readonly Phone[], about: Pick<About, "server" | "desk">) => ({
  ...about,
  phones: phones.map(({ channel, app, note, bubbles, outages }) => ({
    channel,
    app,
    note,
    bubbles: bubbles(),
    outages: outages(),
  })),
});
