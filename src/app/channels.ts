import { randomUUID } from "node:crypto";
import type { FastifyBaseLogger } from "fastify";
import type { Channel, Connection } from "../channels/channel.ts";
import { telegram } from "../channels/telegram/index.ts";
import { webConnection } from "../channels/web/deps.ts";
import { zaloBot } from "../channels/zalo-bot/index.ts";
import { pictureAddresses } from "../channels/zalo-bot/signed-url.ts";
import { tokens, zaloOa } from "../channels/zalo-oa/index.ts";
import type { Config } from "../config.ts";
import type { openStore } from "../store/sqlite/store.ts";
import { usageOn } from "../store/sqlite/zalo/usage.ts";
import { zaloOn } from "../store/sqlite/zalo/zalo.ts";
import type { Taught } from "./content.ts";
import type { pictures } from "./pictures.ts";
import { signingKey } from "./secret.ts";

/** A connection and the channel that speaks for it; the web page fetches for itself, so it has no sender. */
export type Connected = { readonly connection: Connection; readonly channel: Channel | null };

export type ChannelDeps = {
  readonly config: Config;
  readonly communes: Taught["communes"];
  readonly store: Extract<ReturnType<typeof openStore>, { ok: true }>["value"];
  readonly drawn: ReturnType<typeof pictures>;
  readonly now: () => number;
  readonly steady: () => number;
  readonly log: FastifyBaseLogger;
  /** What a connection held back may go. */
  readonly resume: (connection: string) => void;
};

/** Every connection of the house: one web page a commune, and those the environment names for its own commune. */
export const channels = ({ config, communes, store, drawn, now, steady, log, resume }: ChannelDeps) => {
  const zalo = zaloOn(store.db);
  const usage = usageOn(store.db);
  const uploads = {
    get: store.uploads.get,
    keep: (c: string, key: string, id: string) => store.uploads.keep(c, key, id, now()),
  };
  const zaloParts = {
    ...zalo,
    now,
    steady,
    holder: randomUUID(),
    picture: drawn.forChannels.card,
    certificate: drawn.forChannels.certificate,
    uploads: { get: zalo.upload, keep: uploads.keep },
    raise: (fault: { readonly code: string; readonly cause: string }, connection: string) =>
      log.error({ code: fault.code, connection, cause: fault.cause }, "an operator is needed"),
    revived: resume,
  };
  const zaloDeps = { ...zaloParts, held: tokens(zaloParts) };
  const all = new Map<string, Connected>();
  const put = (
    id: string,
    commune: string,
    channel: Connection["channel"],
    settings: Readonly<Record<string, string>>,
    speaks: Channel | null,
  ): void => {
    all.set(id, { connection: { id, commune, channel, settings }, channel: speaks });
  };
  for (const c of communes) put(webConnection(c.code), c.code, "web", {}, null);
  if (config.telegram) {
    const { token, apiRoot, groups } = config.telegram;
    const secret = config.telegram.mode === "webhook" ? { secret: config.telegram.secret } : {};
    put(
      "default-telegram",
      config.commune,
      "telegram",
      { token, apiRoot, groups, ...secret },
      telegram({ steady, picture: drawn.forChannels.card, certificate: drawn.forChannels.certificate, uploads }),
    );
  }
  if (config.zaloOa) put("default-zalo-oa", config.commune, "zalo-oa", config.zaloOa, zaloOa(zaloDeps, zaloDeps.held));
  if (config.zaloBot) {
    const addresses = pictureAddresses({ publicUrl: config.publicUrl, key: signingKey(config.dataDir), now });
    const raise = (warning: { readonly text: { readonly vi: string } }, connection: string) =>
      log.warn({ connection }, warning.text.vi);
    put("default-zalo-bot", config.commune, "zalo-bot", config.zaloBot, zaloBot({ now, usage, raise, ...addresses }));
  }
  return { all, zaloDeps, usage };
};
