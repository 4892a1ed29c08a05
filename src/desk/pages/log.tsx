import type { LogRow } from "../../store/ports/security-log.ts";
import { Choose, Field } from "../../ui/form.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { filterOf, logQuery, told } from "../log.ts";
import { type AuditGroup, auditGroups } from "../log-groups.ts";
import { logWords } from "../log-words.ts";
import type { Page, Query } from "../page.ts";
import { breachTable } from "../parts/breaches.tsx";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import { href, seenOf, type View } from "../view.ts";

/** The security log, the newest first. */
export const logPage: Page = {
  path: "/nhat-ky",
  title: ({ language }) => words(language).title,
  nav: "house",
  icon: "shield",
  may: "read-log",
  usesPeriod: false,
  tables: async (view, query, whole = false) => [
    (await load(view, query, whole ? mostExported : perPage)).lines,
    breachTable(view, await view.deps.store.breaches(view.staff.commune)),
  ],
  render: async (view, query) => {
    const { deps, language, staff } = view;
    const w = words(language);
    const [{ asked, keys, lines, more, shown }, people, breaches] = await Promise.all([
      load(view, query, perPage),
      deps.store.staffList(staff.commune),
      deps.store.breaches(staff.commune),
    ]);
    deps.audit.tally({ what: "log-viewed", commune: view.row.commune.code, after: { rows: shown } }, seenOf(view));
    const { groups } = logWords(language);
    return (
      <Desk view={view}>
        <section class="sec" id="su-co">
          <header>
            <h2>{w.breaches}</h2>
          </header>
          <p class="note">{w.breachesHow}</p>
          {breachTable(view, breaches).html}
        </section>
        <p class="note">{w.note}</p>
        <form method="get" action={`/desk/${view.row.commune.code}/nhat-ky`} class="filters">
          <input type="hidden" name="ky" value={view.period.key} />
          <Choose
            label={w.kind}
            name="nhom"
            value={asked.nhom ?? ""}
            options={[
              { value: "", label: w.all },
              ...(Object.keys(auditGroups) as AuditGroup[]).map((g) => ({ value: g, label: groups[g] })), // its own keys
            ]}
          />
          <Choose
            label={w.who}
            name="ai"
            value={asked.ai ?? ""}
            options={[{ value: "", label: w.anybody }, ...people.map((p) => ({ value: p.id, label: p.name }))]}
          />
          <Field label={w.from} name="tu" type="date" value={asked.tu ?? ""} />
          <Field label={w.to} name="den" type="date" value={asked.den ?? ""} />
          <Field label={w.text} name="tim" value={asked.tim ?? ""} max={80} />
          <div class="pair">
            <button class="btn main" type="submit">
              {w.show}
            </button>
          </div>
        </form>
        {lines.html}
        {more && (
          <>
            <p class="note">{w.whole}</p>
            <p>
              <a class="btn" href={href(view, "/nhat-ky", { ...keys, truoc: String(more) })}>
                {w.older}
              </a>
            </p>
          </>
        )}
      </Desk>
    );
  },
};

/** The rows the address asks for. `more`: after which row the next page begins. */
const load = async (view: View, query: Query, most: number) => {
  const asked = logQuery(query);
  const found = await view.deps.store.securityLog(filterOf(view, asked, most + 1));
  const rows = found.slice(0, most);
  const keys = Object.fromEntries(
    Object.entries({ ...asked, truoc: undefined }).flatMap(([k, v]) => (v ? [[k, String(v)]] : [])),
  );
  return {
    asked,
    keys,
    lines: logTable(view, rows, keys),
    more: found.length > most ? (rows.at(-1)?.seq ?? null) : null,
    shown: rows.length,
  };
};

