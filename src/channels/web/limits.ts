/** How much one browser may ask for, with the reason beside it. What one address may ask for stands in app/http/rate-classes.ts. */
export const webLimits = {
  /** A message of a chat is at most 2,000 characters, some 6 KB as JSON. */
  bodyBytes: 8 * 1024,
  /** A person reads before they tap; a child hammering the screen stays under this. */
  postsPerChat: { max: 40, timeWindow: 60_000 },
  /** Open streams: tabs of one browser; a class of forty with two phones and a laptop each; what one process holds (some 40 KB each). */
  streams: { perChat: 3, perAddress: 120, inAll: 2_000 },
  /** The last of a talk, for a reload. */
  shown: 20,
  /** The end of a talk a browser may keep for times without a network. */
  offline: 10,
  /** In one answer; the rest follows by the stream. */
  answered: 20,
} as const;

export type StreamLimits = { readonly perChat: number; readonly perAddress: number; readonly inAll: number };
