/** What people picked when the search asked which topic they meant. */
export type SearchChoiceStore = {
  /** Over all communes: words for which a topic was picked on at least so many days, the most often picked first. */
  searchChoices(least: number): Promise<SearchChoice[]>;
};

export type SearchChoice = { readonly said: string; readonly topic: string; readonly days: number };
