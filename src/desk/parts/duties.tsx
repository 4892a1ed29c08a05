import { type Due, dueReports } from "../../indicator/duty.ts";
import { day } from "../../ui/format.ts";
import { table } from "../../ui/words.ts";
import type { View } from "../view.ts";
import { type DeskTable, deskTable } from "./desk-table.tsx";

/** Every reporting duty of the document, word for word, the nearest first. */
export const dutyTable = (view: View): DeskTable => {
  const { language } = view;
  const w = words(language);
  return deskTable<Due>(view, {
    name: "bao-cao",
    title: w.title,
    columns: [
      {
        head: w.duty,
        cell: ({ duty }) => `${duty.from} → ${duty.to.join(", ")}`,
        show: ({ duty }) => (
          <>
            <b>{`${duty.from} → ${duty.to.join(", ")}`}</b>
            <blockquote lang="vi">{duty.text}</blockquote>
            <p class="note">{duty.content[language]}</p>
          </>
        ),
      },
      { head: w.often, cell: ({ duty }) => w.every[duty.period] },
      { head: w.clause, cell: ({ duty }) => duty.clause },
      { head: w.verbatim, cell: ({ duty }) => duty.text, fileOnly: true },
      {
        head: w.deadline,
        cell: ({ due }) => (due ? { day: due.day } : w.noDay),
        class: "num",
        show: ({ due, lastPassed }) =>
          due ? w.next(day(due.day), due.daysLeft, lastPassed ? day(lastPassed) : "") : w.noDay,
      },
    ],
    rows: dueReports(view.row.commune.reports, view.now),
    id: ({ duty }) => duty.id,
    none: w.none,
  });
};

export const Duties = ({ view, lines }: { view: View; lines: DeskTable }) => (
  <section class="sec" id="bao-cao">
    <header>
      <h2>{words(view.language).title}</h2>
    </header>
    {lines.html}
  </section>
);

const words = table(
  {
    title: "Chế độ báo cáo trong văn bản",
    none: "Văn bản không nêu.",
    duty: "Ai báo cáo ai",
    often: "Kỳ",
    clause: "Điều khoản",
    verbatim: "Nguyên văn",
    deadline: "Hạn",
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
    duty: "Who reports to whom",
    often: "How often",
    clause: "Clause",
    verbatim: "Verbatim",
    deadline: "Due",
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
