import { z } from "zod";
import { kind } from "./kind.ts";

const id = z.string().min(1);
const nothing = z.strictObject({});
/** `lesson/item` */
const item = z.string().regex(/^[^/]+\/[^/]+$/);
const answer = z.strictObject({ right: z.boolean() });

/** What somebody learnt, and what was asked of them. Nearly all of it is kept, and figures stand on it. */
export const learningRecords = {
  /** The first step of a lesson was shown, also on going through it again. */
  "lesson-started": kind(id, nothing, { ref: "giu-ma-otp", data: {} }),
  /** All steps and the whole quiz were gone through, passed or not. */
  "lesson-finished": kind(id, nothing, { ref: "giu-ma-otp", data: {} }),
  /** A question of a lesson was answered, right or not: the first answer alone, trying again is for learning. */
  "quiz-answered": kind(item, answer, { ref: "giu-ma-otp/ai-hoi-ma", data: { right: true } }),
  /** With `lesson-finished`. `score`: how many of the questions were known at once. */
  "quiz-finished": kind(id, z.strictObject({ score: z.number(), of: z.number(), passed: z.boolean() }), {
    ref: "giu-ma-otp",
    data: { score: 3, of: 4, passed: true },
  }),
  /** A question was asked again days later and answered: the first answer alone. */
  "item-reviewed": kind(item, answer, { ref: "giu-ma-otp/ai-hoi-ma", data: { right: false } }),
  /** The last lesson of a track was passed, by somebody who is remembered. A score stands only where it is the track's. */
  "certificate-earned": kind(
    id,
    z.strictObject({ code: id, lesson: id.optional(), right: z.number().optional(), of: z.number().optional() }),
    { ref: "co-ban", data: { code: "7K2M9P4QWX3R", lesson: "giu-ma-otp" } },
  ),
  /** The first step of a guide was shown. */
  "guide-started": kind(id, nothing, { ref: "vneid-cai-dat", data: {} }),
  /** "Xong rồi" was pressed at a step. */
  "guide-step-done": kind(id, z.strictObject({ step: id }), { ref: "vneid-cai-dat", data: { step: "tai-ve" } }),
  /** "Tôi bị vướng" was pressed, and then what it was. */
  "guide-stuck": kind(id, z.strictObject({ step: id, stuck: id }), {
    ref: "vneid-cai-dat",
    data: { step: "tai-ve", stuck: "khong-thay" },
  }),
  /** The end of a guide was reached. */
  "guide-finished": kind(id, nothing, { ref: "vneid-cai-dat", data: {} }),
  /** A safety topic was opened. */
  "safety-read": kind(id, nothing, { ref: "gia-danh-cong-an", data: {} }),
  /** What a person says of themselves, who let the commune count it. Not learning. */
  "self-assessed": kind(id, z.strictObject({ answer: z.enum(["yes", "no", "unsure"]) }), {
    ref: "cashless",
    data: { answer: "unsure" },
  }),
  /** Nobody answered what was typed. */
  "search-missed": kind(z.null(), nothing, { ref: null, data: {} }),
};
