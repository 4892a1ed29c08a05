import { dueForReview } from "../../content/topics.ts";
import { dayOf } from "../../kit/vietnam-time.ts";
import { Icon } from "../../ui/icon.tsx";
import { table } from "../../ui/words.ts";
import { href, type View } from "../view.ts";

/** On the first page: how many texts somebody must look at again, or nothing when there is none. */
export const ReviewWarning = ({ view }: { view: View }) => {
  const due = dueForReview(view.deps.topics, dayOf(view.now));
  if (due.length === 0) return null;
  const w = words(view.language);
  const past = due.filter((t) => t.daysLeft < 0).length;
  return (
    <div class="due" role="status">
      <Icon name="flag" />
      <span>{past > 0 ? w.past(past, due.length - past) : w.soon(due.length)}</span>
      <span class="r">
        <a class="btn sm" href={href(view, "/noi-dung")}>
          {w.look}
        </a>
      </span>
    </div>
  );
};

const words = table(
  {
    past: (past: number, soon: number) =>
      `${past} bài đã quá ngày rà soát: người đọc được báo rõ ngày của thông tin.${soon > 0 ? ` ${soon} bài nữa tới ngày trong 30 ngày.` : ""}`,
    soon: (n: number) => `${n} bài tới ngày rà soát trong 30 ngày.`,
    look: "Xem bài nào",
  },
  {
    past: (past, soon) =>
      `${past} texts are past their review: readers are told the date of the information.${soon > 0 ? ` ${soon} more within 30 days.` : ""}`,
    soon: (n) => `${n} texts are due for review within 30 days.`,
    look: "See which",
  },
);
