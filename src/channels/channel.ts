import type { Result } from "../kit/result.ts";
import type { Capabilities } from "./capabilities.ts";
import type { Gathering } from "./gathering.ts";
import type { Inbound } from "./inbound.ts";
import type { Message } from "./message.ts";

/** A connection as its channel needs it: which commune's, and the secrets. */
export type Connection = {
  readonly id: string;
  readonly commune: string;
  readonly channel: string;
  readonly settings: Readonly<Record<string, string>>;
};

/** What came in one request: messages to process, or nothing worth a turn (an echo, an unknown kind). `acknowledge` is the body of the 2xx answer; `proof` names how the request proved itself, where there are several ways. */
export type Received = {
  readonly inbounds: readonly Inbound[];
  readonly unknown: boolean;
  readonly acknowledge?: unknown;
  readonly proof?: string;
  /** It came from where several people read along. */
  readonly gathering?: Gathering;
  /** Whose button of which message was pressed, by the product's ids, where it can take the buttons off again. */
  readonly pressed?: Pressed;
};

export type Pressed = { readonly chat: string; readonly message: string };

/**
 * How sending went. `uncertain` = handed over but not confirmed: trying again may repeat it. `retry` = not taken;
 * `afterMs` = how long the product asks us to wait, 0 when it does not say; `whole` = nothing of this connection was
 * taken or would be. `wait` = the channel lets nobody write to this person now; the message is kept until they write.
 */
export type Sent =
  | { readonly outcome: "sent"; readonly externalId: string; readonly keep?: Readonly<Record<string, string>> }
  | { readonly outcome: "retry"; readonly afterMs: number; readonly whole: boolean; readonly reason: string }
  | { readonly outcome: "wait"; readonly reason: string }
  | { readonly outcome: "blocked"; readonly reason: string }
  | { readonly outcome: "refused"; readonly reason: string }
  | { readonly outcome: "unauthorised"; readonly reason: string }
  | { readonly outcome: "uncertain"; readonly reason: string };

export type Failed = Exclude<Sent, { outcome: "sent" }>;

/** One way to reach people. All channels have this shape; the turn and the sender know nothing else of them. */
export type Channel = {
  readonly capabilities: Capabilities;
  /** Verifies over the raw bytes, then parses. A fault means: nothing is stored. */
  readonly receive: (
    raw: Uint8Array,
    headers: Readonly<Record<string, string | string[] | undefined>>,
    connection: Connection,
    now: number,
  ) => Result<Received>;
  readonly send: (message: Message, chat: string, connection: Connection) => Promise<Sent>;
  /** Says in a gathering where the private chat is, or leaves it, where the channel can. */
  readonly gathered?: (gathering: Gathering, connection: Connection) => Promise<void>;
  /** Takes the buttons off a message that was answered, where the channel can. Never fails. */
  readonly pressed?: (pressed: Pressed, connection: Connection) => Promise<void>;
  /** Asks the product something that changes nothing: after a trouble a message is only risked once this is true. */
  readonly alive?: (connection: Connection) => Promise<boolean>;
};
