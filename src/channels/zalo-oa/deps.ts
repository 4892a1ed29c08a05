import type { Fault } from "../../errors.ts";

type Later<T> = Promise<T> | T;

/** Both tokens of one consent. Times in epoch ms. */
export type Pair = {
  readonly access: string;
  readonly refresh: string;
  readonly accessUntil: number;
  readonly refreshUntil: number;
};

/**
 * Why Zalo would not renew a pair. `app`: our app id or secret is wrong, the pair is as good as before. `token`: the
 * pair is spent, a person must consent again. `asked`: a digest of the app id and secret it was asked with; once those
 * change the same pair is tried again, because no list says which refusal means what.
 */
export type Refused = { readonly by: "app" | "token"; readonly reason: string; readonly asked: string };
/** `version` grows with every new pair. */
export type StoredPair = Pair & { readonly version: number; readonly refused: Refused | null };

/** Where tokens live. Whatever a method answered is on the disk. */
export type TokenStore = {
  /** Null: never had any, or the key that sealed it is gone. */
  readonly read: (connection: string) => Later<StoredPair | null>;
  /** Takes a pair somebody entered, unless the same was entered before (it has been spent since). */
  readonly adopt: (connection: string, pair: Pair) => Later<boolean>;
  /** One renewal at a time; `holder` names this one renewal, so that nobody holds it twice. One that died loses it after `ms`. */
  readonly lease: (connection: string, holder: string, now: number, ms: number) => Later<boolean>;
  readonly release: (connection: string, holder: string) => Later<void>;
  /** Keeps the pair that came for the one of `version`. False: another pair is there already. */
  readonly save: (connection: string, version: number, pair: Pair) => Later<boolean>;
  readonly refuse: (connection: string, version: number, refused: Refused) => Later<void>;
  /** The access token of this pair opens nothing any more, whatever its time. */
  readonly accessEnded: (connection: string, version: number) => Later<void>;
  readonly consentAsked: (connection: string, state: string, verifier: string, until: number) => Later<void>;
  /** Gives the verifier once. */
  readonly consentAnswered: (
    state: string,
    now: number,
  ) => Later<{ readonly connection: string; readonly verifier: string } | null>;
};

/** Messages refused for their buttons and taken without, by shape (refused-buttons.ts): when last, and digests of the texts. */
export type RefusedButtons = Readonly<Record<string, { readonly at: number; readonly texts: readonly string[] }>>;

/** What was learnt about a connection, kept over restarts. Times in epoch ms; null = never. */
export type Learnt = {
  /** The send address that works for this OA. */
  readonly endpoint: "v3" | "v2";
  readonly v3RefusedAt: number | null;
  readonly v2RefusedAt: number | null;
  readonly buttonsRefused: RefusedButtons;
  /** Which reading of the signature matched last. */
  readonly signature: string | null;
  readonly signatureWrong: number;
  readonly signatureWrongAt: number | null;
};
export type LearntStore = {
  readonly read: (connection: string) => Learnt;
  readonly note: (connection: string, learnt: Partial<Learnt>) => void;
};

/** Messages of a month (`YYYY-MM` in Viet Nam) of a connection. */
export type Spent = { readonly free: number; readonly billed: number };
export type MoneyStore = {
  /** One more billed message, if fewer than `budget` were. */
  readonly reserve: (connection: string, month: string, budget: number) => Later<boolean>;
  readonly refund: (connection: string, month: string) => Later<void>;
  readonly free: (connection: string, month: string) => Later<void>;
  readonly spent: (connection: string, month: string) => Spent;
};

export type ZaloStore = { readonly tokens: TokenStore; readonly learnt: LearntStore; readonly money: MoneyStore };

/** Everything the channel asks of the house. */
export type ZaloDeps = ZaloStore & {
  /** Epoch ms. */
  readonly now: () => number;
  /** Ms of a clock that is never set back, for waits. */
  readonly steady: () => number;
  /** Names this process to the others. */
  readonly holder: string;
  /** When the person of a chat last did something, epoch ms; null for nobody. */
  readonly seen: (connection: string, chat: string) => Later<number | null>;
  /** PNG or JPEG of a card, by its address, with the words drawn on it in a language; null for an unknown card. */
  readonly picture: (card: string, language: string) => Promise<Uint8Array | null>;
  readonly certificate: (code: string, language: string) => Promise<Uint8Array | null>;
  /** `since`: an id older than that (epoch ms) is not given. */
  readonly uploads: {
    readonly get: (connection: string, key: string, since: number) => Later<string | null>;
    readonly save: (connection: string, key: string, id: string) => Later<void>;
  };
  /** An operator must see to it. */
  readonly raise: (fault: Fault, connection: string) => void;
  /** There is a living token where there was none: what was held back may go. */
  readonly revived: (connection: string) => void;
  /** How long an answer may take, ms. */
  readonly timeoutMs?: number;
  /** For tests alone: called at the instants of a renewal at which a process may die. */
  readonly at?: (instant: "leased" | "answered" | "kept" | "released") => void;
};
