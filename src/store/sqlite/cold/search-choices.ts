import type { SearchChoiceStore } from "../../ports/search-choices.ts";
import type { Cold } from "./cold.ts";

export const searchChoiceRows = (cold: Cold): SearchChoiceStore => ({
  async searchChoices(least) {
    return cold.near
      .selectFrom("search_choices")
      .groupBy(["said", "topic"])
      .having((e) => e.fn.sum<number>("days"), ">=", least)
      .select((e) => ["said", "topic", e.fn.sum<number>("days").as("days")])
      .orderBy("days", "desc")
      .orderBy("said")
      .orderBy("topic")
      .execute();
  },
});
