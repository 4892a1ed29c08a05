import type { Commune } from "../../communes/schema.ts";
import type { CommuneSettings } from "../../communes/settings.ts";
import type { By } from "./by.ts";

/** Communes with their plans and what staff set. */
export type CommuneStore = {
  communes(): Promise<CommuneRow[]>;
  commune(code: string): Promise<CommuneRow | null>;
  /** True while a demo stands in the commune: its villages and figures are marked as sample. */
  hasSample(commune: string): Promise<boolean>;
  saveSettings(commune: string, settings: CommuneSettings, by: By): Promise<void>;
};

export type CommuneRow = { readonly commune: Commune; readonly settings: CommuneSettings };
