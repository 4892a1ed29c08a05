import { type Due, dueReports } from "../../indicator/duty.ts";
import { periodLabel } from "../../kit/period.ts";
import { dayLabel, startOfDay } from "../../kit/vietnam-time.ts";
import { compose } from "../../report/compose.ts";
import { draft, type ReportTexts } from "../../report/draft.ts";
import { dutyPeriod } from "../../report/duty-period.ts";
import { editionCode } from "../../report/edition.ts";
import { fieldsOf } from "../../report/fields.ts";
import type { Given } from "../../report/given.ts";
import type { EditionRow } from "../../store/ports/reports.ts";
import { Area, Field, Form, isRefused } from "../../ui/form.tsx";
import { day } from "../../ui/format.ts";
import { Desk } from "../layout.tsx";
import { may } from "../may.ts";
import type { Page, Query } from "../page.ts";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import { ReportPaper } from "../parts/report-paper.tsx";
import { reportWords } from "../parts/report-words.ts";
import { reportFile } from "../report-file.ts";
import { dutyNamed, givenOf, reportHref, textLetters, textsOf } from "../reports.ts";
import { href, type View } from "../view.ts";

/** The reports the plan asks for: which are due, one being written, and those that are frozen. */
export const reportsPage: Page = {
  path: "/bao-cao",
  title: ({ language }) => reportWords(language).title,
  nav: "work",
  icon: "paper",
  may: "see-reports",
  usesPeriod: true,
  tables: async (view) => {
    const editions = await load(view);
    return [dutyTable(view, editions), editionTable(view, editions)];
  },
  files: reportFile,
  render: async (view, query) => {
    const editions = await load(view);
    const duty = dutyOf(view, query);
    const given = await givenOf(view, duty);
    const texts = await textsOf(view, given);
    return <Reports view={view} editions={editions} duty={duty} given={given} texts={texts} />;
  },
};

const load = ({ deps, row }: View) => deps.store.editions(row.commune.code);

/** What the address names, else what is due next; '' where the plan asks for none. */
const dutyOf = (view: View, { viec }: Query): string =>
  dutyNamed(view, viec) || (viec === "" ? "" : (dueReports(view.row.commune.reports, view.now)[0]?.duty.id ?? ""));

const Reports = ({
  view,
  editions,
  duty,
  given,
  texts,
}: {
  view: View;
  editions: readonly EditionRow[];
  duty: string;
  given: Given;
  texts: ReportTexts;
}) => {
  const { language, period, row } = view;
  const w = reportWords(language);
  const made = compose(given, texts);
  // Kept words may name a figure that is gone since; then the sentences the figures make by themselves stand there.
  const report = "unknown" in made ? compose(given, draft(given)) : made;
  const to = row.commune.reports.find((d) => d.id === duty)?.to.join(", ") ?? null;
  const last = editions.find((e) => e.period === period.key && e.duty === duty);
  return (
    <Desk view={view} sample={given.set.sample} cutoff={given.set.cutoff}>
      <section class="sec">
        <header>
          <h2>{w.duties}</h2>
        </header>
        {dutyTable(view, editions).html}
      </section>
      <section class="sec report" id="soan">
        <header>
          <h2>{w.writing(periodLabel(period, language), to)}</h2>
          <span class="r">
            <a class="btn sm" href={href(view, `/bao-cao/tep/nhap.${duty || "khac"}.docx`)}>
              {w.word}
            </a>
          </span>
        </header>
        <p class="note">{w.how}</p>
        {may(view, "write-reports") && <Write view={view} duty={duty} given={given} texts={texts} />}
        {"unknown" in report ? null : (
          <ReportPaper report={report} mark={last ? w.nextDraft(last.number + 1) : w.draftMark} />
        )}
        {may(view, "write-reports") && <Freeze view={view} duty={duty} last={last ?? null} />}
      </section>
      <section class="sec" id="ban-chot">
        <header>
          <h2>{w.editions}</h2>
          <span class="aside">{w.editionsNote}</span>
        </header>
        {editionTable(view, editions).html}
      </section>
    </Desk>
  );
};

