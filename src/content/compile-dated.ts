import { app } from "../engine/text.ts";
import { DAY, startOfDay } from "../kit/vietnam-time.ts";
import type { Content, Track } from "./schema.ts";

type Item = Exclude<Content, Track>;

/** The moment after which the facts of a text wait for somebody to look at them again: the end of its day in Viet Nam. */
export const reviewEnds = ({ review_by }: Pick<Item, "review_by">): number => (startOfDay(review_by) ?? 0) + DAY;

/** Said on the first screen of what is past its day: of which day the facts are, so that nobody takes them for today's. */
export const dated = ({ sources }: Pick<Item, "sources">) => ({
  kind: "say" as const,
  if: "past-review" as const,
  note: { tone: "warn" as const, text: app("content.dated", { date: oldestDay(sources) }) },
});

/** The oldest day counts: a text is as fresh as the fact in it that was checked longest ago. */
const oldestDay = (sources: Item["sources"]): string =>
  sources
    .map((s) => s.checked_on)
    .reduce((a, b) => (a < b ? a : b))
    .split("-")
    .reverse()
    .join("/");
