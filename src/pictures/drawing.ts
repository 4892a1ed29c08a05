import { createHash } from "node:crypto";
import type { Card } from "../content/card.ts";
import { cardId } from "../content/card.ts";
import type { Summary } from "../content/summary.ts";
import type { Language } from "../kit/bilingual.ts";
import type { Certificate } from "./certificate/words.ts";

/** A picture as data: all it takes to draw it, wherever that is done. */
export type Drawing =
  | { readonly kind: "card"; readonly card: Card; readonly language: Language }
  | { readonly kind: "certificate"; readonly of: Certificate }
  | { readonly kind: "summary"; readonly of: Summary };

/** The same for the same picture, another for any other. */
export const drawingKey = (drawing: Drawing): string =>
  drawing.kind === "card"
    ? `${cardId(drawing.card)}.${drawing.language}`
    : createHash("sha256").update(JSON.stringify(drawing)).digest("base64url");