const Write = ({ view, duty, given, texts }: { view: View; duty: string; given: Given; texts: ReportTexts }) => {
  const w = reportWords(view.language);
  const action = href(view, "/bao-cao/luu", { viec: duty });
  const area = (id: Exclude<keyof ReportTexts, "signer">, rows: number) => (
    <Area
      label={w.parts[id]}
      name={id}
      max={textLetters(id)}
      rows={rows}
      value={texts[id]}
      required={false}
      lang="vi"
    />
  );
  return (
    <details class="rule" open={isRefused(view, action)}>
      <summary>{w.edit}</summary>
      <Form view={view} action={action}>
        <input type="hidden" name="duty" value={duty} />
        <p class="note">{w.brackets}</p>
        {area("opening", 4)}
        {area("results", 6)}
        {area("villages", 3)}
        {area("difficulties", 6)}
        {area("next", 5)}
        {area("proposals", 3)}
        {area("closing", 2)}
        {area("recipients", 5)}
        {area("office", 2)}
        <Field
          label={w.parts.signer}
          name="signer"
          value={texts.signer}
          max={textLetters("signer")}
          hint={w.signerHint}
        />
        <button class="btn main" type="submit">
          {w.keep}
        </button>
        <details class="rule">
          <summary>{w.names}</summary>
          <dl class="names" lang="vi">
            {[...fieldsOf(given)].map(([name, value]) => (
              <div key={name}>
                <dt>{`[${name}]`}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      </Form>
    </details>
  );
};

const Freeze = ({ view, duty, last }: { view: View; duty: string; last: EditionRow | null }) => {
  const w = reportWords(view.language);
  const action = href(view, "/bao-cao/chot", { viec: duty });
  return (
    <details class="rule" open={isRefused(view, action)}>
      <summary>{last === null ? w.freeze : w.freezeAgain(last.number + 1)}</summary>
      <Form view={view} action={action}>
        <input type="hidden" name="duty" value={duty} />
        <p class="note">{view.now < view.period.to ? w.stillRuns(dayLabel(view.period.to - 1)) : w.freezeNote}</p>
        {last !== null && <Field label={w.reason} name="reason" max={200} required hint={w.reasonHint} />}
        <button class="btn main" type="submit">
          {w.sure}
        </button>
      </Form>
    </details>
  );
};

/** Each duty with the period it asks about now, and whether that one is frozen. */
const dutyTable = (view: View, editions: readonly EditionRow[]): DeskTable => {
  const { language, now, row } = view;
  const w = reportWords(language);
  const of = ({ duty }: Due) => dutyPeriod(duty, now);
  const done = (due: Due) => editions.find((e) => e.duty === due.duty.id && e.period === of(due).key) ?? null;
  return deskTable<Due>(view, {
    name: "phai-gui",
    title: w.duties,
    columns: [
      { head: w.to, cell: ({ duty }) => duty.to.join(", ") },
      { head: w.clause, cell: ({ duty }) => duty.clause },
      { head: w.period, cell: (due) => periodLabel(of(due), language) },
      { head: w.due, cell: ({ due }) => (due ? { day: due.day } : w.noDay) },
      { head: w.state, cell: (due) => stateOf(view, due, done(due)) },
      {
        head: w.open,
        quiet: true,
        cell: null,
        show: (due) => <a href={`${reportHref(view, due.duty.id)}#soan`}>{w.write}</a>,
      },
    ],
    rows: dueReports(row.commune.reports, now),
    id: ({ duty }) => duty.id,
    none: w.noDuty,
  });
};

/** A missed day does not go away by itself: it is said until the report of that time is frozen. */
const stateOf = (view: View, { due, lastPassed, duty }: Due, done: EditionRow | null): string => {
  const w = reportWords(view.language);
  if (done) return w.frozen(done.number, dayLabel(done.frozenAt));
  const missed = lastPassed === null ? null : startOfDay(lastPassed);
  if (
    missed !== null &&
    view.now - missed < MISSED_FOR &&
    dutyPeriod(duty, missed).key !== dutyPeriod(duty, view.now).key
  )
    return w.passed(day(lastPassed ?? ""), due?.daysLeft ?? 0);
  return due ? w.left(due.daysLeft) : w.notYet;
};
const MISSED_FOR = 60 * 86_400_000;

const editionTable = (view: View, editions: readonly EditionRow[]): DeskTable => {
  const { language, row } = view;
  const w = reportWords(language);
  const to = (duty: string) => row.commune.reports.find((d) => d.id === duty)?.to.join(", ") ?? w.nobody;
  const file = (e: EditionRow, form: string) => href(view, `/bao-cao/tep/${e.hash.slice(0, 16)}.${form}`);
  return deskTable<EditionRow>(view, {
    name: "ban-chot",
    title: w.editions,
    columns: [
      { head: w.period, cell: (e) => e.period },
      { head: w.to, cell: (e) => to(e.duty) },
      { head: w.number, cell: (e) => e.number, numeric: true },
      { head: w.frozenAt, cell: (e) => ({ at: e.frozenAt }) },
      { head: w.by, cell: (e) => e.frozenBy },
      { head: w.code, cell: (e) => editionCode(e.hash), class: "num" },
      {
        head: w.get,
        quiet: true,
        cell: null,
        show: (e) => (
          <>
            <a href={file(e, "docx")}>Word</a> <a href={file(e, "json")}>JSON</a>{" "}
            <a href={`/kiem-bao-cao/${editionCode(e.hash)}`}>{w.check}</a>
          </>
        ),
      },
    ],
    rows: editions,
    id: (e) => e.hash,
    none: w.noEdition,
  });
};
