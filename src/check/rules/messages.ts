import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** One turn is one message, on every channel and in every language: that is what people read, and what Zalo bills. */
export const messages: Rule = {
  id: "messages",
  find: ({ sent, place }) =>
    sent().flatMap(({ scene, language, on }) => {
      const torn = on.filter((c) => c.parts.length > 1).map((c) => `${c.parts.length} on ${c.channel}`);
      if (torn.length === 0) return [];
      const says = `what is said up to the question in state "${scene.state}" becomes more than one message (${torn.join(", ")}; ${language})`;
      return [
        at(place.state(scene.flow, scene.state), "messages", {
          vi: `lời nói tới câu hỏi ở trạng thái “${scene.state}” thành hơn một tin nhắn (${torn.join(", ")}; ${language}); rút ngắn hoặc đặt một câu hỏi ở giữa`,
          en: `${says}; shorten it or put a question between`,
        }),
      ];
    }),
};
