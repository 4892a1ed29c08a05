import { cut, longestText, storable } from "../kit/text.ts";

/** Something that arrived from one chat, after the channel's own words were taken off. */
export type Inbound = {
  readonly connection: string;
  /** The channel's own id of this update: the dedupe key within the connection. */
  readonly key: string;
  /** The chat to answer, in the channel's own words. */
  readonly chat: string;
  readonly at: number;
  /** The channel does not say when: `at` is our own clock, by which nobody else's word is late. */
  readonly undated?: true;
  /** Where it came from on the network, where a channel knows; used against trying out codes, and never kept. */
  readonly address?: string;
  readonly content: InboundContent;
};

export type InboundContent =
  /** What somebody typed, made by `typed`. */
  | { readonly kind: "text"; readonly text: string }
  /** A button: the token of the sprint that offered it, and its key. */
  | { readonly kind: "press"; readonly token: string; readonly key: string }
  /** A deep link or the first contact; `code` as printed on a poster, or null. */
  | { readonly kind: "open"; readonly code: string | null }
  | { readonly kind: "media"; readonly media: "photo" | "sticker" | "voice" | "location" | "file" | "unsupported" }
  /** The person blocked or unblocked us; nothing is answered. */
  | { readonly kind: "blocked" }
  | { readonly kind: "unblocked" }
  /** The channel asks, in the person's name, that everything about them be deleted; nothing is answered. */
  | { readonly kind: "erase" };

/**
 * What somebody typed, no longer than anybody looks at. How much a channel lets us say in one message is no measure of it:
 * what is pasted to be looked at is longest where the fraud stands at its end. Its normal form is looked at only in the
 * turn, under its watch.
 */
export const typed = (text: string): InboundContent => ({ kind: "text", text: storable(cut(text, longestText)) });
