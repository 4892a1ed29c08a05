/** Every number of sending in one place, with the reason beside it. */
export const pace = {
  /** Telegram's limit for messages nobody asked for (https://core.telegram.org/bots/faq#broadcasting-to-users). */
  pushesPerSecond: 30,
  /** The same page: about one message a second to one chat. */
  betweenPushesMs: 1_000,
  /** Requests under way at once on one connection: enough to hide a slow network, few enough for small machines. */
  inFlight: 32,
  firstRetryMs: 1_000,
  longestRetryMs: 15 * 60_000,
  /** With the waits above somewhat over two hours: the network of a commune office is back by then, or the answer is stale. */
  attempts: 18,
  /** Credentials are renewed by a person; asking again this often is no burden. */
  unauthorisedMs: 5 * 60_000,
  /**
   * What was sent is written down with the next turns, or after this long when none come; a crash may repeat what was not
   * written yet. Shorter, and every turn of a quiet hour pays for two syncs; longer, and more is repeated.
   */
  marksMs: 100,
  /** When the marks could not be written, because the disk is full. */
  marksAgainMs: 1_000,
  /** At the end of the process replies may still go out for so long, of the 10 s a service manager waits. */
  drainMs: 8_000,
} as const;
