import { degrade } from "../../../channels/degrade.ts";
import { at } from "../place.ts";
import type { Rule } from "../rule.ts";

/** One turn is one message, on every channel and in every language: that is what people read, and what Zalo bills. */
export const messages: Rule = {
  id: "messages",
  find: ({ shown, channels, place }) =>
    shown.flatMap(({ scene, language, message }) => {
      const parts = channels
        .map((c) => ({ name: c.name, parts: degrade(message, c).length }))
        .filter((c) => c.parts > 1);
      if (parts.length === 0) return [];
      const where = `${parts.map((c) => `${c.parts} on ${c.name}`).join(", ")}; ${language}`;
      const says = `what is said up to the question in state "${scene.state}" becomes more than one message (${where})`;
      return [at(place.state(scene.flow, scene.state), "messages", `${says}; shorten it or put a question between`)];
    }),
};
