import type { Flag, Target } from "../../communes/schema.ts";
import { type Standing, standing } from "../../communes/standing.ts";
import type { SelfFigure } from "../../indicator/declared.ts";
import { countedIds } from "../../indicator/definitions.ts";
import { yearOf } from "../../kit/vietnam-time.ts";
import { number, percentage } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import type { Page, Query } from "../page.ts";
import { SelfDeclared, selfWords } from "../parts/declared.tsx";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import { Duties, dutyTable } from "../parts/duties.tsx";
import { href, type View } from "../view.ts";

/** Every target of the commune's own document, word for word, with where it stands and what in it is not clear. */
export const targetsPage: Page = {
  path: "/chi-tieu",
  title: ({ language }) => words(language).title,
  nav: "work",
  icon: "target",
  may: "see-figures",
  usesPeriod: true,
  tables: async (view, query) => [targetTable(view, await load(view, query)), dutyTable(view)],
  render: async (view, query) => {
    const { row, language } = view;
    const { targets, flags, document } = row.commune;
    const w = words(language);
    const model = await load(view, query);
    return (
      <Desk
        view={view}
        sample={model.sample}
        aside={
          <span class="asof">{w.count(targets.length, new Set(targets.flatMap((t) => t.horizon ?? [])).size)}</span>
        }
      >
        <div class="filters">
          {filters.map((id) => (
            <a
              class="pick"
              key={id}
              href={href(view, "/chi-tieu", { loc: id })}
              {...(id === model.filter ? { "aria-current": "true" } : {})}
            >
              {w.filters[id]} <span class="num">{model.lists[id].length}</span>
            </a>
          ))}
          <span class="note src">{`${w.source}: ${[document.kind, document.number, document.issuer, document.date].filter(Boolean).join(", ")}. ${document.note[language]}`}</span>
        </div>
        {targetTable(view, model).html}
        {flags.some((f) => f.about === "commune") && (
          <section class="sec">
            <header>
              <h2>{w.aboutDocument}</h2>
            </header>
            {flags
              .filter((f) => f.about === "commune")
              .map((f) => (
                <Unclear flag={f} view={view} key={f.id} />
              ))}
          </section>
        )}
        <Duties view={view} lines={dutyTable(view)} />
      </Desk>
    );
  },
};

type Model = Awaited<ReturnType<typeof load>>;
const load = async (view: View, query: Query) => {
  const { deps, row, period, language } = view;
  const { code, targets } = row.commune;
  const w = words(language);
  const year = yearOf(view.now);
  const { places, selfDeclared, sample } = await deps.indicator.figureSet(code, period);
  const counted = new Map<string, string>(
    countedIds.map((id) => {
      const f = places[0].figures[id];
      return [
        id,
        f.value === null
          ? w.people(number(f.numerator, language))
          : `${percentage(f.value, language)} (${number(f.numerator, language)}/${number(f.denominator ?? 0, language)})`,
      ];
    }),
  );
  const said = new Map<string, SelfFigure>(selfDeclared.map((f) => [f.indicator, f]));
  const stands = new Map(targets.map((t) => [t.id, standing(t, targets, year)]));
  const lists: Readonly<Record<Filter, readonly Target[]>> = {
    "dang-theo": targets.filter((t) => ["active", "undated"].includes(stands.get(t.id) ?? "")),
    "tat-ca": targets,
    "lam-ro": targets.filter((t) => t.flags.length > 0),
  };
  return {
    filter: filters.find((id) => id === query.loc) ?? "dang-theo",
    lists,
    counted,
    said,
    stands,
    sample,
  };
};
const filters = ["dang-theo", "tat-ca", "lam-ro"] as const;
type Filter = (typeof filters)[number];

