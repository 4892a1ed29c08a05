import { daysBetween, dueForReview, type Owner, ownerNames, owners, type Topic } from "../../content/topics.ts";
import { dayOf } from "../../kit/vietnam-time.ts";
import { day } from "../../ui/format.ts";
import { Status } from "../../ui/status.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import type { Page } from "../page.ts";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import type { View } from "../view.ts";

/** What somebody must look at again, by who answers for it, and what it stands on; below it, when the rest is due. */
export const contentPage: Page = {
  path: "/noi-dung",
  title: ({ language }) => words(language).title,
  nav: "work",
  icon: "clock",
  may: "see-figures",
  usesPeriod: false,
  tables: async (view) => tablesOf(view).map(({ lines }) => lines),
  render: async (view) => {
    const w = words(view.language);
    return (
      <Desk view={view}>
        <p class="note">{w.note}</p>
        {dueForReview(view.deps.topics, dayOf(view.now)).length === 0 && <p class="empty">{w.none}</p>}
        {tablesOf(view).map(({ title, aside, lines }) => (
          <section class="sec" key={title}>
            <header>
              <h2>{title}</h2>
              {aside && <span class="aside">{aside}</span>}
            </header>
            {lines.html}
          </section>
        ))}
      </Desk>
    );
  },
};

type Section = { readonly title: string; readonly aside: string | null; readonly lines: DeskTable };

/** A table for each department with something due, then the one of all departments. */
const tablesOf = (view: View): readonly Section[] => {
  const { language, deps, now } = view;
  const w = words(language);
  const due = dueForReview(deps.topics, dayOf(now));
  return [
    ...owners.flatMap((owner): Section[] => {
      const theirs = due.filter((t) => t.owner === owner);
      if (theirs.length === 0) return [];
      return [
        { title: ownerNames[owner][language], aside: w.count(theirs.length), lines: dueTable(view, owner, theirs) },
      ];
    }),
    { title: w.next, aside: null, lines: ownerTable(view) },
  ];
};

type DueTopic = Topic & { readonly daysLeft: number };
const dueTable = (view: View, owner: Owner, rows: readonly DueTopic[]): DeskTable => {
  const { language } = view;
  const w = words(language);
  return deskTable<DueTopic>(view, {
    name: owner,
    title: ownerNames[owner][language],
    class: "t stack review",
    columns: [
      { head: w.topic, cell: (t) => `${t.code} · ${t.title[language]}` },
      {
        head: w.by,
        cell: (t) => ({ day: t.reviewBy }),
        show: (t) => (
          <Status is={t.daysLeft < 0 ? "late" : "slow"}>{`${day(t.reviewBy)}, ${w.left(t.daysLeft)}`}</Status>
        ),
      },
      {
        head: w.sources,
        cell: (t) => t.sources.map((s) => `${s.title} (${w.confidence[s.confidence]})`).join("; "),
        show: (t) => <Sources view={view} sources={t.sources} />,
      },
    ],
    rows,
    id: (t) => t.code,
    none: "",
  });
};

const ownerTable = (view: View): DeskTable => {
  const { language, deps, now } = view;
  const w = words(language);
  const today = dayOf(now);
  const theirs = (owner: Owner) => deps.topics.filter((t) => t.owner === owner);
  const nearest = (owner: Owner) =>
    theirs(owner)
      .map((t) => t.reviewBy)
      .sort()[0];
  return deskTable<Owner>(view, {
    name: "bo-phan",
    title: w.next,
    columns: [
      { head: w.owner, cell: (owner) => ownerNames[owner][language] },
      { head: w.topics, cell: (owner) => theirs(owner).length, numeric: true },
      {
        head: w.nearest,
        numeric: true,
        cell: (owner) => {
          const on = nearest(owner);
          return on ? { day: on } : null;
        },
        show: (owner) => {
          const on = nearest(owner);
          return on ? `${day(on)} (${w.left(daysBetween(today, on))})` : "–";
        },
      },
    ],
    rows: owners,
    id: (owner) => owner,
    none: "",
  });
};

/** The weakest first: that is where a reviewer begins. */
const Sources = ({ view, sources }: { view: View; sources: Topic["sources"] }) => {
  const w = words(view.language);
  const weakest = sources.toSorted((a, b) => order.indexOf(a.confidence) - order.indexOf(b.confidence));
  return (
    <details class="opens">
      <summary>
        {order
          .map((c) => ({ c, n: sources.filter((s) => s.confidence === c).length }))
          .filter(({ n }) => n > 0)
          .map(({ c, n }) => `${n} ${w.confidence[c]}`)
          .join(", ")}
      </summary>
      <ul class="els-list">
        {weakest.map((s) => (
          <li key={s.title}>
            <span lang="vi">
              {s.url ? (
                <a href={s.url} rel="noreferrer">
                  {s.title}
                </a>
              ) : (
                s.title
              )}
            </span>
            <span class="how">{`${w.confidence[s.confidence]} · ${w.checked(day(s.checked_on))}`}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};
const order = ["thap", "trung-binh", "cao"] as const;

const words = table(
  {
    title: "Nội dung cần rà soát",
    note: "Mỗi bài có bộ phận chịu trách nhiệm và ngày phải rà lại. Bài hiện ở đây trước 30 ngày. Quá ngày, khung chat nói rõ thông tin của ngày nào.",
    none: "Không có bài nào tới ngày rà soát trong 30 ngày.",
    next: "Ngày rà soát gần nhất của từng bộ phận",
    owner: "Bộ phận",
    topics: "Số bài",
    nearest: "Ngày gần nhất",
    topic: "Bài",
    by: "Phải rà trước",
    sources: "Nguồn và độ tin cậy",
    count: (n: number) => `${n} bài`,
    left: (days: number) => (days < 0 ? `quá ${-days} ngày` : days === 0 ? "hôm nay" : `còn ${days} ngày`),
    checked: (on: string) => `tra ngày ${on}`,
    confidence: { thap: "thấp", "trung-binh": "trung bình", cao: "cao" },
  },
  {
    title: "Content to review",
    note: "Every text has a department that answers for it and a day to look at it again. It stands here thirty days before. After its day the chat says of which day the information is.",
    none: "Nothing is due for review within 30 days.",
    next: "The nearest review of each department",
    owner: "Department",
    topics: "Texts",
    nearest: "Nearest day",
    topic: "Text",
    by: "Review by",
    sources: "Sources and confidence",
    count: (n) => (n === 1 ? "1 text" : `${n} texts`),
    left: (days) => (days < 0 ? `${-days} days late` : days === 0 ? "today" : `${days} days left`),
    checked: (on) => `checked ${on}`,
    confidence: { thap: "low", "trung-binh": "medium", cao: "high" },
  },
);
