import { check as checkLibrary } from "../check/check.ts";
import { dayOf } from "../kit/vietnam-time.ts";
import type { Verb } from "./verb.ts";

/** `check`: every rule of the checker over all flows and content. */
export const check: Verb = {
  says: {
    vi: "kiểm tra mọi kịch bản, bài học, hướng dẫn và chuyện an toàn",
    en: "check every flow, lesson, guide and safety topic",
  },
  run: async ({ taught }) => {
    const problems = checkLibrary(taught.library, { today: dayOf(Date.now()) });
    const lines = problems.map((p) => `${p.file}:${p.line}  ${p.rule}  ${p.says}`);
    return {
      value: problems,
      lines: lines.length > 0 ? lines : ["everything holds"],
      ...(problems.length > 0 ? { failed: true } : {}),
    };
  },
};
