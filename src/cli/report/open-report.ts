import type { House } from "../../app.ts";
import type { Commune } from "../../communes/schema.ts";
import { type Period, parsePeriod, periodAt } from "../../kit/period.ts";
import { compose } from "../../report/compose.ts";
import { draft, type ReportTexts } from "../../report/draft.ts";
import { gather, sourcesOf } from "../../report/gather.ts";
import type { Report } from "../../report/report.ts";
import type { ReportOf } from "../../store/ports/reports.ts";
import { noCommune } from "../options.ts";
import type { Input, Output } from "../verb.ts";

type Opened = {
  readonly house: House;
  readonly commune: Commune;
  readonly period: Period;
  readonly of: ReportOf;
  readonly report: Report;
};

/** The report that the options name, as staff wrote it so far and as it is counted now. */
export const openReport = async ({
  flags,
  config,
  house,
}: Input): Promise<Opened | Exclude<Output, { value: unknown }>> => {
  const open = await house();
  const code = typeof flags.commune === "string" ? flags.commune : config.commune;
  const commune = (await open.desk.commune(code))?.commune;
  if (!commune) return noCommune(code);
  const period = typeof flags.period === "string" ? parsePeriod(flags.period) : periodAt("month", open.now());
  if (!period || period.from > open.now())
    return {
      misused: {
        vi: "--period viết như 2026-11, 2026-q4, 2026-h2, 2026 hoặc 2026-11-01..2026-11-22, và kỳ ấy phải bắt đầu rồi",
        en: "--period must look like 2026-11, 2026-q4, 2026-h2, 2026 or 2026-11-01..2026-11-22, and have begun",
      },
    };
  const duty = typeof flags.duty === "string" ? flags.duty : "";
  if (duty !== "" && !commune.reports.some((d) => d.id === duty)) {
    const known = commune.reports.map((d) => d.id).join(", ") || "–";
    return {
      misused: {
        vi: `văn bản của xã không có báo cáo “${duty}”; có: ${known}`,
        en: `there is no duty “${duty}”; known: ${known}`,
      },
    };
  }
  const { items } = open.taught.library;
  const given = await gather(
    sourcesOf(open.desk, open.indicator, (guide) => items.find((i) => i.id === guide)?.title.vi ?? null),
    commune,
    period,
    duty,
  );
  const of = { period: period.key, duty };
  const own = draft(given);
  const report = compose(given, {
    ...own,
    ...((await open.desk.reportDraft(code, of)) as Partial<ReportTexts> | null),
  }); // the desk keeps texts by these ids alone
  if ("unknown" in report)
    return {
      fault: {
        vi: `lời báo cáo có [${report.unknown}], không phải tên một số liệu; sửa ở trang Báo cáo`,
        en: `the words of the report hold [${report.unknown}], which is no figure; mend them on the page of reports`,
      },
    };
  return { house: open, commune, period, of, report };
};
