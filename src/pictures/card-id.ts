import { createHash } from "node:crypto";
import type { Card } from "../content/schema.ts";

/** Raised whenever the same card would look different, so that no browser, proxy or Telegram file id keeps the old picture. */
const RENDERER = 2;

/** Address of a card: 16 hex digits from what is drawn (not from `alt`, which is only said) and the renderer's version. */
export const cardId = ({ scene, bar, rows }: Card): string =>
  createHash("sha256")
    .update(canonical({ renderer: RENDERER, scene, bar, rows }))
    .digest("hex")
    .slice(0, 16);

/** JSON with sorted keys and nothing undefined: the order in which an author wrote a row's fields does not change its address. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
