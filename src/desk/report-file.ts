import { compose } from "../report/compose.ts";
import { editionOf } from "../report/edition.ts";
import type { Proof } from "../report/paper-file.ts";
import { proofOf } from "../report/proof.ts";
import type { Report } from "../report/report.ts";
import type { PageFile } from "./page.ts";
import { dutyNamed, givenOf, textsOf } from "./reports.ts";
import type { View } from "./view.ts";

/** A file of the page of reports. `nhap.<duty>.docx`: as it stands now. `<code>.docx`, `<code>.json`: as it was frozen. */
export const reportFile = async (view: View, name: string): Promise<PageFile | null> => {
  const [what = "", second = "", third] = name.split(".");
  const { code } = view.row.commune;
  if (what === "nhap" && third === "docx") {
    const duty = dutyNamed(view, second);
    const given = await givenOf(view, duty);
    const report = compose(given, await textsOf(view, given));
    return "unknown" in report ? null : paperOf(view, report, null, `bao-cao-nhap-${code}-${view.period.key}`);
  }
  const found = third === undefined ? await view.deps.store.edition(what.toLowerCase()) : null;
  if (!found || found.commune !== code) return null;
  const as = `bao-cao-${code}-${found.period}-ban-${found.number}`;
  if (second === "json") return { type: "application/json; charset=utf-8", name: `${as}.json`, bytes: found.edition };
  return second === "docx"
    ? paperOf(view, editionOf(found.edition).report, proofOf(found, view.deps.publicUrl), as)
    : null;
};

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const paperOf = async ({ deps }: View, report: Report, proof: Proof | null, as: string): Promise<PageFile> => ({
  type: DOCX,
  name: `${as}.docx`,
  bytes: await deps.paper(report, proof),
});
