import type { VNode } from "preact";
import type { Capability } from "./may.ts";
import type { DeskTable } from "./parts/desk-table.tsx";
import type { MenuItem, View } from "./view.ts";

/** A page of the desk. Its route, its place in the menu, its downloads and who may open it follow from this. */
export type Page = Pick<MenuItem, "path" | "nav" | "icon" | "usesPeriod"> & {
  readonly title: (view: Pick<View, "language" | "row">) => string;
  readonly may: Capability;
  /** How many wait there. */
  readonly waits?: (view: Pick<View, "language" | "waiting" | "asked">) => NonNullable<MenuItem["waits"]>;
  /** What of people stands on it: whoever opens it is noted in the security log. */
  readonly holds?: "tickets" | "people";
  /**
   * Its tables, in order: what the page shows and what can be downloaded is the same thing. `whole`: for a file, which
   * holds all that a page shows in parts.
   */
  readonly tables?: (view: View, query: Query, whole?: boolean) => Promise<readonly DeskTable[]>;
  /** What can be fetched from it beside tables, by the name in its address; null: there is none of this name. */
  readonly files?: (view: View, name: string) => Promise<PageFile | null>;
  readonly render: (view: View, query: Query, shown?: ShownOnce) => Promise<VNode>;
};

/** `name`: what it is called where it is saved. `about`: what the security log says of it beside the page. */
export type PageFile = {
  readonly type: string;
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly about: { readonly period: string; readonly number?: number };
};

export type Query = Readonly<Record<string, unknown>>;

/** A secret that is shown once, on the page it was made on. */
export type ShownOnce =
  /** The one-time link of somebody of the staff, or where an account's owner consents. */
  | { readonly login: string; readonly link: string }
  | { readonly consent: string }
  /** The code of an invitation. */
  | { readonly invitation: string }
  /** The code that binds a chat to be told of alarms. */
  | { readonly alarmCode: string }
  /** Recovery codes of one's own account. */
  | { readonly codes: readonly string[] };
