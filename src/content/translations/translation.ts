import { z } from "zod";
import { Bilingual } from "../../kit/bilingual.ts";
import type { Texts } from "../extract-texts.ts";
import { hashOf } from "../hash.ts";

/** One text in another language. `of` is the hash of the Vietnamese it translates: when that changes, it is stale by itself. */
const Translated = z.strictObject({
  text: z.string().normalize("NFC").trim().min(1),
  of: z.string().regex(/^[0-9a-f]{12}$/),
  /** Who vouches for it; a reader must be able to ask somebody. */
  by: z.string().trim().min(1),
  on: z.iso.date(),
  /** Where a word was found, or what the translator wants to say about it. */
  note: z.string().trim().min(1).optional(),
});
export type Translated = z.infer<typeof Translated>;

/** `content/translations/<language>.yaml`. Written by `cli texts import`; a person takes `draft` away once readers of the language have vouched for it. */
export const Translation = z.strictObject({
  spec: z.literal(1),
  /** ISO 639: bdq, jra, sed, tyz. */
  language: z.string().regex(/^(?!vi$|en$)[a-z]{2,3}$/, "a language has an ISO 639 code of two or three letters"),
  /** `own` is what its readers call it and what stands on the button. */
  name: z.strictObject({ own: z.string().trim().min(1), ...Bilingual.shape }),
  /** A draft is never offered to residents, however complete it is. */
  draft: z.boolean(),
  /** Per cent of the words of the product and the onboarding that must be translated and current before residents are offered it. */
  offered_from: z.number().min(1).max(100),
  texts: z.record(z.string(), Translated),
});
export type Translation = z.infer<typeof Translation>;

/** The name of a text for translators, the same in every version: `app/menu.resume`, `lesson:dien-thoai/steps.mo-khoa.title`. */
export const textKey = (ns: string, key: string): string => `${ns.split("@")[0]}/${key}`;

type Standing = "new" | "ok" | "stale";

export const standingOf = (known: Translated | undefined, vietnamese: string): Standing =>
  known === undefined ? "new" : known.of === hashOf(vietnamese) ? "ok" : "stale";

/**
 * What may be said of one flow in the other languages: only translations of exactly this Vietnamese. A stale one is left
 * out, so that i18next falls back: a fee that changed must never be told as it was, in any language. Old versions of a
 * flow are asked the same way and keep what still fits them.
 */
export const spokenOf = (translations: readonly Translation[], ns: string, texts: Texts): Texts =>
  Object.fromEntries(
    translations.map((t) => [
      t.language,
      Object.fromEntries(
        Object.entries(texts.vi ?? {}).flatMap(([key, vietnamese]) => {
          const known = t.texts[textKey(ns, key)];
          return known && standingOf(known, vietnamese) === "ok" ? [[key, known.text]] : [];
        }),
      ),
    ]),
  );
