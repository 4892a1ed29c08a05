import { periodLabel } from "../../kit/period.ts";
import { timeLabel } from "../../kit/vietnam-time.ts";
import { audienceName } from "../../ui/audiences.ts";
import { number } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { Trend } from "../../ui/trend.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { may } from "../may.ts";
import { type Overview, overview } from "../overview.ts";
import type { Page } from "../page.ts";
import { BackupWarning } from "../parts/backup.tsx";
import { BreachWarning } from "../parts/breaches.tsx";
import { ChannelWarnings } from "../parts/channels.tsx";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import { Due } from "../parts/due.tsx";
import { KpiCard } from "../parts/kpi.tsx";
import { ReviewWarning } from "../parts/review.tsx";
import { TicketList } from "../parts/ticket-list.tsx";
import { Villages, villageTable } from "../parts/village-table.tsx";
import { href, type View } from "../view.ts";

/** The first page: three figures that can be defended, where help is needed, who is waiting. */
export const overviewPage: Page = {
  path: "",
  title: ({ language }) => words(language).title,
  nav: "work",
  icon: "home",
  may: "see-figures",
  usesPeriod: true,
  holds: "tickets",
  tables: async (view) => tablesOf(view, (await load(view)).model),
  render: async (view) => {
    const { deps, row, period, language } = view;
    const { model, tickets, villages, channels, breaches } = await load(view);
    const [lines, audiences] = tablesOf(view, model);
    const w = words(language);
    const code = row.commune.code;
    return (
      <Desk
        view={view}
        cutoff={model.cutoff}
        sample={model.sample}
        aside={
          <>
            <span class="asof">{w.counted(timeLabel(model.cutoff))}</span>
            <div class="r">
              <a class="btn" href={`/ket-qua/${code}?ky=${period.key}`}>
                <Icon name="open" />
                {w.open}
              </a>
              <a class="btn main" href={href(view, "/tai/noi.xlsx")}>
                <Icon name="save" />
                {w.file}
              </a>
            </div>
          </>
        }
      >
        <Due view={view} due={model.due} adultsMissing={model.adultsMissing} />
        <ChannelWarnings view={view} channels={channels} />
        <BreachWarning view={view} breaches={breaches} />
        <BackupWarning view={view} backup={deps.backup()} />
        <ReviewWarning view={view} />
        <section class="band" aria-label={w.band}>
          {model.kpis.map((kpi) => (
            <KpiCard view={view} kpi={kpi} key={kpi.definition.id} />
          ))}
        </section>
        <div class="grid">
          <Villages view={view} model={model} lines={lines} />
          {may(view, "see-people") && (
            <TicketList view={view} tickets={tickets} names={new Map(villages.map((v) => [v.id, v.name]))} limit={5} />
          )}
          <TrendSection view={view} model={model} />
          <section class="sec fun">
            <header>
              <h2>{w.audiences}</h2>
              <span class="aside">{w.audiencesNote}</span>
            </header>
            {audiences.html}
          </section>
          <Elsewhere view={view} model={model} />
        </div>
      </Desk>
    );
  },
};

const load = async (view: View) => {
  const { deps, row, period, now } = view;
  const { code } = row.commune;
  const [set, villages, tickets, channels, breaches] = await Promise.all([
    deps.indicator.figureSet(code, period),
    deps.store.villages(code),
    deps.store.tickets(code),
    deps.channels(code),
    may(view, "read-log") ? deps.store.breaches(code) : [],
  ]);
  const { definitions } = deps.indicator;
  const model = overview({ set, definitions, tickets, row, now });
  return { model, tickets, villages, channels, breaches };
};

const tablesOf = (view: View, model: Overview): readonly [DeskTable, DeskTable] => [
  villageTable(view, model),
  audienceTable(view, model),
];

const audienceTable = (view: View, { audiences }: Overview): DeskTable => {
  const w = words(view.language);
  return deskTable(view, {
    name: "nhom",
    title: w.audiences,
    class: "t",
    columns: [
      { head: w.audience, cell: (line) => audienceName(line.audience, view.language) },
      { head: w.reach, cell: (line) => line.reach, numeric: true },
      { head: w.basic, cell: (line) => line["basic-skills"], numeric: true },
      {
        head: w.active(periodLabel(view.period, view.language).toLowerCase()),
        cell: (line) => line.active,
        numeric: true,
      },
    ],
    rows: audiences,
    id: (line) => line.audience ?? "?",
    none: w.noAudience,
  });
};

