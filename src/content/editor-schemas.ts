import { z } from "zod";
import { Commune } from "../communes/schema.ts";
import { FactFile } from "./ledger/fact.ts";
import { Guide, Lesson, Safety, Track } from "./schema.ts";
import { Lexicon } from "./search/lexicon.ts";
import { Translation } from "./translations/translation.ts";

/**
 * The forms of content as JSON Schemas, so that an editor underlines a wrong key while it is typed. They follow from the
 * schemas the house itself reads with. `folder`: where its files lie.
 */
export const editorSchemas: Readonly<Record<string, { readonly folder: string; readonly form: z.ZodType }>> = {
  lesson: { folder: "content/lessons", form: Lesson },
  guide: { folder: "content/guides", form: Guide },
  safety: { folder: "content/safety", form: Safety },
  track: { folder: "content/tracks", form: Track },
  facts: { folder: "content/facts", form: FactFile },
  commune: { folder: "seeds/communes", form: Commune },
  lexicon: { folder: "content/search", form: Lexicon },
  translation: { folder: "content/translations", form: Translation },
};

/** One of them as text, always the same for the same form. What a key with a default needs is what an author must write. */
export const jsonSchemaText = (name: string, form: z.ZodType): string =>
  `${JSON.stringify({ title: name, ...z.toJSONSchema(form, { io: "input", unrepresentable: "any" }) }, null, 1)}\n`;
