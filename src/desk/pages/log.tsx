import { Choose, Field } from "../../ui/form.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { filterOf, logQuery, told } from "../log.ts";
import { type AuditGroup, auditGroups } from "../log-groups.ts";
import { logWords } from "../log-words.ts";
import { href, seenOf, type View } from "../view.ts";

/** The security log, the newest first; administrators alone. */
export const logPage = async (view: View, query: unknown) => {
  const { deps, language, staff } = view;
  const w = words(language);
  const asked = logQuery(query);
  const [found, people] = await Promise.all([
    deps.store.securityLog(filterOf(view, asked, perPage + 1)),
    deps.store.staffList(staff.commune),
  ]);
  const rows = found.slice(0, perPage);
  deps.audit.tally({ what: "log-viewed", commune: view.row.commune.code, after: { rows: rows.length } }, seenOf(view));
  const kept = Object.fromEntries(
    Object.entries({ ...asked, truoc: undefined }).flatMap(([k, v]) => (v ? [[k, String(v)]] : [])),
  );
  const last = rows.at(-1);
  const { groups } = logWords(language);
  return (
    <Desk view={view} at="log" title={w.title}>
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
          <a class="btn" href={href(view, "/nhat-ky.csv", kept)}>
            {w.csv}
          </a>
        </div>
      </form>
      {rows.length === 0 ? (
        <p class="empty">{w.none}</p>
      ) : (
        <table class="t stack log">
          <thead>
            <tr>
              <th scope="col">{w.what}</th>
              <th scope="col">{w.at}</th>
              <th scope="col">{w.who}</th>
              <th scope="col">{w.about}</th>
              <th scope="col">{w.change}</th>
              <th scope="col">{w.origin}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const t = told(row, view);
              return (
                <tr key={row.seq}>
                  <th scope="row">
                    {t.what}
                    {t.times > 1 && <span class="note"> {w.times(t.times)}</span>}
                  </th>
                  <td data-label={w.at}>{t.at}</td>
                  <td data-label={w.who}>{t.who}</td>
                  <td data-label={w.about}>{t.about || w.nothing}</td>
                  <td data-label={w.change}>
                    {t.before && (
                      <>
                        <del>{t.before}</del>{" "}
                      </>
                    )}
                    {t.after || (t.before ? "" : w.nothing)}
                  </td>
                  <td data-label={w.origin}>{t.from || w.inside}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {found.length > perPage && last && (
        <p>
          <a class="btn" href={href(view, "/nhat-ky", { ...kept, truoc: String(last.seq) })}>
            {w.older}
          </a>
        </p>
      )}
    </Desk>
  );
};

/** The heads of the exported file. */
export const logHeads = (view: View): readonly string[] => {
  const w = words(view.language);
  return [w.seq, w.at, w.who, w.what, w.about, w.origin, w.was, w.is, w.count, w.commune, w.hash];
};

const perPage = 50;

const words = table(
  {
    title: "Nhật ký an toàn",
    note: "Ai làm gì, lúc nào, từ đâu. Chỉ ghi thêm, không sửa và không xóa được; người học đứng tên bằng mã, không bằng tên.",
    kind: "Loại việc",
    all: "Mọi loại",
    who: "Ai",
    anybody: "Mọi người",
    from: "Từ ngày",
    to: "Đến ngày",
    text: "Có chữ",
    show: "Xem",
    csv: "Tải CSV",
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
    seq: "Số dòng",
    was: "Trước",
    is: "Sau",
    count: "Số lần",
    commune: "Xã",
    hash: "Mã băm",
  },
  {
    title: "Security log",
    note: "Who did what, when, from where. Rows are only added; learners stand by their id, not by name.",
    kind: "Kind",
    all: "Every kind",
    who: "Who",
    anybody: "Everybody",
    from: "From day",
    to: "To day",
    text: "Contains",
    show: "Show",
    csv: "Download CSV",
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
    seq: "Row",
    was: "Before",
    is: "After",
    count: "Times",
    commune: "Commune",
    hash: "Hash",
  },
);
