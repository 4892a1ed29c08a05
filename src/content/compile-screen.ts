import { z } from "zod";
import { Tone } from "../engine/block.ts";
import type { Choose, Say, Step } from "../engine/definition/steps.ts";
import { app, Text } from "../engine/text.ts";
import type { Card } from "./card.ts";
import { cardId, markOf } from "./card.ts";
import { type Draft, onward } from "./compiled.ts";
import type { Measure } from "./measure.ts";
import { isAction, type Part, partsOf } from "./parts.ts";
import type { Guide } from "./schema.ts";

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

/** How a screen stands in its page. */
type Standing = {
  readonly progress: Omit<NonNullable<Say["progress"]>, "part">;
  readonly cards: Map<string, Card>;
  readonly measure: Measure;
  /** Said with the first message of the screen. */
  readonly first?: readonly Step[];
  /** What leads on from the last message. */
  readonly last: Choose["options"];
  /** Offered with every message besides what leads on. */
  readonly beside?: Choose["options"];
};
type Source = Pick<Guide["steps"][number], "id" | "title" | "say" | "keys" | "note" | "card">;

/** One screen as states: a message for each of its parts, the first named after the screen. */
export const screenStates = (source: Source, texts: ScreenTexts, standing: Standing): readonly Draft[] => {
  const parts = partsOf(source, standing.measure);
  return parts.map((part, i): Draft => {
    const next = partState(source.id, i + 1);
    const doing = part.keys.some((k) => source.keys[k]?.tap || isAction(source.keys[k]?.text.vi ?? ""));
    const on = i + 1 < parts.length ? [onward(app(doing ? "step.done-part" : "step.more"), next)] : standing.last;
    return {
      id: partState(source.id, i),
      checkpoint: true,
      steps: [
        ...(i === 0 ? (standing.first ?? []) : []),
        saysOf(
          source,
          texts,
          part,
          {
            ...standing.progress,
            ...(parts.length > 1 && { part: { at: i + 1, of: parts.length } }),
          },
          standing.cards,
        ),
        { kind: "choose", options: [...on, ...(standing.beside ?? [])], person: true },
      ],
    };
  });
};

/** The state of a screen's first message is `s-<id>`, as before screens had several. */
const partState = (id: string, at: number): string => (at === 0 ? `s-${id}` : `s-${id}/${at + 1}`);

/** One part as a `say` step; the card is named by its content and handed over to be drawn. It comes with every part that points at it. */
const saysOf = (
  { keys, card, say }: Source,
  texts: ScreenTexts,
  part: Part,
  progress: NonNullable<Say["progress"]>,
  cards: Map<string, Card>,
): Say => {
  const shown = card && (part.keys.length > 0 || (keys.length === 0 && (part.say || !say))) ? card : undefined;
  const id = shown && cardId(shown);
  if (shown && id) cards.set(id, shown);
  const points = part.keys.flatMap((k) => {
    const [text, mark] = [texts.keys?.[k]?.text, card && markOf(card, k + 1)];
    return text ? [{ text, ...(keys[k]?.tap && { tap: true }), ...(mark !== undefined && { mark }) }] : [];
  });
  return {
    kind: "say",
    progress,
    title: texts.title,
    ...(part.say && texts.say && { text: texts.say }),
    ...(id && texts.card && { card: { id, alt: texts.card.alt } }),
    ...(points.length > 0 && { keys: points }),
    ...(part.note && texts.note && { note: texts.note }),
  };
};
