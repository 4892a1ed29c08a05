import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { placeName } from "../communes/names.ts";
import { type PublicCell, type PublicFigure, type PublicResults, publicResults } from "../indicator/public-results.ts";
import type { Indicator } from "../indicator/service.ts";
import type { Language } from "../kit/bilingual.ts";
import { lastMonths, type Period, periodAt, periodLabel } from "../kit/period.ts";
import { dayLabel } from "../kit/vietnam-time.ts";
import type { CommuneRow, CommuneStore } from "../store/ports/communes.ts";
import { audienceName } from "../ui/audiences.ts";
import { day, number, percentage } from "../ui/format.ts";
import { Frame } from "../ui/frame.tsx";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.tsx";
import { table } from "../ui/words.ts";
import { resultsCsv } from "./results-csv.ts";

type Deps = {
  readonly store: Pick<CommuneStore, "commune">;
  readonly indicator: Indicator;
  readonly clock: () => number;
  readonly styles: { readonly public: readonly string[] };
};

/** /ket-qua/:commune, the figures anybody may see, and the same as a table to download. */
export const resultsRoutes = async (app: FastifyInstance, deps: Deps): Promise<void> => {
  app.get("/ket-qua/:page", async (request, reply) => {
    const { page } = z.object({ page: z.string() }).parse(request.params);
    const { ky, lang } = Query.parse(request.query);
    const language: Language = lang === "en" ? "en" : "vi";
    const csv = page.endsWith(".csv");
    const row = await deps.store.commune(csv ? page.slice(0, -4) : page);
    if (!row) return html(reply.code(404), <Missing deps={deps} language={language} />);
    const results = await publicResults(deps, row.commune.code, ky);
    if (!csv)
      return html(reply, <Results deps={deps} row={row} results={results} language={language} />, "public, max-age=60");
    return reply
      .type("text/csv; charset=utf-8")
      .header("cache-control", "public, max-age=60")
      .header("content-disposition", `attachment; filename="ket-qua-${row.commune.code}-${results.period.key}.csv"`)
      .send(resultsCsv(`Xã ${placeName(row.commune)}`, results));
  });
};
// Anything odd in the address is left out rather than answered with an error: the page still has something to say.
const Query = z.object({
  ky: z.string().max(40).optional().catch(undefined),
  lang: z.string().optional().catch(undefined),
});

const Results = ({
  deps,
  row,
  results,
  language,
}: {
  deps: Deps;
  row: CommuneRow;
  results: PublicResults;
  language: Language;
}) => {
  const w = words(language);
  const { code, movement, unit } = row.commune;
  const { period, cutoff, figures, sample, hidden } = results;
  const at = (key: string) => `/ket-qua/${code}?ky=${key}${language === "en" ? "&lang=en" : ""}`;
  const nobody = figures.every((f) => f.whole.count === 0 && !f.whole.atLeast);
  return (
    <Frame
      language={language}
      title={`${w.title} – ${placeName(row.commune)}`}
      styles={deps.styles.public}
      other={`/ket-qua/${code}?ky=${period.key}&lang=${language === "vi" ? "en" : "vi"}`}
      index={!sample}
    >
      <p class="over">{w.over(placeName(row.commune), movement)}</p>
      <h1>{`${w.title}, ${periodLabel(period, language).toLowerCase()}`}</h1>
      {sample && (
        <p class="sample">
          <Icon name="flag" small />
          {w.sample}
        </p>
      )}
      <p class="note">{w.until(dayLabel(cutoff - 1))}</p>
      <nav class="periods" aria-label={w.periods}>
        {endedPeriods(deps.clock(), period).map((p) => (
          <a key={p.key} href={at(p.key)} {...(p.key === period.key ? { "aria-current": "true" } : {})}>
            {periodLabel(p, language)}
          </a>
        ))}
      </nav>
      {nobody && <p class="empty">{w.nobody}</p>}
      {figures.map((f) => (
        <FigureSection figure={f} unit={unit.word} language={language} key={f.definition.id} />
      ))}
      {hidden && <p class="note">{w.hiddenWhy}</p>}
      <p class="note">{w.official}</p>
      <p>
        <a class="btn" href={`/ket-qua/${code}.csv?ky=${period.key}`}>
          <Icon name="save" />
          {w.csv}
        </a>
      </p>
    </Frame>
  );
};

/** The last months, quarter, half-year and year that have ended, and the one being read where it is older. */
const endedPeriods = (now: number, read: Period): Period[] => {
  const ended = [
    ...lastMonths(periodAt("month", now).from - 1, 4).reverse(),
    ...(["quarter", "half-year", "year"] as const).map((kind) => periodAt(kind, periodAt(kind, now).from - 1)),
  ];
  return ended.some((p) => p.key === read.key) ? ended : [read, ...ended];
};

