import { z } from "zod";

/** A text by name: which catalogue, which entry, and what to fill in. The engine never holds sentences, so a language is only data. */
export const Text = z.strictObject({
  ns: z.string(),
  key: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Text = z.infer<typeof Text>;

/** A text of the product itself (`content/locales/<lang>/app.yaml`). */
export const app = (key: string, args?: Text["args"]): Text => (args ? { ns: "app", key, args } : { ns: "app", key });
