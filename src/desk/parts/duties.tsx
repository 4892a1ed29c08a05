import { dueReports } from "../../indicator/duty.ts";
import { day } from "../../ui/format.ts";
import { table } from "../../ui/words.ts";
import type { View } from "../view.ts";

/** Every reporting duty of the document, word for word. */
export const Duties = ({ view }: { view: View }) => {
  const w = words(view.language);
  const due = dueReports(view.row.commune.reports, view.now);
  return (
    <section class="sec" id="bao-cao">
      <header>
        <h2>{w.title}</h2>
      </header>
      {due.length === 0 && <p class="empty">{w.none}</p>}
      <ul class="els-list">
        {due.map(({ duty, due: next, lastPassed }) => (
          <li key={duty.id}>
            <span>
              <b>{`${duty.from} → ${duty.to.join(", ")}`}</b> {` · ${w.every[duty.period]} · ${duty.clause}`}
              <blockquote lang="vi">{duty.text}</blockquote>
              <span class="note">{duty.content[view.language]}</span>
            </span>
            <span class="how num">
              {next ? w.next(day(next.day), next.daysLeft, lastPassed ? day(lastPassed) : "") : w.noDay}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const words = table(
  {
    title: "Chế độ báo cáo trong văn bản",
    none: "Văn bản không nêu.",
    every: {
      month: "hằng tháng",
      quarter: "hằng quý",
      "half-year": "6 tháng",
      year: "hằng năm",
      unstated: "“định kỳ”, không ghi kỳ",
    },
    next: (on: string, left: number, last: string) => `${on}, còn ${left} ngày (lần trước ${last})`,
    noDay: "không ghi ngày hạn",
  },
  {
    title: "Reporting duties in the document",
    none: "The document names none.",
    every: {
      month: "monthly",
      quarter: "quarterly",
      "half-year": "every six months",
      year: "yearly",
      unstated: "“periodically”, period not given",
    },
    next: (on, left, last) => `${on}, ${left} days left (last ${last})`,
    noDay: "no day given",
  },
);