const FigureSection = ({
  figure: { definition, whole, villages, audiences, smallVillages, source },
  unit,
  language,
}: {
  figure: PublicFigure;
  unit: string;
  language: Language;
}) => {
  const w = words(language);
  return (
    <section class="fig">
      <h2>{definition.title[language]}</h2>
      <p class="big">
        {whole.atLeast && whole.count === 0 ? (
          <b>{w.few(unit)}</b>
        ) : whole.count === null ? null : whole.value !== null && whole.of !== null ? (
          <>
            {whole.atLeast && `${w.atLeast} `}
            <b class="num">{percentage(whole.value, language)}</b>{" "}
            <span class="num">{w.of(number(whole.count, language), number(whole.of, language))}</span>
          </>
        ) : (
          <>
            {whole.atLeast && `${w.atLeast} `}
            <b class="num">{number(whole.count, language)}</b> <span>{w.people}</span>
          </>
        )}
      </p>
      {whole.value !== null && (
        <svg class="bar" width="100%" height="16" aria-hidden="true">
          <rect class="track" width="100%" height="16" />
          <rect class="fill" width={`${Math.min(100, whole.value)}%`} height="16" />
        </svg>
      )}
      {smallVillages > 0 && <p class="note">{w.without(smallVillages, unit)}</p>}
      <p class="note">{source ? w.source(source.source, day(source.asOf)) : w.noAdults}</p>
      {whole.count !== null && whole.count > 0 && villages.length > 0 && (
        <div class="tables">
          <Cells
            head={unit}
            rows={villages}
            name={(c) => (c.key === null ? w.unknown : (c.name ?? ""))}
            language={language}
          />
        </div>
      )}
      {audiences.length > 0 && (
        <p class="note">{w.largest(audiences.map((a) => audienceName(a, language).toLowerCase()))}</p>
      )}
      <details>
        <summary>{w.rule}</summary>
        <p>{definition.numerator[language]}</p>
        <p>{definition.denominator[language]}</p>
        <p class="num note">{definition.version}</p>
      </details>
    </section>
  );
};

const Cells = ({
  head,
  rows,
  name,
  language,
}: {
  head: string;
  rows: readonly PublicCell[];
  name: (cell: PublicCell) => string;
  language: Language;
}) => {
  const w = words(language);
  if (rows.length === 0) return null;
  return (
    <table class="t">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" class="r">
            {w.people}
          </th>
          <th scope="col" class="r">
            {w.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((c) => (
          <tr key={c.key ?? "?"}>
            <th scope="row">{name(c)}</th>
            <td class="r">{c.count === null ? <span class="hid">{w.hidden}</span> : number(c.count, language)}</td>
            <td class="r">{c.value === null ? "–" : percentage(c.value, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Missing = ({ deps, language }: { deps: Deps; language: Language }) => (
  <Frame language={language} title={words(language).missing} styles={deps.styles.public} other="/">
    <h1>{words(language).missing}</h1>
  </Frame>
);

const words = table(
  {
    title: "Kết quả học số",
    over: (place: string, movement: string) => `Xã ${place} · Phong trào “${movement}”`,
    sample: "Dữ liệu mẫu, không phải số thật của xã",
    until: (day: string) =>
      `Tính đến hết ngày ${day}. Mỗi người chỉ đếm một lần. Số của tháng này có từ ngày 1 tháng sau.`,
    periods: "Chọn kỳ",
    nobody: "Chưa có ai học xong bài nào trong thời gian này.",
    few: (unit: string) => `Mỗi ${unit} dưới 5 người`,
    atLeast: "ít nhất",
    without: (n: number, unit: string) =>
      `Chưa cộng ${n} dòng dưới 5 người (${unit} nhỏ hoặc “Không rõ”), nên số thật có thể cao hơn.`,
    of: (n: string, d: string) => `${n} / ${d} người từ 16 tuổi`,
    people: "người",
    share: "Tỷ lệ",
    source: (source: string, day: string) => `Số dân: ${source}, tính đến ${day}.`,
    noAdults: "Xã chưa nhập số dân từ 16 tuổi, nên chưa có tỷ lệ.",
    unknown: "Không rõ",
    largest: ([first, second, third]: readonly string[]) =>
      `Đông nhất là ${first}, rồi đến ${second}, rồi ${third} (nhóm do người học tự chọn).`,
    rule: "Cách tính",
    hidden: "ẩn",
    hiddenWhy:
      "“ẩn”: dưới 5 người, nên không ghi ra để không ai bị lộ. Số của cả xã chỉ cộng các dòng có ghi, nên viết là “ít nhất”.",
    official: "Số người học trên trợ lý này không thay cho số người được xác nhận chính thức trên VNeID.",
    csv: "Tải bảng (CSV)",
    missing: "Không có xã này",
  },
  {
    title: "Digital learning results",
    over: (place, movement) => `${place} commune · “${movement}” movement`,
    sample: "Sample data, not the commune's real figures",
    until: (day) =>
      `Counted to the end of ${day}. Each person once. This month's figures come on the 1st of next month.`,
    periods: "Choose a period",
    nobody: "Nobody has finished a lesson in this time yet.",
    few: (unit) => `Fewer than 5 people in each ${unit}`,
    atLeast: "at least",
    without: (n, unit) =>
      `${n} lines of fewer than 5 people (a small ${unit} or “Unknown”) are not in it, so the true number may be higher.`,
    of: (n, d) => `${n} / ${d} residents aged 16+`,
    people: "people",
    share: "Share",
    source: (source, day) => `Residents: ${source}, as of ${day}.`,
    noAdults: "The commune has not entered its residents aged 16+, so there is no percentage.",
    unknown: "Unknown",
    largest: ([first, second, third]) =>
      `Most are ${first}, then ${second}, then ${third} (groups people chose themselves).`,
    rule: "How it is counted",
    hidden: "hidden",
    hiddenWhy:
      "“hidden”: fewer than 5 people, not given so that nobody is exposed. The commune's number adds up the lines given, so it says “at least”.",
    official: "Learners counted here do not replace the official confirmation on VNeID.",
    csv: "Download table (CSV)",
    missing: "No such commune",
  },
);