const targetTable = (view: View, { filter, lists, counted, said, stands }: Model): DeskTable => {
  const { language, row } = view;
  const w = words(language);
  const standsOf = (t: Target): Standing => stands.get(t.id) ?? "undated";
  const flagsOf = (t: Target) => t.flags.flatMap((id) => row.commune.flags.find((f) => f.id === id) ?? []);
  const now = (t: Target): string => {
    const figure = said.get(t.indicator ?? "");
    return figure ? selfWords(figure, language) : (counted.get(t.indicator ?? "") ?? w.notYet[t.measured]);
  };
  return deskTable<Target>(view, {
    name: "chi-tieu",
    title: w.title,
    class: "t targets stack",
    keys: { loc: filter },
    columns: [
      { head: w.clause, cell: (t) => t.clause, class: "cl" },
      {
        head: w.target,
        cell: (t) => [t.text, t.cell].filter(Boolean).join(" "),
        names: true,
        show: (t) => (
          <>
            {t.label[language]}
            <blockquote lang="vi">
              {t.text}
              {t.cell && <b class="num"> {t.cell}</b>}
            </blockquote>
            {t.note && <p class="note">{t.note[language]}</p>}
            {t.lead && <p class="note">{`${w.lead}: ${t.lead}`}</p>}
          </>
        ),
      },
      {
        head: w.horizon,
        // A year is a name; as a number a spreadsheet would write 2.030.
        cell: (t) => [t.horizon ?? "–", w.stands[standsOf(t)], t.due].filter(Boolean).join(", "),
        show: (t) => (
          <>
            <b class="num">{t.horizon ?? "–"}</b>
            <span class={`stand ${standsOf(t)}`}>{w.stands[standsOf(t)]}</span>
            {t.due && <span class="note">{t.due}</span>}
            {t.horizon === null && t.horizon_note && <span class="note">{t.horizon_note[language]}</span>}
          </>
        ),
      },
      {
        head: w.how,
        cell: (t) => w.measured[t.measured],
        show: (t) => (
          <span class="how">
            <Icon name={measuredIcons[t.measured]} small />
            {w.measured[t.measured]}
          </span>
        ),
      },
      {
        head: w.now,
        cell: now,
        class: "num",
        show: (t) => {
          const figure = said.get(t.indicator ?? "");
          if (figure) return <SelfDeclared view={view} figure={figure} />;
          return counted.get(t.indicator ?? "") ?? <span class="note">{w.notYet[t.measured]}</span>;
        },
      },
    ],
    rows: lists[filter],
    id: (t) => t.id,
    look: (t) => ({ id: t.id, ...(t.flags.length > 0 ? { class: "flagged" } : {}) }),
    below: (t) => t.flags.length > 0 && flagsOf(t).map((f) => <Unclear flag={f} view={view} key={f.id} />),
    none: w.nothing,
  });
};
const measuredIcons = { bot: "bot", self: "self", staff: "input", "not-here": "paper" } as const;

/** A doubt about the document: both places word for word, and how it is read until the commune decides. */
const Unclear = ({ flag, view: { language } }: { flag: Flag; view: View }) => (
  <details class="cav">
    <summary>
      <Icon name="flag" small />
      {flag.says[language]}
    </summary>
    <div class="cav-in">
      {flag.quotes.map((q) => (
        <figure key={`${q.clause}${q.text}`}>
          <figcaption>{q.clause}</figcaption>
          <blockquote lang="vi">{q.text}</blockquote>
        </figure>
      ))}
      <p>
        <b>{words(language).reading}</b> {flag.reading[language]}
      </p>
    </div>
  </details>
);

const words = table(
  {
    title: "Chỉ tiêu kế hoạch",
    count: (n: number, horizons: number) => `${n} chỉ tiêu · ${horizons} mốc năm · nguyên văn`,
    filters: { "dang-theo": "Đang theo dõi", "tat-ca": "Tất cả", "lam-ro": "Cần làm rõ" },
    source: "Nguồn",
    clause: "Điều khoản",
    target: "Chỉ tiêu, nguyên văn",
    horizon: "Mốc",
    how: "Cách đo",
    now: "Hiện tại",
    stands: { active: "đang theo", later: "mốc sau", history: "đã qua", undated: "không ghi năm" },
    measured: { bot: "Máy đếm", self: "Tự khai", staff: "Cán bộ nhập", "not-here": "Không đo ở đây" },
    notYet: { bot: "chưa đếm", self: "chưa hỏi", staff: "nhập tay, chưa nhập", "not-here": "báo cáo ở nơi khác" },
    people: (n: string) => `${n} người, chưa nhập số dân`,
    lead: "Chủ trì",
    reading: "Máy đang hiểu:",
    nothing: "Không có chỉ tiêu nào ở mục này.",
    aboutDocument: "Chỗ cần làm rõ của cả văn bản",
  },
  {
    title: "Plan targets",
    count: (n, horizons) => `${n} targets · ${horizons} horizons · verbatim`,
    filters: { "dang-theo": "Current", "tat-ca": "All", "lam-ro": "To be clarified" },
    source: "Source",
    clause: "Clause",
    target: "Target, verbatim",
    horizon: "Horizon",
    how: "How measured",
    now: "Now",
    stands: { active: "current", later: "later", history: "past", undated: "no year given" },
    measured: {
      bot: "Counted here",
      self: "Self-declared",
      staff: "Entered by staff",
      "not-here": "Not measured here",
    },
    notYet: {
      bot: "not counted yet",
      self: "not asked yet",
      staff: "by hand, not entered",
      "not-here": "reported elsewhere",
    },
    people: (n) => `${n} people, residents not entered`,
    lead: "Lead",
    reading: "How it is read here:",
    nothing: "No targets here.",
    aboutDocument: "Unclear in the document as a whole",
  },
);
