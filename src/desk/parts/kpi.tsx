import { periodLabel } from "../../kit/period.ts";
import { dayLabel, timeLabel } from "../../kit/vietnam-time.ts";
import { Bullet } from "../../ui/bar.tsx";
import { day, number, percentage } from "../../ui/format.ts";
import { Status } from "../../ui/status.tsx";
import { table } from "../../ui/words.ts";
import type { Kpi } from "../overview.ts";
import { href, type View } from "../view.ts";

/** One indicator with all it takes to defend it: numerator, denominator, source, rule, cut-off, and the plan's marks. */
export const KpiCard = ({ view, kpi }: { view: View; kpi: Kpi }) => {
  const { language } = view;
  const w = words(language);
  const { definition, figure, marks, wordsOnly } = kpi;
  const plan = [...marks.map((m) => m.target), ...wordsOnly];
  const when = definition.over === "period" ? periodLabel(view.period, language).toLowerCase() : w.sinceStart;
  return (
    <article class="kpi">
      <div class="h">
        <h2>{definition.title[language]}</h2>
        <Standing kpi={kpi} view={view} />
      </div>
      <div class="fg">
        {figure.value !== null && figure.denominator !== null ? (
          <>
            <b class="num">{percentage(figure.value, language)}</b>
            <p class="num">
              {w.of(number(figure.numerator, language), number(figure.denominator, language))}
              <span>{`${figure.denominatorSource?.source ?? ""}, ${day(figure.denominatorSource?.asOf ?? "")}`}</span>
            </p>
          </>
        ) : (
          <>
            <b class="num">{number(figure.numerator, language)}</b>
            <p>
              {w.people}
              <span>
                <a href={href(view, "/so-lieu")}>{w.noAdults}</a>
              </span>
            </p>
          </>
        )}
      </div>
      {figure.value !== null ? (
        <Bullet value={figure.value} marks={marks} language={language} />
      ) : (
        <div class="bul none" />
      )}
      <dl>
        <dt>{w.cutoff}</dt>
        <dd class="num">{w.until(when, timeLabel(figure.cutoff), dayLabel(figure.cutoff))}</dd>
        <dt>{w.rule}</dt>
        <dd>
          <details class="rule">
            <summary>{figure.version.replace(/\(.*/, "")}</summary>
            <p>{definition.numerator[language]}</p>
            <p>{definition.denominator[language]}</p>
            <p class="num">{figure.version}</p>
          </details>
        </dd>
        <dt>{w.basis}</dt>
        <dd>
          {plan[0] ? (
            <a
              href={`${href(view, "/chi-tieu", { loc: "tat-ca" })}#${plan[0].id}`}
            >{`${plan[0].clause}${plan[0].horizon ? ` (${plan[0].horizon})` : ""}`}</a>
          ) : (
            w.noTarget
          )}
          {plan.length > 0 && marks.length === 0 && <span class="note">{` ${w.wordsOnly}`}</span>}
          {plan.length > 1 && <span class="note">{` ${w.more(plan.length - 1)}`}</span>}
        </dd>
      </dl>
    </article>
  );
};

const Standing = ({ kpi: { figure, marks }, view: { language } }: { kpi: Kpi; view: View }) => {
  const w = words(language);
  const mark = marks.find((m) => m.standing === "active");
  if (figure.value === null) return <Status is="unk">{w.noShare}</Status>;
  if (!mark) return null;
  return mark.reached ? (
    <Status is="ok">{w.met(mark.target.horizon)}</Status>
  ) : (
    <Status is="slow">{w.below(mark.target.horizon)}</Status>
  );
};

const words = table(
  {
    sinceStart: "từ đầu",
    of: (n: string, d: string) => `${n} / ${d} người từ 16 tuổi`,
    people: "người",
    noAdults: "Chưa nhập số dân",
    cutoff: "Tính",
    until: (when: string, time: string, date: string) => `${when} đến ${time}, ${date}`,
    rule: "Cách tính",
    basis: "Căn cứ",
    noTarget: "Kế hoạch không nêu",
    wordsOnly: "(không ghi con số)",
    more: (n: number) => `còn ${n} mục`,
    noShare: "Chưa có tỷ lệ",
    met: (year: number | null) => `Đạt mốc ${year ?? ""}`,
    below: (year: number | null) => `Dưới mốc ${year ?? ""}`,
  },
  {
    sinceStart: "since the start",
    of: (n, d) => `${n} / ${d} residents aged 16+`,
    people: "people",
    noAdults: "Residents not entered",
    cutoff: "Counted",
    until: (when, time, date) => `${when} to ${time}, ${date}`,
    rule: "Rule",
    basis: "Basis",
    noTarget: "Not in the plan",
    wordsOnly: "(sets no number)",
    more: (n) => `and ${n} more`,
    noShare: "No share yet",
    met: (year) => `${year ?? ""} target met`,
    below: (year) => `Below ${year ?? ""} target`,
  },
);
