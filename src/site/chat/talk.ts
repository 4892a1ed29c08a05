import type { Message } from "../../channels/message.ts";
import { lastIndexWhere } from "./last.ts";

/** What the page can send. `key` makes a repeated sending the same one. */
export type Sending =
  | { readonly text: string }
  | { readonly press: { readonly token: string; readonly key: string } }
  | { readonly open: { readonly code: string | null } };

export type Arrived = { readonly kind: "arrived"; readonly id: number; readonly message: Message };
/** What the person did, shown before the server knows it. `choice` is the message and key of a pressed choice. */
export type Mine = {
  readonly kind: "mine";
  readonly key: string;
  readonly label: string;
  readonly said: Sending;
  readonly choice?: { readonly message: number; readonly key: string } | undefined;
  readonly status: "sending" | "sent" | "failed";
};
export type Talk = readonly (Arrived | Mine)[];

/** Adds what arrived, each message once and in the order of the server, whichever of the three ways brought it. */
export const arrive = (talk: Talk, messages: readonly { readonly id: number; readonly message: Message }[]): Talk => {
  const known = lastId(talk);
  const fresh = messages.filter((m) => m.id > known);
  return fresh.length === 0 ? talk : [...talk, ...fresh.map((m): Arrived => ({ kind: "arrived", ...m }))];
};

export const addMine = (talk: Talk, mine: Omit<Mine, "kind" | "status">): Talk => [
  ...talk,
  { kind: "mine", status: "sending", ...mine },
];

export const mark = (talk: Talk, key: string, status: Mine["status"]): Talk =>
  talk.map((item) => (item.kind === "mine" && item.key === key ? { ...item, status } : item));

export const lastId = (talk: Talk): number =>
  talk.reduce((last, item) => (item.kind === "arrived" ? Math.max(last, item.id) : last), 0);

/** The message whose choices count now. */
export const current = (talk: Talk): Arrived | undefined => {
  const item = talk[lastIndexWhere(talk, (i) => i.kind === "arrived")];
  return item?.kind === "arrived" ? item : undefined;
};
