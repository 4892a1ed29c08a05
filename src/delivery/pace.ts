import type { Purpose } from "../channels/message.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Every number of sending in one place, with the reason beside it. */
export const pace = {
  /** Telegram's limit for messages nobody asked for (https://core.telegram.org/bots/faq#broadcasting-to-users). */
  pushesPerSecond: 30,
  /** The same page: about one message a second to one chat. */
  betweenPushesMs: 1_000,
  /** Requests under way at once on one connection: enough to hide a slow network, few enough for small machines. */
  inFlight: 32,
  /** Of these, what nobody asked for: a village's push that hangs must not hold up an answer. */
  inFlightUnasked: 16,
  /** Of these, messages tried before: chats whose first message hangs each time must not hold up all the others. */
  inFlightAgain: 8,
  firstRetryMs: 1_000,
  longestRetryMs: 15 * minute,
  /** A message is tried until it is sent, refused for good, or too old to help whoever gets it. */
  livesMs: { reply: day, ticket: 7 * day, reminder: 3 * day, push: 30 * day } satisfies Record<Purpose, number>,
  /** Asking whether a product answers again costs nothing and repeats nothing: soon after it is back, people hear. */
  longestAskMs: 10_000,
  /** The product answers but messages are lost: each try may reach somebody twice. */
  longestRestMs: 5 * minute,
  /** So many messages in a row that failed alike are the product's trouble, not theirs. */
  failuresInARow: 3,
  /** Credentials are renewed by a person; asking again this often is no burden. */
  unauthorisedMs: 5 * minute,
  /** Quiet hours go by the clock on the wall, which may be set: a wait for their end looks again this often. */
  quietLookMs: minute,
  /** Rows of each lane held in memory for one connection; the rest waits in the table. */
  heldRows: 10_000,
  /** Of these, with their message; the others' are read when their turn comes. */
  heldMessages: 1_000,
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
