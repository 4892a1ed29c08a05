import { z } from "zod";

/** The two languages every text of the house exists in. */
export type Language = "vi" | "en";

/** A text people read. Vietnamese is the source, English is always complete; further languages are in `content/translations/`. */
export const Bilingual = z.strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1) });
export type Bilingual = z.infer<typeof Bilingual>;
