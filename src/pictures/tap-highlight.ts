import type { Box } from "./draw.ts";
import { palette } from "./palette.ts";
import { pointer } from "./pointer.ts";

/** How far the yellow reaches beyond the thing it frames: sideways, and up or down. */
export const HALO = { x: 7, y: 6 };

/** The yellow frame around the one thing to tap, behind a box of the given height. */
export const tapHighlight = ({ x, y, width }: Box, height: number): string =>
  `<rect x="${x - HALO.x}" y="${y - HALO.y}" width="${width + 2 * HALO.x}" height="${height + 2 * HALO.y}" rx="11" fill="${palette.tap}" stroke="${palette.dark}" stroke-width="1.5"/>`;

/** The hand over the right end of a tapped box. */
export const pointAt = ({ x, y, width }: Box, height: number): string => pointer(x + width - 34, y + height / 2 - 6);
