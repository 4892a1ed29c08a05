import { randomUUID } from "node:crypto";
import type { FastifyBaseLogger } from "fastify";
import type { Channel, Connection } from "../channels/channel.ts";
import type { ChannelDefinition, OpenChannel } from "../channels/definition.ts";
import type { Config } from "../config.ts";
import type { Fault } from "../errors.ts";
import type { openStore } from "../store/sqlite/store.ts";
import { usageOn } from "../store/sqlite/zalo/usage.ts";
import { zaloOn } from "../store/sqlite/zalo/zalo.ts";
import type { Taught } from "./content.ts";
import type { pictures } from "./pictures.ts";
import { signingKey } from "./secret.ts";

/** A connection and what speaks for it; `channel` is null where people fetch for themselves, so it has no sender. */
export type Connected = {
  readonly connection: Connection;
  readonly channel: Channel | null;
  readonly definition: HouseChannel;
  readonly open: OpenChannel;
};

/** A channel that asks for nothing this house does not have. */
export type HouseChannel = ChannelDefinition<HouseParts>;
export type HouseParts = ReturnType<typeof houseParts>;

type Needs = {
  readonly config: Pick<Config, "publicUrl" | "dataDir">;
  readonly store: Extract<ReturnType<typeof openStore>, { ok: true }>["value"];
  readonly drawn: ReturnType<typeof pictures>;
  readonly now: () => number;
  readonly steady: () => number;
  readonly log: FastifyBaseLogger;
  /** What a connection held back may go. */
  readonly resume: (connection: string) => void;
};

/** Everything a channel may ask of this house; each takes what it names in its own folder. */
export const houseParts = ({ config, store, drawn, now, steady, log, resume }: Needs) => {
  const zalo = zaloOn(store.db);
  return {
    ...zalo,
    now,
    steady,
    publicUrl: config.publicUrl,
    /** Names this process to others on the same database. */
    holder: randomUUID(),
    signing: signingKey(config.dataDir),
    picture: drawn.forChannels.card,
    certificate: drawn.forChannels.certificate,
    uploads: {
      get: (connection: string, key: string, since = 0) => zalo.upload(connection, key, since),
      save: (connection: string, key: string, id: string) => store.uploads.save(connection, key, id, now()),
    },
    usage: usageOn(store.db),
    raise: (fault: Fault, connection: string) =>
      log.error({ code: fault.code, connection, cause: fault.cause }, "an operator is needed"),
    warn: (text: string, connection: string) => log.warn({ connection }, text),
    revived: resume,
  };
};

/** Every connection of the house: one a commune for channels that ask for nothing, and those the environment names for its own commune. */
export const connectChannels = async (
  list: readonly HouseChannel[],
  parts: HouseParts,
  config: Pick<Config, "channels" | "commune">,
  communes: Taught["communes"],
) => {
  const opened = await Promise.all(
    list.map(async (definition) => {
      const set = config.channels[definition.name] ?? { connection: null, proof: null };
      return { definition, settings: set.connection, open: await definition.open(parts, set) };
    }),
  );
  const all = new Map<string, Connected>();
  for (const { definition, settings, open } of opened) {
    const { name } = definition;
    const put = (id: string, commune: string, of: Connection["settings"]) =>
      all.set(id, {
        connection: { id, commune, channel: name, settings: of },
        channel: open.channel,
        definition,
        open,
      });
    if (definition.connections === "each-commune") for (const { code } of communes) put(`${name}-${code}`, code, {});
    else if (settings) put(defaultConnection(name), config.commune, settings);
  }
  return { all, open: opened.map((o) => o.open) };
};

/** The id of the connection that `/webhooks/<channel>/default` is for. */
export const defaultConnection = (channel: string): string => `default-${channel}`;

export const webhookOf = ({ publicUrl }: Pick<Config, "publicUrl">, channel: string): string =>
  `${publicUrl}/webhooks/${channel}/default`;
