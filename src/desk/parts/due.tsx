import type { Due as DueReport } from "../../indicator/duty.ts";
import { day } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { table } from "../../ui/words.ts";
import { may } from "../may.ts";
import { href, type View } from "../view.ts";

/** The next report the commune's own document asks for. Where it names no day the line says so. */
export const Due = ({
  view,
  due,
  adultsMissing,
}: {
  view: View;
  due: readonly DueReport[];
  adultsMissing: boolean;
}) => {
  const w = words(view.language);
  const [next, ...others] = due;
  return (
    <div class="due" role="status">
      <Icon name="clock" />
      <span>
        {next ? (
          <>
            {w.report(w.every[next.duty.period], next.duty.to.join(", "))}{" "}
            {next.due ? (
              <>
                {w.deadline} <b class="d">{`${day(next.due.day)}, ${w.left(next.due.daysLeft)}`}</b>
              </>
            ) : (
              w.noDay
            )}
            {` (${next.duty.clause}).`}
            {others.length > 0 && (
              <>
                {" "}
                <a href={`${href(view, "/chi-tieu")}#bao-cao`}>{w.others(others.length)}</a>
              </>
            )}
          </>
        ) : (
          w.none
        )}
        {adultsMissing && <> {w.missing}</>}
      </span>
      {adultsMissing && may(view, "enter-figures") && (
        <span class="r">
          <a class="btn sm" href={href(view, "/so-lieu")}>
            {w.enter}
          </a>
        </span>
      )}
    </div>
  );
};

const words = table(
  {
    report: (every: string, to: string) => `Báo cáo ${every} gửi ${to}:`,
    every: { month: "hằng tháng", quarter: "hằng quý", "half-year": "6 tháng", year: "hằng năm", unstated: "định kỳ" },
    deadline: "hạn",
    left: (days: number) => (days === 0 ? "là hôm nay" : `còn ${days} ngày`),
    noDay: "văn bản không ghi ngày hạn",
    others: (n: number) => `Còn ${n} chế độ báo cáo khác.`,
    none: "Kế hoạch của xã không nêu chế độ báo cáo.",
    missing: "Chưa nhập số dân từ 16 tuổi nên chưa có tỷ lệ.",
    enter: "Nhập số dân",
  },
  {
    report: (every, to) => `${every} report to ${to}:`,
    every: { month: "Monthly", quarter: "Quarterly", "half-year": "Six-month", year: "Yearly", unstated: "Periodic" },
    deadline: "due",
    left: (days) => (days === 0 ? "today" : `${days} days left`),
    noDay: "the document names no day",
    others: (n) => `${n} more reporting duties.`,
    none: "The commune's plan names no reporting duty.",
    missing: "The number of residents aged 16+ is not entered, so there is no percentage.",
    enter: "Enter residents",
  },
);
