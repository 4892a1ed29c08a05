import { z } from "zod";
import { Text } from "../engine/text.ts";
import { ScreenTexts } from "./compile-screen.ts";

/** The words of a guide, taken out of it and named (`extract-texts.ts`). */
export const GuideTexts = z.object({
  title: Text,
  prepare: z.array(Text),
  in_person: Text,
  steps: z.array(
    ScreenTexts.extend({
      stuck: z.array(z.object({ id: z.string(), label: Text, answer: Text, then: z.string().optional() })),
    }),
  ),
  after: z.object({ next: Text, fee: Text, time: Text, ask: Text }),
  opens: z.record(z.string(), Text),
});
export type GuideTexts = z.infer<typeof GuideTexts>;
