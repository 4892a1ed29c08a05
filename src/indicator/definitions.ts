import type { RecordName } from "../engine/records.ts";
import type { Bilingual } from "../kit/bilingual.ts";

/** An indicator this house counts itself. Whoever changes a rule raises the version, so that figures can be told apart. */
export type IndicatorDefinition = {
  readonly id: CountedId;
  readonly version: string;
  readonly title: Bilingual;
  readonly numerator: Bilingual;
  readonly denominator: Bilingual;
  /** Over the time until the cut-off, or within the period only. */
  readonly over: "cut-off" | "period";
};
export const countedIds = ["reach", "basic-skills", "active"] as const;
export type CountedId = (typeof countedIds)[number];

/** The same of each indicator. The cast is safe: `countedIds` are all there are. */
export const ofEach = <T>(of: (id: CountedId) => T): Readonly<Record<CountedId, T>> =>
  Object.fromEntries(countedIds.map((id) => [id, of(id)])) as Record<CountedId, T>;

/** The track whose lessons must all be passed. Its list is part of the definition: another list, another version. */
export type BasicTrack = { readonly id: string; readonly lessons: readonly string[] };

/** What counts as learning for `active`. Agreeing, opting out, switching learners or looking at one's data is not learning. */
export const learning = [
  "lesson-started",
  "lesson-finished",
  "quiz-answered",
  "quiz-finished",
  "guide-started",
  "guide-step-done",
  "guide-stuck",
  "guide-finished",
  "safety-read",
] as const satisfies readonly RecordName[];

/** The definitions as they hold for this basic track. Each has its record in docs/decisions/0010-indicator-*.md. */
export const definitions = (track: BasicTrack): Record<CountedId, IndicatorDefinition> => ({
  reach: {
    id: "reach",
    version: "reach/1",
    title: { vi: "Đã học ít nhất một bài", en: "Finished at least one lesson" },
    numerator: {
      vi: "Số người từ 16 tuổi đã học hết ít nhất một bài (cả phần câu hỏi) trước giờ chốt số; mỗi người tính một lần, dù học trên mấy máy.",
      en: "People aged 16 or over who went through at least one whole lesson, questions included, before the cut-off; each person once, on however many phones.",
    },
    denominator: adults,
    over: "cut-off",
  },
  "basic-skills": {
    id: "basic-skills",
    version: `basic-skills/1:${track.id}(${track.lessons.join(",")})`,
    title: { vi: `Đạt đủ ${track.lessons.length} bài cơ bản`, en: `Passed all ${track.lessons.length} basic lessons` },
    numerator: {
      vi: `Số người từ 16 tuổi đã đạt câu hỏi cuối bài của cả ${track.lessons.length} bài cơ bản (${track.lessons.join(", ")}) trước giờ chốt số. Không thay cho xác nhận chính thức trên VNeID.`,
      en: `People aged 16 or over who passed the quiz of each of the ${track.lessons.length} basic lessons (${track.lessons.join(", ")}) before the cut-off. Does not replace the official confirmation on VNeID.`,
    },
    denominator: adults,
    over: "cut-off",
  },
  active: {
    id: "active",
    version: "active/1",
    title: { vi: "Có học trong kỳ", en: "Active in the period" },
    numerator: {
      vi: "Số người từ 16 tuổi có ít nhất một lần học bài, trả lời câu hỏi, làm theo hướng dẫn hoặc đọc bài an toàn trong kỳ; mỗi người tính một lần.",
      en: "People aged 16 or over with at least one act of learning in the period: a lesson, a question, a step of a guide or a safety topic; each person once.",
    },
    denominator: adults,
    over: "period",
  },
});

const adults: Bilingual = {
  vi: "Số dân từ 16 tuổi của xã hoặc xóm do cán bộ nhập, có ngày và nguồn: dòng mới nhất không sau ngày chốt số.",
  en: "Residents aged 16 or over of the commune or village, entered by staff with day and source: the latest row not after the cut-off.",
};
