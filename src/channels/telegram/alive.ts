import type { Channel } from "../channel.ts";
import { apis } from "./api.ts";
import { outcomeOf } from "./outcome.ts";

/** Whether the Bot API answers: `getMe` changes nothing and reaches nobody. That it refuses us is an answer too. */
export const alive = (seconds: number): NonNullable<Channel["alive"]> => {
  const apiFor = apis(seconds);
  return async (connection) => {
    try {
      await apiFor(connection).getMe();
      return true;
    } catch (error) {
      const { outcome } = outcomeOf(error);
      return outcome !== "retry" && outcome !== "uncertain";
    }
  };
};
