import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** What a button carries back fits Telegram's 64 bytes and says which option it was. The degrader shortens a long key to its number; one without a number it cannot. */
export const buttonData: Rule = {
  id: "button-data",
  find: ({ sent, place }) =>
    sent().flatMap(({ scene, on }) => {
      const buttons = on.flatMap((c) => c.parts.flatMap((part) => part.buttons.flat()));
      const lost = buttons.filter((b) => "data" in b && (Buffer.byteLength(b.data) > 64 || b.data.endsWith("#0")));
      const where = place.state(scene.flow, scene.state);
      return lost.map((b) =>
        at(where, "button-data", {
          vi: `nút “${b.label}” ở trạng thái “${scene.state}” mang hơn 64 byte; hãy đặt id ngắn hơn`,
          en: `the button "${b.label}" in state "${scene.state}" carries more than 64 bytes; give it a shorter id`,
        }),
      );
    }),
};
