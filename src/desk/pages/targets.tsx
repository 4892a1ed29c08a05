import type { Flag, Target } from "../../communes/schema.ts";
import { type SelfFigure, selfFigure } from "../../indicator/declared.ts";
import { countedIds } from "../../indicator/definitions.ts";
import { figure } from "../../indicator/figure.ts";
import { selfDefinitions, selfIds } from "../../indicator/self.ts";
import { type Standing, standing } from "../../indicator/targets.ts";
import { dayOf } from "../../kit/vietnam-time.ts";
import { number, percentage } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { SelfDeclared } from "../parts/declared.tsx";
import { Duties } from "../parts/duties.tsx";
import { href, type View } from "../view.ts";

type Filter = "dang-theo" | "tat-ca" | "lam-ro";

/** Every target of the commune's own document, word for word, with where it stands and what in it is not clear. */
export const targetsPage = async (view: View, query: Readonly<Record<string, unknown>>) => {
  const { deps, row, period, language } = view;
  const { targets, flags, document } = row.commune;
  const w = words(language);
  const year = Number(dayOf(view.now).slice(0, 4));
  const [snapshot, { declared, cutoff }, rows] = await Promise.all([
    deps.indicator.snapshot(row.commune.code, period),
    deps.indicator.declaration(row.commune.code, period),
    deps.store.denominators(row.commune.code),
  ]);
  const measured = new Map<string, string>(
    countedIds.map((id) => {
      const f = figure(deps.indicator.definitions[id], snapshot.groups[id], rows, snapshot.cutoff);
      return [
        id,
        f.value === null
          ? w.people(number(f.numerator, language))
          : `${percentage(f.value, language)} (${number(f.numerator, language)}/${number(f.denominator ?? 0, language)})`,
      ];
    }),
  );
  const said = new Map<string, SelfFigure>(
    selfIds.map((id) => [id, selfFigure(selfDefinitions[id], declared, rows, cutoff)]),
  );
  const stands = new Map(targets.map((t) => [t.id, standing(t, targets, year)]));
  const current = targets.filter((t) => ["active", "undated"].includes(stands.get(t.id) ?? ""));
  const unclear = targets.filter((t) => t.flags.length > 0);
  const filter: Filter = query.loc === "tat-ca" || query.loc === "lam-ro" ? query.loc : "dang-theo";
  const lists: Record<Filter, readonly Target[]> = { "dang-theo": current, "tat-ca": targets, "lam-ro": unclear };
  const byId = new Map(flags.map((f) => [f.id, f]));
  return (
    <Desk
      view={view}
      at="targets"
      title={w.title}
      sample={[...said.values()].some((f) => f.sample)}
      aside={<span class="asof">{w.count(targets.length, new Set(targets.flatMap((t) => t.horizon ?? [])).size)}</span>}
    >
      <div class="filters">
        {(["dang-theo", "tat-ca", "lam-ro"] as const).map((id) => (
          <a
            class="pick"
            key={id}
            href={href(view, "/chi-tieu", { loc: id })}
            {...(id === filter ? { "aria-current": "true" } : {})}
          >
            {w.filters[id]} <span class="num">{lists[id].length}</span>
          </a>
        ))}
        <span class="note src">{`${w.source}: ${[document.kind, document.number, document.issuer, document.date].filter(Boolean).join(", ")}. ${document.note[language]}`}</span>
      </div>
      <table class="t targets stack">
        <thead>
          <tr>
            <th scope="col">{w.clause}</th>
            <th scope="col">{w.target}</th>
            <th scope="col">{w.horizon}</th>
            <th scope="col">{w.how}</th>
            <th scope="col">{w.now}</th>
          </tr>
        </thead>
        <tbody>
          {lists[filter].map((t) => (
            <TargetRow
              key={t.id}
              view={view}
              target={t}
              stands={stands.get(t.id) ?? "undated"}
              now={measured.get(t.indicator ?? "") ?? null}
              said={said.get(t.indicator ?? "") ?? null}
              flags={t.flags.flatMap((f) => byId.get(f) ?? [])}
            />
          ))}
        </tbody>
      </table>
      {lists[filter].length === 0 && <p class="empty">{w.nothing}</p>}
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
      <Duties view={view} />
    </Desk>
  );
};

const TargetRow = ({
  view,
  target: t,
  stands,
  now,
  said,
  flags,
}: {
  view: View;
  target: Target;
  stands: Standing;
  now: string | null;
  said: SelfFigure | null;
  flags: readonly Flag[];
}) => {
  const { language } = view;
  const w = words(language);
  return (
    <>
      <tr id={t.id} class={flags.length > 0 ? "flagged" : ""}>
        <td class="cl" data-label={w.clause}>
          {t.clause}
        </td>
        <th scope="row">
          {t.label[language]}
          <blockquote lang="vi">
            {t.text}
            {t.cell && <b class="num"> {t.cell}</b>}
          </blockquote>
          {t.note && <p class="note">{t.note[language]}</p>}
          {t.lead && <p class="note">{`${w.lead}: ${t.lead}`}</p>}
        </th>
        <td data-label={w.horizon}>
          <b class="num">{t.horizon ?? "–"}</b>
          <span class={`stand ${stands}`}>{w.stands[stands]}</span>
          {t.due && <span class="note">{t.due}</span>}
          {t.horizon === null && t.horizon_note && <span class="note">{t.horizon_note[language]}</span>}
        </td>
        <td data-label={w.how}>
          <span class="how">
            <Icon
              name={({ bot: "bot", self: "self", staff: "input", "not-here": "paper" } as const)[t.measured]}
              small
            />
            {w.measured[t.measured]}
          </span>
        </td>
        <td class="num" data-label={w.now}>
          {said ? (
            <SelfDeclared view={view} figure={said} />
          ) : (
            (now ?? <span class="note">{w.notYet[t.measured]}</span>)
          )}
        </td>
      </tr>
      {flags.length > 0 && (
        <tr class="unclear">
          <td colSpan={5}>
            {flags.map((f) => (
              <Unclear flag={f} view={view} key={f.id} />
            ))}
          </td>
        </tr>
      )}
    </>
  );
};

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
    reading: "Hệ thống đang hiểu:",
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
