import { expect, test } from "vitest";
import { proposals } from "../../src/cli/ask/proposals.ts";

const topicOf = (topic: string) => (topic.startsWith("guide:") ? topic.slice(6) : null);
const of = (...choices: readonly (readonly [string, string, number])[]) =>
  proposals(
    choices.map(([said, topic, days]) => ({ said, topic, days })),
    3,
    topicOf,
    new Set(["cau co san"]),
  );

test("what was picked on three days for one topic is proposed, the most often picked first", () => {
  expect(of(["mat pass vneid", "guide:mat-khau", 3], ["mat the", "guide:can-cuoc", 9])).toEqual([
    { question: "mat the", topic: "can-cuoc", days: 9 },
    { question: "mat pass vneid", topic: "mat-khau", days: 3 },
  ]);
});

test("days of several communes count together, and a lesson for the guide it stands for", () => {
  expect(of(["mat the", "guide:can-cuoc", 2], ["mat the", "guide:can-cuoc", 1])).toHaveLength(1);
});

test("nothing is proposed that is too rare, taken for several topics, known already, or of a topic that is gone", () => {
  expect(of(["mat the", "guide:can-cuoc", 2])).toEqual([]);
  expect(of(["mat the", "guide:can-cuoc", 5], ["mat the", "guide:bhyt", 4])).toEqual([]);
  expect(of(["cau co san", "guide:can-cuoc", 9])).toEqual([]);
  expect(of(["mat the", "flow:gone", 9])).toEqual([]);
});
