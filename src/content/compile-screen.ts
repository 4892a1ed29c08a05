import { z } from "zod";
import { Tone } from "../engine/block.ts";
import type { Say } from "../engine/definition/steps.ts";
import { Text } from "../engine/text.ts";
import type { Card } from "./card.ts";
import { cardId } from "./card.ts";

/** A screen after its words were taken out. */
export const ScreenTexts = z.object({
  id: z.string(),
  title: Text,
  say: Text.optional(),
  keys: z.array(z.object({ text: Text, tap: z.boolean().optional() })).optional(),
  note: z.object({ tone: Tone, text: Text }).optional(),
  card: z.object({ alt: Text }).optional(),
});
export type ScreenTexts = z.infer<typeof ScreenTexts>;

/** One screen as a `say` step; its card is named by its content and handed over to be drawn. */
export const saysOf = (
  screen: ScreenTexts,
  card: Card | undefined,
  progress: Say["progress"],
  cards: Map<string, Card>,
): Say => {
  const id = card && cardId(card);
  if (card && id) cards.set(id, card);
  return {
    kind: "say",
    ...(progress && { progress }),
    title: screen.title,
    ...(screen.say && { text: screen.say }),
    ...(id && screen.card && { card: { id, alt: screen.card.alt } }),
    ...(screen.keys?.length && {
      keys: screen.keys.map((k) => (k.tap ? { text: k.text, tap: true } : { text: k.text })),
    }),
    ...(screen.note && { note: screen.note }),
  };
};
