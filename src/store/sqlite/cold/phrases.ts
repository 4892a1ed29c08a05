import { foldQuestion } from "../../../kit/text.ts";
import type { PhraseStore } from "../../ports/phrases.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";

/** Words attached to topics. A trigger counts the change, so every process takes it up with its next turn. */
export const phraseRows = (cold: Cold): PhraseStore => ({
  async phrases(commune) {
    const rows = await cold.near
      .selectFrom("phrases")
      .where("commune", "=", commune)
      .orderBy("added_at", "desc")
      .orderBy("id")
      .selectAll()
      .execute();
    return rows.map((p) => ({ id: p.id, text: p.text, topic: p.topic, by: p.added_by, at: p.added_at }));
  },
  async addPhrase(commune, phrase, by) {
    return cold.write(
      cold.near
        .insertInto("phrases")
        .values({ commune, ...phrase, folded: foldQuestion(phrase.text), added_by: by.name, added_at: by.at })
        .onConflict((c) => c.doNothing()),
      audit(cold, by, { what: "phrase-added", commune, about: phrase.id, after: { topic: phrase.topic } }),
    );
  },
  async removePhrase(commune, phrase, by) {
    return cold.write(
      cold.near.deleteFrom("phrases").where("commune", "=", commune).where("id", "=", phrase),
      audit(cold, by, { what: "phrase-removed", commune, about: phrase }),
    );
  },
});
