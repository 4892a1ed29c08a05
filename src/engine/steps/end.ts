import { z } from "zod";
import type { Context } from "../context.ts";
import type { Outcome } from "../transition.ts";

const schema = z.strictObject({ kind: z.literal("end") });
export type End = z.infer<typeof schema>;

/** Ends the conversation for now. The next word opens the menu. */
export const end = {
  schema,
  run: (_step: End, _ctx: Context): Outcome => ({ to: "end" }),
};
