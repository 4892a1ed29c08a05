import type { Person } from "../../engine/person.ts";
import type { OutboxRow } from "../outbox.ts";
import type { By } from "./by.ts";
import type { Role } from "./staff.ts";

/** What can go wrong with a connection that somebody is told of in the chat. */
export type AlarmKind = "token-gone" | "token-ending" | "silent" | "failing" | "outbox" | "buttons";

/** The chats in which staff hear of alarms, as the desk knows them. */
export type AlarmChatStore = {
  /** The code is kept as its hash; an earlier one of the same person that was not typed goes. */
  addAlarmCode(commune: string, staff: string, made: { code: string; expiresAt: number }, by: By): Promise<void>;
  alarmChats(commune: string, staff: string): Promise<AlarmChat[]>;
  /** False when they were not told there. */
  removeAlarmChat(commune: string, staff: string, account: string, by: By): Promise<boolean>;
};

export type AlarmChat = {
  readonly account: string;
  readonly channel: string;
  readonly since: number;
};

/** What each of the staff was told of one alarm. Moments are epoch ms. */
export type Told = {
  readonly connection: string;
  readonly kind: AlarmKind;
  /** Of its beginning. */
  readonly at: number;
  /** Seen to be well since then; null while it stands. */
  readonly clearSince: number | null;
  /** Told of its end. */
  readonly overAt: number | null;
};

/** One of the staff, where they can be written to, and what they were told. */
export type Listener = {
  readonly staff: string;
  readonly role: Role;
  readonly chats: readonly ListenerChat[];
  readonly told: readonly Told[];
};

/** A chat that takes messages: nobody blocked us there or said stop. */
export type ListenerChat = {
  readonly account: string;
  readonly connection: string;
  readonly chat: string;
  readonly seenAt: number;
  readonly you: Person["you"];
  readonly language: string;
};

/** What the watch of alarms reads and writes. */
export type AlarmStore = {
  readonly listeners: (commune: string) => readonly Listener[];
  /** What was said and that it was said, in one transaction: a restart in between repeats nothing and loses nothing. */
  readonly tell: (
    commune: string,
    staff: string,
    told: readonly Told[],
    said: readonly { readonly to: ListenerChat; readonly message: string; readonly priority: number }[],
    now: number,
  ) => readonly OutboxRow[];
};
