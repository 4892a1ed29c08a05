import { createHash } from "node:crypto";
import type { LearntStore, RefusedButtons } from "./deps.ts";
import type { Part } from "./render.ts";

/** So long messages of a refused shape go without buttons; then they are tried again. */
const restMs = 24 * 3_600_000;
/** One refusal may be about one bad telephone number; two different messages are about the shape. */
const enough = 2;

/** The kinds of buttons of a message, which is what an OA may or may not show: "oa.open.phone+oa.query.hide". */
const shapeOf = ({ buttons }: Part): string => [...new Set(buttons.map((b) => b.type))].sort().join("+");

/** The shapes that go without buttons now, and until when (epoch ms). */
export const restingShapes = (refused: RefusedButtons, now: number): readonly { shape: string; until: number }[] =>
  Object.entries(refused)
    .filter(([, { at, texts }]) => texts.length >= enough && now - at < restMs)
    .map(([shape, { at }]) => ({ shape, until: at + restMs }));

/** Whether this part goes in words alone from the start, because its shape was refused today. */
export const goesPlain = (learnt: LearntStore, connection: string, part: Part, now: number): boolean =>
  part.buttons.length > 0 &&
  restingShapes(learnt.read(connection).buttonsRefused, now).some(({ shape }) => shape === shapeOf(part));

/** Zalo refused this part for its buttons and took it without. */
export const noteRefused = (learnt: LearntStore, connection: string, part: Part, now: number): void => {
  const refused = learnt.read(connection).buttonsRefused;
  const before = refused[shapeOf(part)];
  const text = createHash("sha256").update(part.text).digest("base64url").slice(0, 8);
  const texts = before && now - before.at < restMs ? before.texts.filter((t) => t !== text).slice(-1) : [];
  learnt.note(connection, { buttonsRefused: { ...refused, [shapeOf(part)]: { at: now, texts: [...texts, text] } } });
};
