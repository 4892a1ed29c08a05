import { periodLabel } from "../../kit/period.ts";
import { timeLabel } from "../../kit/vietnam-time.ts";
import { audienceName } from "../../ui/audiences.ts";
import { number } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { Trend } from "../../ui/trend.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { type Overview, overview } from "../overview.ts";
import { BackupWarning } from "../parts/backup.tsx";
import { ChannelWarnings } from "../parts/channels.tsx";
import { Due } from "../parts/due.tsx";
import { KpiCard } from "../parts/kpi.tsx";
import { ReviewWarning } from "../parts/review.tsx";
import { TicketList } from "../parts/ticket-list.tsx";
import { VillageTable } from "../parts/village-table.tsx";
import { href, type View } from "../view.ts";

/** The first page: three figures that can be defended, where help is needed, who is waiting. */
export const overviewPage = async (view: View) => {
  const { deps, row, period, now, language } = view;
  const code = row.commune.code;
  const [snapshot, rows, villages, tickets, channels] = await Promise.all([
    deps.indicator.snapshot(code, period),
    deps.store.denominators(code),
    deps.store.villages(code),
    deps.store.tickets(code),
    deps.channels(code),
  ]);
  const model = overview({ snapshot, definitions: deps.indicator.definitions, rows, villages, tickets, row, now });
  const w = words(language);
  const names = new Map(villages.map((v) => [v.id, v.name]));
  return (
    <Desk
      view={view}
      at="overview"
      title={w.title}
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
            <a class="btn main" href={`/ket-qua/${code}.csv?ky=${period.key}`}>
              <Icon name="save" />
              {w.csv}
            </a>
          </div>
        </>
      }
    >
      <Due view={view} due={model.due} adultsMissing={model.adultsMissing} />
      <ChannelWarnings view={view} channels={channels} />
      <BackupWarning view={view} backup={deps.backup()} />
      <ReviewWarning view={view} />
      <section class="band" aria-label={w.band}>
        {model.kpis.map((kpi) => (
          <KpiCard view={view} kpi={kpi} key={kpi.definition.id} />
        ))}
      </section>
      <div class="grid">
        <VillageTable view={view} model={model} />
        <TicketList view={view} tickets={tickets} names={names} limit={5} />
        <TrendSection view={view} model={model} />
        <Audiences view={view} model={model} />
        <Elsewhere view={view} model={model} />
      </div>
    </Desk>
  );
};

const TrendSection = ({ view, model }: { view: View; model: Overview }) => {
  const { language } = view;
  const w = words(language);
  const { months, reach, basic } = model.trend;
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

const Audiences = ({ view, model }: { view: View; model: Overview }) => {
  const { language } = view;
  const w = words(language);
  return (
    <section class="sec fun">
      <header>
        <h2>{w.audiences}</h2>
        <span class="aside">{w.audiencesNote}</span>
      </header>
      {model.audiences.length === 0 ? (
        <p class="empty">{w.noAudience}</p>
      ) : (
        <table class="t">
          <thead>
            <tr>
              <th scope="col">{w.audience}</th>
              <th class="r" scope="col">
                {w.reach}
              </th>
              <th class="r" scope="col">
                {w.basic}
              </th>
              <th class="r" scope="col">
                {w.active(periodLabel(view.period, language).toLowerCase())}
              </th>
            </tr>
          </thead>
          <tbody>
            {model.audiences.map((line) => (
              <tr key={line.audience ?? "?"}>
                <th scope="row">{audienceName(line.audience, language)}</th>
                <td class="r">{number(line.reach, language)}</td>
                <td class="r">{number(line.basic, language)}</td>
                <td class="r">{number(line.active, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
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
    counted: (time: string) => `Chốt số lúc ${time}`,
    open: "Trang công khai",
    csv: "Tải bảng số (CSV)",
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
      staff: "Cán bộ nhập từ hệ thống khác",
      "not-here": "Không đo ở đây",
    },
  },
  {
    title: "Overview",
    counted: (time) => `Counted at ${time}`,
    open: "Public page",
    csv: "Download table (CSV)",
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
