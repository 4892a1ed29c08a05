import type { Commune } from "../../communes/schema.ts";
import type { CommuneSettings } from "../../communes/settings.ts";
import type { Clean } from "../../kit/clean.ts";
import type { By } from "./by.ts";

/** Communes with their plans and what staff set. */
export type CommuneStore = {
  communes(): Promise<CommuneRow[]>;
  commune(code: string): Promise<CommuneRow | null>;
  /** True while a demo stands in the commune: its villages and figures are marked as sample. */
  hasSample(commune: string): Promise<boolean>;
  /** Puts these over what is set; what is not named stays. */
  saveSettings(commune: string, change: SettingsChange, by: By): Promise<void>;
};

/** What staff may set, in words that have been looked at. A fee of null is taken away. */
export type SettingsChange = {
  readonly quiet_hours?: CommuneSettings["quiet_hours"];
  readonly contacts?: Readonly<Record<"hotline" | "counter" | "police" | "hours", Clean<"phone"> | null>>;
  readonly fees?: Readonly<Record<string, { readonly says: Clean; readonly basis: Clean; readonly on: string } | null>>;
};

export type CommuneRow = { readonly commune: Commune; readonly settings: CommuneSettings };
