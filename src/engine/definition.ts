import { z } from "zod";
import { Step } from "./definition/steps.ts";
import { Text } from "./text.ts";

/** A named place in a flow: its steps run in order until one of them waits or leaves. */
const State = z.strictObject({
  id: z.string(),
  steps: z.array(Step).min(1),
  /** Where a person may be set down again when the version they stood on was retired. */
  checkpoint: z.boolean(),
});

/** A flow as the engine runs it. Immutable: its version is the hash of its content, and sessions name the version they stand on. */
export const Definition = z.strictObject({
  id: z.string(),
  version: z.string(),
  kind: z.enum(["flow", "lesson", "guide", "safety"]),
  title: Text,
  start: z.string(),
  states: z.record(z.string(), State),
  /** Content: the moment (epoch ms) its facts should have been looked at again. */
  reviewEnds: z.number().optional(),
  /** Content: the only province it serves. */
  onlyIn: z.string().optional(),
});
export type Definition = z.infer<typeof Definition>;
