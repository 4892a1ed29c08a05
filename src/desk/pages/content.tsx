import { daysBetween, dueForReview, type Owner, ownerNames, owners, type Topic } from "../../content/topics.ts";
import { dayOf } from "../../kit/vietnam-time.ts";
import { day } from "../../ui/format.ts";
import { Status } from "../../ui/status.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import type { View } from "../view.ts";

/** What somebody must look at again, by who answers for it, and what it stands on; below it, when the rest is due. */
export const contentPage = async (view: View) => {
  const w = words(view.language);
  const today = dayOf(view.now);
  const due = dueForReview(view.deps.topics, today);
  return (
    <Desk view={view} at="content" title={w.title}>
      <p class="note">{w.note}</p>
      {due.length === 0 && <p class="empty">{w.none}</p>}
      {owners.map((owner) => (
        <Due view={view} owner={owner} topics={due.filter((t) => t.owner === owner)} key={owner} />
      ))}
      <section class="sec">
        <header>
          <h2>{w.next}</h2>
        </header>
        <table class="t stack">
          <thead>
            <tr>
              <th scope="col">{w.owner}</th>
              <th class="r" scope="col">
                {w.topics}
              </th>
              <th class="r" scope="col">
                {w.nearest}
              </th>
            </tr>
          </thead>
          <tbody>
            {owners.map((owner) => {
              const theirs = view.deps.topics.filter((t) => t.owner === owner);
              const nearest = theirs.map((t) => t.reviewBy).sort()[0];
              return (
                <tr key={owner}>
                  <th scope="row">{ownerNames[owner][view.language]}</th>
                  <td class="r" data-label={w.topics}>
                    {theirs.length}
                  </td>
                  <td class="r" data-label={w.nearest}>
                    {nearest ? `${day(nearest)} (${w.left(daysBetween(today, nearest))})` : "–"}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </Desk>
  );
};

const Due = ({
  view,
  owner,
  topics,
}: {
  view: View;
  owner: Owner;
  topics: readonly (Topic & { daysLeft: number })[];
}) => {
  if (topics.length === 0) return null;
  const w = words(view.language);
  return (
    <section class="sec">
      <header>
        <h2>{ownerNames[owner][view.language]}</h2>
        <span class="aside">{w.count(topics.length)}</span>
      </header>
      <table class="t stack review">
        <thead>
          <tr>
            <th scope="col">{w.topic}</th>
            <th scope="col">{w.by}</th>
            <th scope="col">{w.sources}</th>
          </tr>
        </thead>
        <tbody>
          {topics.map((t) => (
            <tr key={t.code}>
              <th scope="row">{`${t.code} · ${t.title[view.language]}`}</th>
              <td data-label={w.by}>
                <Status is={t.daysLeft < 0 ? "late" : "slow"}>{`${day(t.reviewBy)}, ${w.left(t.daysLeft)}`}</Status>
              </td>
              <td data-label={w.sources}>
                <Sources view={view} sources={t.sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
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
