import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { placeName } from "../communes/names.ts";
import { type PublicCell, publicTotals } from "../indicator/public-results.ts";
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
import { CodeField, codeQuery, quiet, toCode } from "./code-field.tsx";

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
 * /kiem-bao-cao: where a code is typed; /kiem-bao-cao/:code: does the paper with this code say what was frozen, and is
 * there a newer one? Of its figures only what the public page of results could give stands here, for comparing.
 */
export const reportCheckRoutes = async (app: FastifyInstance, deps: Deps): Promise<void> => {
  app.get("/kiem-bao-cao", async (request, reply) => {
    const asked = codeQuery(request.query);
    if (asked.ma !== "") return toCode(reply, "/kiem-bao-cao", asked);
    return html(quiet(reply), <Check deps={deps} language={asked.lang} code={null} found={null} />);
  });

  app.get("/kiem-bao-cao/:code", async (request, reply) => {
    const { code } = z.object({ code: z.string() }).parse(request.params);
    const { lang } = codeQuery(request.query);
    const found = await look(deps, code);
    return html(quiet(reply).code(found ? 200 : 404), <Check deps={deps} language={lang} code={code} found={found} />);
  });
};

/** However it was typed from the paper: with blanks or dashes, in small letters. */
const hashTyped = (typed: string): string => typed.toLowerCase().replace(/[^0-9a-f]/g, "");

const look = async ({ store }: Deps, typed: string): Promise<Found | null> => {
  const row = await store.edition(hashTyped(typed).slice(0, 64));
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

/** `code`: as it stands in the address; null where none was typed yet. */
const Check = ({
  deps,
  language,
  code,
  found,
}: {
  deps: Deps;
  language: Language;
  code: string | null;
  found: Found | null;
}) => {
  const w = words(language);
  const here = code === null ? "/kiem-bao-cao" : `/kiem-bao-cao/${encodeURIComponent(code)}`;
  // Only what may be a code: no stranger's words may stand on the commune's page.
  const typed = LIKE_A_CODE.exec(hashTyped(code ?? ""))?.[0].toUpperCase() ?? "";
  return (
    <Frame
      language={language}
      title={w.title}
      styles={deps.styles.public}
      other={`${here}?lang=${language === "vi" ? "en" : "vi"}`}
    >
      <h1>{w.title}</h1>
      {found !== null ? (
        <Facts language={language} {...found} />
      ) : (
        <>
          {code !== null && (
            <p class="verdict">
              <Status is="unk">{w.unknown}</Status>
            </p>
          )}
          <p>{code === null ? w.where : w.unknownHelp}</p>
          <CodeField action="/kiem-bao-cao" language={language} code={typed} label={w.typed} button={w.look} />
        </>
      )}
    </Frame>
  );
};
/** Sixteen signs, one missing or too many. */
const LIKE_A_CODE = /^[0-9a-f]{14,18}$/;

const Facts = ({ language, row, edition, commune, newest, whole }: Found & { language: Language }) => {
  const w = words(language);
  const period = parsePeriod(row.period);
  const totals = publicTotals(edition.report.figures);
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
        {totals !== null && (
          <>
            <dt>{w.learnt}</dt>
            <dd class="num">{said(totals.reach, language)}</dd>
            <dt>{w.passed}</dt>
            <dd class="num">{said(totals["basic-skills"], language)}</dd>
          </>
        )}
        <dt>{w.code}</dt>
        <dd class="num">{editionCode(row.hash)}</dd>
      </dl>
      <p class="note">
        {totals === null ? w.noFigures : Object.values(totals).some((t) => t.atLeast) ? w.without : w.compare}
      </p>
    </>
  );
};

/** As on the public page of results: "ít nhất" where small places are not in it. */
const said = ({ count, of, atLeast }: PublicCell, language: Language): string =>
  atLeast && count === 0
    ? words(language).few
    : `${atLeast ? `${words(language).atLeast} ` : ""}${number(count ?? 0, language)}${of === null ? "" : ` / ${number(of, language)}`}`;

const words = table(
  {
    title: "Kiểm tra báo cáo",
    holds: "Báo cáo này có thật và là bản mới nhất",
    superseded: (n: number) => `Báo cáo này có thật, nhưng đã có bản ${n} thay thế`,
    broken: "Bản lưu trên máy không còn nguyên vẹn. Báo ngay cho xã.",
    unknown: "Không có báo cáo nào mang mã này",
    unknownHelp: "Xem lại từng chữ, từng số của mã ở trang cuối báo cáo rồi gõ lại. Bản nháp thì chưa có mã.",
    sample: "Dữ liệu mẫu, không phải báo cáo thật của xã",
    commune: "Xã",
    period: "Kỳ",
    edition: "Bản",
    of: (n: number, on: string) => `${n}, chốt ngày ${on}`,
    learnt: "Người từ 16 tuổi đã học",
    passed: "Đạt đủ bài cơ bản",
    code: "Mã",
    where: "Mã nằm ở trang cuối của báo cáo, cạnh mã vuông. Viết liền hay cách ra đều được.",
    typed: "Mã trên báo cáo",
    look: "Kiểm tra",
    atLeast: "ít nhất",
    few: "dưới 5 người ở mỗi nơi",
    compare: "So các số này với tờ giấy. Số khác nhau thì tờ giấy đã bị sửa sau khi chốt.",
    without:
      "So các số này với tờ giấy. Số có chữ “ít nhất” chưa gồm những nơi có dưới 5 người, nên tờ giấy ghi nhiều hơn một chút là đúng. Ghi ít hơn thì tờ giấy đã bị sửa sau khi chốt.",
    noFigures:
      "Trang này chỉ đưa số liệu của tháng, quý, nửa năm hoặc năm trọn, chốt sau khi đã hết kỳ. Muốn so số của báo cáo này, hỏi xã.",
  },
  {
    title: "Check a report",
    holds: "This report is genuine and the newest edition",
    superseded: (n) => `This report is genuine, but edition ${n} has taken its place`,
    broken: "What is kept of it is not whole any more. Tell the commune at once.",
    unknown: "No report has this code",
    unknownHelp: "Check each sign of the code on the report's last page and type it again. A draft has none.",
    sample: "Sample data, not a real report of the commune",
    commune: "Commune",
    period: "Period",
    edition: "Edition",
    of: (n, on) => `${n}, frozen on ${on}`,
    learnt: "People aged 16+ who learnt",
    passed: "Passed all basic lessons",
    code: "Code",
    where: "The code stands on the report's last page, beside the square code. Blanks and dashes do not matter.",
    typed: "Code on the report",
    look: "Check",
    atLeast: "at least",
    few: "fewer than 5 people in each place",
    compare: "Compare these with the paper. If they differ, the paper was changed after it was frozen.",
    without:
      "Compare these with the paper. “At least” leaves out places with fewer than 5 people, so the paper may say a few more. If it says fewer, it was changed after it was frozen.",
    noFigures:
      "Only figures of a whole month, quarter, half-year or year, frozen after it ended, stand here. To compare those of this report, ask the commune.",
  },
);
