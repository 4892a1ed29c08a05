import { z } from "zod";
import { longestText } from "../kit/text.ts";
import { compose } from "../report/compose.ts";
import { draft, eachText, type ReportTexts, type TextId, textIds } from "../report/draft.ts";
import { dutyPeriod } from "../report/duty-period.ts";
import { editionHash, editionJson, editionOf, frozen } from "../report/edition.ts";
import { gather, sourcesOf } from "../report/gather.ts";
import type { Given } from "../report/given.ts";
import type { ReportOf } from "../store/ports/reports.ts";
import type { Action } from "./action.ts";
import { fault } from "./faults.ts";
import { lines, optionalLine } from "./fields.ts";
import { parsed } from "./parsed.ts";
import { byOf, href, type View } from "./view.ts";

/** Everything a report of the open period is made of, as it is counted now. `duty` '' is a report no plan asks for. */
export const givenOf = ({ deps, row, period }: View, duty: string): Promise<Given> =>
  gather(
    sourcesOf(deps.store, deps.indicator, (guide) => deps.titleOf(guide, "vi")),
    row.commune,
    period,
    duty,
  );

/** What staff wrote, over what the figures say by themselves. */
export const textsOf = async (view: View, given: Given): Promise<ReportTexts> => {
  const written = await view.deps.store.reportDraft(view.row.commune.code, reportOf(view, given.duty ?? ""));
  const own = draft(given);
  return written === null ? own : eachText((id) => written[id] ?? own[id]);
};

/** The duty a form or an address names, or '' where it names none of the plan's. */
export const dutyNamed = ({ row }: View, id: unknown): string => row.commune.reports.find((d) => d.id === id)?.id ?? "";

const reportOf = ({ period }: View, duty: string): ReportOf => ({ period: period.key, duty });

/** How many letters a text may have. A page of Vietnamese in its normal form is still under the bound of every text. */
export const textLetters = (id: TextId): number => (id === "office" ? 120 : id === "signer" ? 60 : 2_500);

/** One that takes three bytes, each sent as `%XX`. */
const BYTES_OF_A_SIGN = 9;

export const reportActions: readonly Action[] = [
  {
    path: "/bao-cao/luu",
    may: "write-reports",
    back: "/bao-cao",
    bodyBytes: textIds.length * longestText * BYTES_OF_A_SIGN,
    run: parsed(
      z.object({
        duty: z.string().max(80).catch(""),
        ...eachText((id) => lines(textLetters(id))),
      }),
      async (view, { duty: named, ...typed }) => {
        const duty = dutyNamed(view, named);
        const made = compose(await givenOf(view, duty), typed);
        if ("unknown" in made) return fault(made.in, "figure-name");
        await view.deps.store.saveReportDraft(view.row.commune.code, reportOf(view, duty), typed, by(view));
        return { go: "/bao-cao", flash: "report-kept", keys: { viec: duty } };
      },
    ),
  },
  {
    path: "/bao-cao/chot",
    may: "write-reports",
    back: "/bao-cao",
    run: parsed(
      z.object({ duty: z.string().max(80).catch(""), reason: optionalLine(200) }),
      async (view, { duty: named, reason }) => {
        const duty = dutyNamed(view, named);
        const { code } = view.row.commune;
        const of = reportOf(view, duty);
        const last = (await view.deps.store.editions(code)).find((e) => e.period === of.period && e.duty === duty);
        if (last && reason === null) return fault("reason", "reason");
        const given = await givenOf(view, duty);
        const texts = await textsOf(view, given);
        const report = compose(given, texts);
        // Kept words may name a figure that is gone since: they stand in the form they were written in.
        if ("unknown" in report)
          return { ...fault(report.in, "figure-name"), form: { path: "/bao-cao/luu", typed: texts } };
        const before = last ? await view.deps.store.edition(last.hash) : null;
        const edition = frozen(report, before && editionOf(before.edition), {
          reason,
          at: view.now,
          by: view.staff.name,
        });
        const added = await view.deps.store.addEdition(
          code,
          { ...of, number: edition.number, hash: editionHash(edition), edition: editionJson(edition) },
          by(view),
        );
        return { go: "/bao-cao", flash: added ? "report-frozen" : "bad-late", keys: { viec: duty } };
      },
    ),
  },
];

/** The page of a report: its duty and the period the duty asks about. */
export const reportHref = (view: View, duty: string): string => {
  const asked = view.row.commune.reports.find((d) => d.id === duty);
  const period = asked ? dutyPeriod(asked, view.now) : view.period;
  return href({ ...view, period }, "/bao-cao", duty === "" ? {} : { viec: duty });
};

const by = (view: View) => ({ ...byOf(view), name: view.staff.name });