/** With the hash of each row in the file: whoever keeps it can prove later that they still stand. */
const logTable = (view: View, rows: readonly LogRow[], keys: Readonly<Record<string, string>>): DeskTable => {
  const w = words(view.language);
  const t = new Map(rows.map((row) => [row.seq, told(row, view)]));
  const of = (row: LogRow, part: keyof Told): string => String(t.get(row.seq)?.[part] ?? "");
  return deskTable<LogRow>(view, {
    name: "nhat-ky",
    title: w.title,
    class: "t stack log",
    keys,
    columns: [
      { head: w.seq, cell: (row) => row.seq, numeric: true, fileOnly: true },
      {
        head: w.what,
        cell: (row) => of(row, "what"),
        names: true,
        show: (row) => (
          <>
            {of(row, "what")}
            {row.times > 1 && <span class="note"> {w.times(row.times)}</span>}
          </>
        ),
      },
      { head: w.at, cell: (row) => ({ at: row.at }) },
      { head: w.who, cell: (row) => of(row, "who") },
      { head: w.about, cell: (row) => of(row, "about") || w.nothing },
      { head: w.was, cell: (row) => of(row, "before"), fileOnly: true },
      {
        head: w.change,
        cell: (row) => of(row, "after"),
        show: (row) => (
          <>
            {of(row, "before") && (
              <>
                <del>{of(row, "before")}</del>{" "}
              </>
            )}
            {of(row, "after") || (of(row, "before") ? "" : w.nothing)}
          </>
        ),
      },
      { head: w.origin, cell: (row) => of(row, "from") || w.inside },
      { head: w.count, cell: (row) => row.times, numeric: true, fileOnly: true },
      { head: w.commune, cell: (row) => row.commune, fileOnly: true },
      { head: w.hash, cell: (row) => row.hash, fileOnly: true },
    ],
    rows,
    id: (row) => String(row.seq),
    none: w.none,
  });
};
type Told = ReturnType<typeof told>;

const perPage = 50;
/** Months of a commune. Its rows are put into words on the thread that answers people: more would keep them waiting. */
const mostExported = 10_000;

const words = table(
  {
    title: "Nhật ký an toàn",
    breaches: "Sự cố lộ dữ liệu",
    breachesHow:
      "Người vận hành ghi bằng lệnh: cli breach note. Hạn báo cơ quan chuyên trách là 72 giờ từ lúc phát hiện.",
    note: "Ai làm gì, lúc nào, từ đâu. Chỉ ghi thêm, không sửa và không xóa được; người học đứng tên bằng mã, không bằng tên.",
    kind: "Loại việc",
    all: "Mọi loại",
    who: "Ai",
    anybody: "Mọi người",
    from: "Từ ngày",
    to: "Đến ngày",
    text: "Có chữ",
    show: "Xem",
    none: "Không có dòng nào như vậy.",
    what: "Việc",
    at: "Lúc",
    about: "Về",
    change: "Trước, sau",
    origin: "Địa chỉ",
    inside: "trong máy",
    nothing: "–",
    times: (n: number) => `${n} lần trong một phút`,
    older: "Các dòng cũ hơn",
    whole: "Tệp tải về có nhiều nhất 10.000 dòng mới nhất. Cần dòng cũ hơn thì chọn từ ngày, đến ngày rồi tải.",
    seq: "Số dòng",
    was: "Trước",
    count: "Số lần",
    commune: "Xã",
    hash: "Mã băm",
  },
  {
    title: "Security log",
    breaches: "Breaches of personal data",
    breachesHow:
      "The operator notes them with the command: cli breach note. The authority must be told within 72 hours of finding it.",
    note: "Who did what, when, from where. Rows are only added; learners stand by their id, not by name.",
    kind: "Kind",
    all: "Every kind",
    who: "Who",
    anybody: "Everybody",
    from: "From day",
    to: "To day",
    text: "Contains",
    show: "Show",
    none: "No such row.",
    what: "What",
    at: "When",
    about: "About",
    change: "Before, after",
    origin: "Address",
    inside: "inside",
    nothing: "–",
    times: (n) => `${n} times in one minute`,
    older: "Older rows",
    whole: "A file holds the newest 10,000 rows at most. For older ones choose the days first.",
    seq: "Row",
    was: "Before",
    count: "Times",
    commune: "Commune",
    hash: "Hash",
  },
);
