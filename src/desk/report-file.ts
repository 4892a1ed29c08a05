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
    const file = { name: `bao-cao-nhap-${code}-${view.period.key}`, about: { period: view.period.key } };
    return "unknown" in report ? null : paperOf(view, report, null, file);
  }
  const found = third === undefined ? await view.deps.store.edition(what.toLowerCase()) : null;
  if (!found || found.commune !== code) return null;
  const { period, number } = found;
  const file = { name: `bao-cao-${code}-${period}-ban-${number}`, about: { period, number } };
  if (second === "json")
    return { ...file, type: "application/json; charset=utf-8", name: `${file.name}.json`, bytes: found.edition };
  return second === "docx"
    ? paperOf(view, editionOf(found.edition).report, proofOf(found, view.deps.publicUrl), file)
    : null;
};

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const paperOf = async (
  { deps }: View,
  report: Report,
  proof: Proof | null,
  file: Pick<PageFile, "name" | "about">,
): Promise<PageFile> => ({
  ...file,
  type: DOCX,
  name: `${file.name}.docx`,
  bytes: await deps.paper(report, proof),
});
