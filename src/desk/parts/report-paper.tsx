import { ChartSvg } from "../../report/chart.tsx";
import type { Report, ReportSection, ReportTable } from "../../report/report.ts";

/** A report as its paper will look: what is printed is this, and the Word file says the same. Vietnamese, as the law wants it. */
export const ReportPaper = ({ report, mark }: { report: Report; mark: string | null }) => (
  <article class="a4" lang="vi">
    {mark !== null && <p class="a4-mark">{mark}</p>}
    <div class="a4-head">
      <div>
        {report.agency.map((line) => (
          <b key={line}>{line}</b>
        ))}
        <hr class="a4-short" />
        <p>Số:&emsp;&emsp;/BC-UBND</p>
      </div>
      <div>
        <b class="a4-state">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
        <b>Độc lập - Tự do - Hạnh phúc</b>
        <hr />
        <p>
          <i>{`${report.place}, ngày\u2003\u2003tháng\u2003\u2003năm ${report.year}`}</i>
        </p>
      </div>
    </div>
    <h2 class="a4-title">BÁO CÁO</h2>
    <p class="a4-subject">
      {report.subject.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
    <hr class="a4-mid" />
    {report.sections.map((section) => (
      <SectionOf section={section} key={section.heading ?? ""} />
    ))}
    <div class="a4-foot">
      <div class="a4-to">
        <b>Nơi nhận:</b>
        {report.recipients.map((line, i) => (
          <span key={line}>{`- ${line}${i === report.recipients.length - 1 ? "." : ";"}`}</span>
        ))}
      </div>
      <div class="a4-sign">
        {report.signature.office.map((line) => (
          <b key={line}>{line}</b>
        ))}
        <span class="a4-room" />
        <b>{report.signature.name}</b>
      </div>
    </div>
    <section class="a4-method">
      <h3>Phụ lục: cách tính số liệu</h3>
      {report.method.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  </article>
);

const SectionOf = ({ section: { heading, paragraphs, table, chart, notes } }: { section: ReportSection }) => (
  <section>
    {heading !== null && <h3>{heading}</h3>}
    {paragraphs.map((p) => (
      <p key={p}>{p}</p>
    ))}
    {table !== null && <TableOf table={table} />}
    {notes.map((note) => (
      <p class="a4-note" key={note}>
        {note}
      </p>
    ))}
    {chart !== null && (
      <figure>
        <ChartSvg chart={chart} />
        <figcaption>{chart.caption}</figcaption>
      </figure>
    )}
  </section>
);

const TableOf = ({ table: { caption, columns, rows, total } }: { table: ReportTable }) => (
  <div class="a4-table">
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((c) => (
            <th scope="col" key={c.head}>
              {c.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...rows, ...(total === null ? [] : [total])].map((row) => (
          <tr key={row.join("|")} class={row === total ? "total" : undefined}>
            {columns.map((c, i) => (
              <td class={c.of} key={c.head}>
                {(row[i] ?? "").split("\n").map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
