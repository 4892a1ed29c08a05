import { daysBetween, REVIEW_AHEAD } from "../../content/topics.ts";
import type { Rule } from "../rule.ts";
import { at, warnAt } from "../source-lines.ts";

/** Content is looked at again before its day: after it nothing is published, thirty days before its owner is told. */
export const review: Rule = {
  id: "review",
  find: ({ library, place, today }) =>
    library.items.flatMap((item) => {
      const where = place.key(`${item.kind}:${item.id}`, ["review_by"]);
      const left = daysBetween(today, item.review_by);
      if (left < 0)
        return [
          at(where, "review", {
            vi: `lẽ ra phải xem lại trước ${item.review_by}; hãy kiểm tra thông tin rồi đặt ngày mới`,
            en: `this had to be reviewed by ${item.review_by}; check its facts and set a new day`,
          }),
        ];
      return left <= REVIEW_AHEAD
        ? [
            warnAt(where, "review", {
              vi: `cần xem lại trước ${item.review_by}, còn ${left} ngày; ${item.owner} chịu trách nhiệm`,
              en: `to be reviewed by ${item.review_by}, in ${left} days; ${item.owner} answers for it`,
            }),
          ]
        : [];
    }),
};