const TrendSection = ({ view, model }: { view: View; model: Overview }) => {
  const { language } = view;
  const w = words(language);
  const { months, reach, "basic-skills": basic } = model.trend;
  return (
    <section class="sec trd">
      <header>
        <h2>{w.trend}</h2>
        {months.length > 0 && (
          <span class="aside keys">
            <i class="k first" /> {w.reach} <i class="k second" /> {w.basic}
          </span>
        )}
      </header>
      {months.length === 0 ? (
        <p class="empty">{w.noTrend(view.row.commune.unit.lower)}</p>
      ) : (
        <>
          <Trend
            months={months}
            language={language}
            lines={[
              { label: w.reach, values: reach, kind: "first" },
              { label: w.basic, values: basic, kind: "second" },
            ]}
            label={w.trendLabel(number(reach.at(-1) ?? 0, language), number(basic.at(-1) ?? 0, language))}
          />
          <p class="note">{w.trendNote}</p>
        </>
      )}
    </section>
  );
};

const Elsewhere = ({ view, model }: { view: View; model: Overview }) => {
  const w = words(view.language);
  const { elsewhere, selfDeclared } = model;
  if (elsewhere.length + selfDeclared.length === 0) return null;
  return (
    <section class="sec els">
      <header>
        <h2>{w.elsewhere}</h2>
        <span class="aside">
          <a href={href(view, "/chi-tieu")}>{w.all(elsewhere.length + selfDeclared.length)}</a>
        </span>
      </header>
      <ul class="els-list">
        {[...selfDeclared, ...elsewhere].slice(0, 8).map((t) => (
          <li key={t.id}>
            <span>
              {t.label[view.language]} <span class="note">{`${t.clause}${t.horizon ? ` · ${t.horizon}` : ""}`}</span>
            </span>
            <span class="how">
              <Icon name={t.measured === "self" ? "self" : "input"} small />
              {w.how[t.measured]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const words = table(
  {
    title: "Tổng quan",
    counted: (time: string) => `Đếm lúc ${time}`,
    open: "Trang công khai",
    file: "Tải bảng (Excel)",
    band: "Ba chỉ số chính",
    trend: "Xu hướng",
    reach: "Học ≥ 1 bài",
    basic: "Đạt đủ bài cơ bản",
    active: (period: string) => `Có học, ${period}`,
    noTrend: (unit: string) =>
      `Chưa có ai học xong bài nào, nên chưa có gì để vẽ. Tạo mã mời cho thành viên tổ, in mã của từng ${unit} rồi đẩy bài đầu tiên.`,
    trendLabel: (reach: string, basic: string) =>
      `Cộng dồn theo tháng: ${reach} người đã học ít nhất một bài, ${basic} người đạt đủ bài cơ bản`,
    trendNote: "Số người cộng dồn đến hết mỗi tháng, theo cách tính hiện nay.",
    audiences: "Theo nhóm người học",
    audiencesNote: "Cộng lại bằng cả xã",
    audience: "Nhóm tự chọn",
    noAudience: "Chưa có người học.",
    elsewhere: "Chỉ tiêu của kế hoạch không có trong ba chỉ số",
    all: (n: number) => `Xem cả ${n}`,
    how: {
      bot: "Máy đếm",
      self: "Tự khai, chưa đối chiếu",
      staff: "Cán bộ nhập từ phần mềm khác",
      "not-here": "Không đo ở đây",
    },
  },
  {
    title: "Overview",
    counted: (time) => `Counted at ${time}`,
    open: "Public page",
    file: "Download (Excel)",
    band: "Three main figures",
    trend: "Trend",
    reach: "≥ 1 lesson",
    basic: "All basic lessons passed",
    active: (period) => `Active, ${period}`,
    noTrend: () =>
      "Nobody has finished a lesson yet, so there is nothing to draw. Make invitation codes for the team, print the code of each village and push the first lesson.",
    trendLabel: (reach, basic) =>
      `Cumulative by month: ${reach} people finished at least one lesson, ${basic} passed all basic lessons`,
    trendNote: "People, cumulative to the end of each month, by today's rules.",
    audiences: "By audience",
    audiencesNote: "Adds up to the commune",
    audience: "Self-chosen group",
    noAudience: "No learners yet.",
    elsewhere: "Targets of the plan outside the three figures",
    all: (n) => `See all ${n}`,
    how: {
      bot: "Counted here",
      self: "Self-declared, not verified",
      staff: "Staff, from other systems",
      "not-here": "Not measured here",
    },
  },
);
