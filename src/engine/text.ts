import { z } from "zod";

/** A text by name: which catalogue, which entry, and what to fill in (words, numbers, or another text). The engine never holds sentences, so a language is only data. */
export type Text = {
  readonly ns: string;
  readonly key: string;
  readonly args?: Readonly<Record<string, string | number | Text>> | undefined;
};

export const Text: z.ZodType<Text> = z.strictObject({
  ns: z.string(),
  key: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number(), z.lazy(() => Text)])).optional(),
});

export type Args = Readonly<Record<string, string | number>>;
/** What goes into the braces; where it differs by language (forms of address), the language a sentence is really said in is told: it may have fallen back. */
export type Fill = Args | ((spoken: string) => Args);

/** A text of the product itself (`content/locales/app.yaml`). */
export const app = (key: string, args?: Text["args"]): Text => (args ? { ns: "app", key, args } : { ns: "app", key });

/** Words that are the same in every language: a name, a code. */
export const literal = (text: string): Text => app("literal", { text });
