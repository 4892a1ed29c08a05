import type { Channel } from "../channel.ts";
import { apis } from "./api.ts";

/** So many at once in a connection; what comes beyond stays as it is. It is tidiness, and must not slow an answer down. */
const atOnce = 8;

/**
 * Takes the buttons off a message that was answered, so that an old question cannot be answered twice by mistake and the
 * newest one stands alone with its buttons. Never fails: an answered question that keeps its buttons is told so when pressed.
 */
export const pressed = (seconds: number): NonNullable<Channel["pressed"]> => {
  const apiFor = apis(seconds);
  const underWay = new Map<string, number>();
  return async ({ chat, message }, connection) => {
    const busy = underWay.get(connection.id) ?? 0;
    if (busy >= atOnce) return;
    underWay.set(connection.id, busy + 1);
    try {
      await apiFor(connection).editMessageReplyMarkup(Number(chat), Number(message));
    } catch {
      // Too old to be edited, edited already, or the network: the buttons stay.
    } finally {
      underWay.set(connection.id, (underWay.get(connection.id) ?? 1) - 1);
    }
  };
};
