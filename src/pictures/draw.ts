import type { Card } from "../content/card.ts";

/** Where something may be drawn: its left edge, its top and its width, in units of the 334-wide card. */
export type Box = { x: number; y: number; width: number };

/** A numbered or yellow thing: the line of its call-out ends at `to`; the number stands at `from`. */
export type CalloutMark = { n?: number | undefined; tap: boolean; from: Point; to: Point };
export type Point = { x: number; y: number };

/** A drawn piece: its SVG, how far down it reaches from the top of its box, and what on it is called out. */
export type Drawn = { svg: string; height: number; marks: CalloutMark[] };

/** Width of every step card; the height follows the rows. */
export const CARD_WIDTH = 334;

/** Height of the strip that says the picture is a drawing. */
export const STRIP = 28;

/** Where the column of call-out numbers stands. */
export const NUMBERS_X = 41;

export type CardRow = Card["rows"][number];
export type RowOf<Kind extends CardRow["kind"]> = Extract<CardRow, { kind: Kind }>;
