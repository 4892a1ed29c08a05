import { stringify } from "yaml";
import type { House } from "../../../src/app.ts";
import { Session } from "../../../src/engine/session.ts";
import type { Someone } from "./town.ts";

/** Where a conversation ended: the session, the learner and the facts, without what differs from day to day (ids, times, versions). */
export const endOf = ({ store: { db } }: House, { connection, chat }: Someone): string => {
  const account = row(
    db.prepare("SELECT commune, id, learner FROM accounts WHERE connection = ? AND chat = ?").get(connection, chat),
  );
  const where = [account.commune, account.learner];
  const learner = row(
    db
      .prepare(
        "SELECT name, you, language, village, audience, age, role, consent, consent_version, opted_out, progress, certificates FROM learners WHERE commune = ? AND id = ?",
      )
      .get(...where),
  );
  const kept = row(
    db
      .prepare("SELECT session FROM sessions WHERE commune = ? AND account = ? AND learner = ?")
      .get(account.commune, account.id, account.learner),
  );
  const { status, runs, wait, bookmarks } = Session.parse(JSON.parse(String(kept.session)));
  const bare = (all: typeof runs) => all.map(({ version: _, ...run }) => ({ ...run, vars: certain(run.vars) }));
  const events = db
    .prepare(
      "SELECT what, ref, data, village, audience, adult, at FROM learning_events WHERE commune = ? AND learner = ?",
    )
    .all(...where)
    .map(row)
    .sort(byTime);
  const tickets = db
    .prepare(
      "SELECT name, village, topic, flow, state, urgent, text, status FROM tickets WHERE commune = ? AND learner = ? ORDER BY created_at",
    )
    .all(...where);
  return stringify(
    {
      session: { status, runs: bare(runs), wait, bookmarks: bookmarks.map((b) => bare(b.runs)) },
      learner: {
        ...learner,
        progress: JSON.parse(String(learner.progress)),
        certificates: JSON.parse(String(learner.certificates)),
      },
      events: events.map(({ at: _, ...e }) => ({ ...e, data: JSON.parse(String(e.data)) })),
      tickets,
    },
    { lineWidth: 0 },
  );
};

/** What a search opened at once, without what came behind it: that changes with every new page of the library. */
const certain = (vars: Session["runs"][number]["vars"]): typeof vars =>
  vars.how === "certain" && Array.isArray(vars.found) ? { ...vars, found: vars.found.slice(0, 1) } : vars;

const row = (found: unknown): Record<string, unknown> => {
  if (typeof found !== "object" || found === null) throw new Error("the person is not in the database");
  return found as Record<string, unknown>; // a row, read by column
};

/** The facts of one turn have one time and ids without an order. */
const byTime = (a: Record<string, unknown>, b: Record<string, unknown>): number =>
  Number(a.at) - Number(b.at) || JSON.stringify(a).localeCompare(JSON.stringify(b));
