import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { placeName } from "../communes/names.ts";
import type { Language } from "../kit/bilingual.ts";
import { parsePeriod, periodLabel } from "../kit/period.ts";
import { dayLabel } from "../kit/vietnam-time.ts";
import { type Edition, editionCode, editionHash, editionOf } from "../report/edition.ts";
import type { CommuneRow, CommuneStore } from "../store/ports/communes.ts";
import type { EditionRow, ReportStore } from "../store/ports/reports.ts";
import { number } from "../ui/format.ts";
import { Frame } from "../ui/frame.tsx";
import { html } from "../ui/html.ts";
import { Status } from "../ui/status.tsx";
import { table } from "../ui/words.ts";

type Deps = {
  readonly store: Pick<CommuneStore, "commune"> & Pick<ReportStore, "edition" | "editions">;
  readonly styles: { readonly public: readonly string[] };
};

type Found = {
  readonly row: EditionRow;
  readonly edition: Edition;
  readonly commune: CommuneRow | null;
  /** The number of the newest edition of the same report. */
  readonly newest: number;
  /** What is kept still has the hash it was given. */
  readonly whole: boolean;
};

/**
 * /kiem-bao-cao/:code: does the paper with this code say what was frozen, and is there a newer one? Whoever has the code
 * has the paper, so the commune's own figures stand here for comparing; those of villages and people never do.
 */
export const reportCheckRoutes = async (app: FastifyInstance, deps: Deps): Promise<void> => {
  app.get("/kiem-bao-cao/:code", async (request, reply) => {
    const { code } = z.object({ code: z.string() }).parse(request.params);
    const { lang } = Query.parse(request.query);
    const found = await look(deps, code);
    return html(
      reply
        .code(found ? 200 : 404)
        .header("x-robots-tag", "noindex, noarchive")
        .header("referrer-policy", "no-referrer"),
      <Check deps={deps} language={lang} code={code} found={found} />,
    );
  });
};

const Query = z.object({ lang: z.enum(["vi", "en"]).catch("vi") });

/** However it was typed from the paper: with blanks or dashes, in small letters. */
const look = async ({ store }: Deps, typed: string): Promise<Found | null> => {
  const row = await store.edition(
    typed
      .toLowerCase()
      .replace(/[^0-9a-f]/g, "")
      .slice(0, 64),
  );
  if (!row) return null;
  const [commune, all] = await Promise.all([store.commune(row.commune), store.editions(row.commune)]);
  const edition = editionOf(row.edition);
  const same = all.filter((e) => e.period === row.period && e.duty === row.duty);
  return {
    row,
    edition,
    commune,
    newest: Math.max(row.number, ...same.map((e) => e.number)),
    whole: editionHash(edition) === row.hash,
  };
};

const Check = ({
  deps,
  language,
  code,
  found,
}: {
  deps: Deps;
  language: Language;
  code: string;
  found: Found | null;
}) => {
  const w = words(language);
  return (
    <Frame
      language={language}
      title={w.title}
      styles={deps.styles.public}
      other={`/kiem-bao-cao/${encodeURIComponent(code)}?lang=${language === "vi" ? "en" : "vi"}`}
    >
      <h1>{w.title}</h1>
      {found === null ? (
        <>
          <p class="verdict">
            <Status is="unk">{w.unknown}</Status>
          </p>
          <p>{w.unknownHelp}</p>
        </>
      ) : (
        <Facts language={language} {...found} />
      )}
    </Frame>
  );
};

const Facts = ({ language, row, edition, commune, newest, whole }: Found & { language: Language }) => {
  const w = words(language);
  const period = parsePeriod(row.period);
  const [all] = edition.report.figures.places;
  const { reach, "basic-skills": basic } = all.figures;
  return (
    <>
      <p class="verdict">
        {!whole ? (
          <Status is="late">{w.broken}</Status>
        ) : row.number < newest ? (
          <Status is="late">{w.superseded(newest)}</Status>
        ) : (
          <Status is="ok">{w.holds}</Status>
        )}
      </p>
      {edition.report.sample && <p class="sample">{w.sample}</p>}
      <dl class="facts">
        <dt>{w.commune}</dt>
        <dd>{commune ? placeName(commune.commune) : row.commune}</dd>
        <dt>{w.period}</dt>
        <dd>{period ? periodLabel(period, language) : row.period}</dd>
        <dt>{w.edition}</dt>
        <dd class="num">{w.of(row.number, dayLabel(row.frozenAt))}</dd>
        <dt>{w.learnt}</dt>
        <dd class="num">
          {number(reach.numerator, language)}
          {reach.denominator !== null && ` / ${number(reach.denominator, language)}`}
        </dd>
        <dt>{w.passed}</dt>
        <dd class="num">{number(basic.numerator, language)}</dd>
        <dt>{w.code}</dt>
        <dd class="num">{editionCode(row.hash)}</dd>
      </dl>
      <p class="note">{w.compare}</p>
    </>
  );
};

const words = table(
  {
    title: "Kiểm tra báo cáo",
    holds: "Báo cáo này có thật và là bản mới nhất",
    superseded: (n: number) => `Báo cáo này có thật, nhưng đã có bản ${n} thay thế`,
    broken: "Bản lưu trên máy không còn nguyên vẹn. Báo ngay cho xã.",
    unknown: "Không có báo cáo nào mang mã này",
    unknownHelp: "Xem lại mã ở cuối phụ lục của báo cáo rồi mở lại. Bản nháp thì chưa có mã.",
    sample: "Dữ liệu mẫu, không phải báo cáo thật của xã",
    commune: "Xã",
    period: "Kỳ",
    edition: "Bản",
    of: (n: number, on: string) => `${n}, chốt ngày ${on}`,
    learnt: "Người từ 16 tuổi đã học",
    passed: "Đạt đủ bài cơ bản",
    code: "Mã",
    compare: "So các số này với tờ giấy. Số khác nhau thì tờ giấy đã bị sửa sau khi chốt.",
  },
  {
    title: "Check a report",
    holds: "This report is genuine and the newest edition",
    superseded: (n) => `This report is genuine, but edition ${n} has taken its place`,
    broken: "What is kept of it is not whole any more. Tell the commune at once.",
    unknown: "No report has this code",
    unknownHelp: "Look at the code at the end of the report's appendix and try again. A draft has none.",
    sample: "Sample data, not a real report of the commune",
    commune: "Commune",
    period: "Period",
    edition: "Edition",
    of: (n, on) => `${n}, frozen on ${on}`,
    learnt: "People aged 16+ who learnt",
    passed: "Passed all basic lessons",
    code: "Code",
    compare: "Compare these with the paper. If they differ, the paper was changed after it was frozen.",
  },
);
