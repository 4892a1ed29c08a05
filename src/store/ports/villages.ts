import type { Clean } from "../../kit/clean.ts";
import type { By } from "./by.ts";

/** Villages of a commune. */
export type VillageStore = {
  villages(commune: string): Promise<VillageRow[]>;
  learnersByVillage(commune: string): Promise<ReadonlyMap<string, number>>;
  /** False when the code is taken, also by a removed village: it may still hang on a wall. */
  addVillage(commune: string, village: { id: string; name: Clean; code: string }, by: By): Promise<boolean>;
  renameVillage(commune: string, id: string, name: Clean, by: By): Promise<void>;
  removeVillage(commune: string, id: string, by: By): Promise<void>;
};

export type VillageRow = {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly sample: boolean;
  readonly removed: boolean;
};
