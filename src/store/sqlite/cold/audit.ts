import type { By } from "../../../desk/deps.ts";
import type { Cold } from "./cold.ts";

type Detail = Readonly<Record<string, string | number | boolean | null>>;

/** The audit line of a write, to go into the same transaction. Detail holds ids and numbers, never a person's words. */
export const audit = (
  { near }: Cold,
  id: () => string,
  by: By,
  commune: string | null,
  what: string,
  detail: Detail = {},
) =>
  near
    .insertInto("audit")
    .values({ commune, id: id(), staff: by.staff, what, detail: JSON.stringify(detail), at: by.at });
