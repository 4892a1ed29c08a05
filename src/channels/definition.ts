import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { Fault } from "../errors.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import type { Result } from "../kit/result.ts";
import type { Capabilities } from "./capabilities.ts";
import type { Channel, Connection, Received } from "./channel.ts";
import type { ChannelConfig, ChannelSettings } from "./channel-settings.ts";
import type { SetUp } from "./setting-up.ts";

/**
 * One channel, whole: everything the house knows of it follows from here (settings, webhook, sending, probe, setting up,
 * its state and its names on the desk). It stands in the folder of its channel and in the list (`all.ts`), nowhere else.
 * `Parts`: what it asks of the house.
 */
export type ChannelDefinition<Parts> = {
  /** Its id: in addresses, in the database, on the command line. Never changed once people use it. */
  readonly name: string;
  readonly words: ChannelWords;
  readonly capabilities: Capabilities;
  readonly settings: ChannelSettings;
  /** `default`: one connection, from the environment, for the commune named there. `each-commune`: every commune has one by itself. */
  readonly connections: "default" | "each-commune";
  /** Starts nothing and asks nobody: the house is also opened only to look on. */
  readonly open: (parts: Parts, config: ChannelConfig) => OpenChannel | Promise<OpenChannel>;
  readonly setUp?: SetUp<Parts>;
  /** Its own addresses, each with how often it may be asked (`app/http/rate-classes.ts`). */
  readonly routes?: Readonly<Record<string, "page" | "picture" | "chat" | "read">>;
};

export type ChannelWords = {
  /** Before what is said of it: "Zalo OA: 12 answers wait". */
  readonly name: Bilingual;
  /** In a list of channels. */
  readonly title: Bilingual;
  /** Inside a sentence: "asked by 3 · Zalo". */
  readonly within: Bilingual;
  /** For the technician, where it is not set up: what to set; null for what needs no setting. */
  readonly unset: Bilingual | null;
  /** What the start prints of a connection; null for nothing. */
  readonly started: (
    settings: Connection["settings"],
    at: { readonly commune: string; readonly webhook: string },
  ) => string | null;
  /** What `channels probe` takes after its name, for the help. */
  readonly probeTakes?: string;
};

/** A channel of this process. Every part that a channel has no use for is left out. */
export type OpenChannel = {
  /** Receives and sends; null where people fetch what was said themselves. */
  readonly channel: Channel | null;
  /** Keeps alive what its connections need to send. Resolves before anything is sent, with how to stop. */
  readonly tend?: (connections: readonly Connection[], clockwork: Clockwork) => Promise<() => void>;
  /** Opens the way in: registers the webhook, or asks for what people wrote until it is aborted. Never fails: what is wrong is logged. */
  readonly listen?: (connection: Connection, way: WayIn) => Promise<void>;
  /** Asks the product whether it would work. A fault: it could not be asked. `to`: somebody to send a try to. */
  readonly probe?: (connection: Connection, to?: string) => Promise<Result<Probed>>;
  /** For the technician after a fault of the probe, a line each. */
  readonly cure?: (fault: Fault) => readonly Bilingual[];
  readonly state?: (connection: Connection) => Promise<Partial<ConnectionState>> | Partial<ConnectionState>;
  /** Where the owner of the account consents again, made anew each time. */
  readonly reconnect?: (connection: Connection) => Promise<Result<string>>;
  /** For how long after they were last there somebody may be written to unasked, ms. Left out: always. */
  readonly reachMs?: (connection: Connection) => number;
  /** What a push would cost that goes to people last there at these times. Left out: nothing. */
  readonly pushCost?: (connection: Connection, seenAt: readonly number[], now: number) => PushCost;
  /** Where a chat is opened from a poster; null while that is not known. */
  readonly door?: (connection: Connection) => Promise<Door | null> | Door | null;
  /** Pages of its own. */
  readonly serve?: (app: FastifyInstance, served: Served) => void;
  /** A line in the head of the home page. */
  readonly homeMeta?: HomeMeta;
};

/** `afterwards`: what to do once it is open; null where the address brings the code along. */
export type Door = {
  readonly address: (code: string) => string;
  readonly afterwards: ((code: string) => Bilingual) | null;
};

export type HomeMeta = { readonly name: string; readonly content: string };

export type Clockwork = {
  /** Calls again and again and gives back how to stop it. */
  readonly every: (ms: number, run: () => void) => () => void;
  readonly failed: (error: unknown) => void;
};

export type WayIn = {
  /** The whole public address the product calls. */
  readonly webhook: string;
  /** Resolves once everything received is durable; rejects otherwise, and it must be given again. */
  readonly submit: (received: readonly Received[]) => Promise<void>;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly log: Pick<FastifyBaseLogger, "warn" | "error">;
};

/** `stands`: people can be reached. `lines`: what was found and what to do. */
export type Probed = { readonly stands: boolean; readonly found: object; readonly lines: readonly Bilingual[] };

/** How a connection stands, for the desk. What a channel does not have is null. */
export type ConnectionState = {
  /** What staff are also told of in their chat: what stands, and what is seen to be well (null). */
  readonly alarms: readonly {
    readonly kind: "token-gone" | "token-ending" | "buttons";
    readonly stands: Bilingual | null;
  }[];
  /** What a person must act on. Empty: nothing. */
  readonly warnings: readonly Bilingual[];
  /** The owner's consent is missing or ends soon. */
  readonly reconnect: boolean;
  /** Whole days until the owner must consent again. */
  readonly daysLeft: number | null;
  /** Messages of this month. `budget`: how many may be billed, null when none may. */
  readonly month: { readonly free: number; readonly billed: number; readonly budget: number | null } | null;
  /** Calls whose signature did not hold; `at` = the last one, epoch ms. */
  readonly wrongSignatures: { readonly count: number; readonly at: number | null } | null;
  /** What staff put by hand into the account's menu. Empty: it has none, or we set it. */
  readonly menu: readonly ChannelMenuItem[];
  /** What is used of the plan; a limit of 0 is none. */
  readonly plan: {
    readonly people: number;
    readonly peopleOf: number;
    readonly messages: number;
    readonly messagesOf: number;
  } | null;
};

/** What an item of a menu is called, and what a press on it sends. */
export type ChannelMenuItem = { readonly label: Bilingual; readonly sends: string };

/** How many of a push would go free, cost money, or wait until the person writes. */
export type PushCost = { readonly free: number; readonly billed: number; readonly waiting: number };

/** What pages of a channel may ask. */
export type Served = {
  readonly connection: (id: string) => Connection | undefined;
  readonly log: Pick<FastifyBaseLogger, "warn">;
};
