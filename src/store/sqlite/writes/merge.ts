import { z } from "zod";
import type { LessonProgress } from "../../../engine/facts.ts";
import type { Database } from "../driver.ts";
import { ticketTimers } from "../ticket-timers.ts";
import { movedBetween } from "./parting.ts";
import { seeder } from "./review.ts";
import { ticketsLeft } from "./ticket.ts";

/**
 * Two learners turn out to be one person: everything the one did becomes the other's, on all phones, and the one is
 * gone. Without it somebody who agreed on two phones before linking them would be counted twice for ever. A place in
 * the team is not carried over. Answers what is needed to part them again, as JSON.
 */
export const merger = (db: Database) => {
  const read = db.prepare(
    "SELECT progress, certificates, review, review_at FROM learners WHERE commune = ? AND id = ?",
  );
  const write = db.prepare(
    "UPDATE learners SET progress = ?, certificates = ?, review = ?, review_at = ? WHERE commune = ? AND id = ?",
  );
  const phones = db.prepare(
    "INSERT OR IGNORE INTO account_learners (commune, account, learner, since, by_link) SELECT commune, account, ?, since, 1 FROM account_learners WHERE commune = ? AND learner = ?",
  );
  const moving = movedBetween(db);
  const moved = ["learning_events", "certificates", "tickets"].map((table) =>
    db.prepare(`UPDATE ${table} SET learner = ? WHERE commune = ? AND learner = ?`),
  );
  const seated = db.prepare("UPDATE accounts SET learner = ? WHERE commune = ? AND learner = ?");
  const pushes = db.prepare("UPDATE pushes SET by_learner = ? WHERE commune = ? AND by_learner = ?");
  // The later answer of the two says how well it is known.
  const items = db.prepare(
    `INSERT INTO review_items (commune, learner, item, version, box, at)
     SELECT commune, ?, item, version, box, at FROM review_items WHERE commune = ? AND learner = ?
     ON CONFLICT DO UPDATE SET version = excluded.version, box = excluded.box, at = excluded.at WHERE excluded.at > at`,
  );
  const timer = db.prepare(
    "UPDATE OR IGNORE timers SET id = ?, learner = ? WHERE commune = ? AND learner = ? AND kind = 'review'",
  );
  const sow = seeder(db);
  // Both asked the same: one of them is enough, the other goes with the rows that are left.
  const asked = db.prepare("UPDATE OR IGNORE question_askers SET learner = ? WHERE commune = ? AND learner = ?");
  const sentTo = db.prepare("UPDATE OR IGNORE pushed SET learner = ? WHERE commune = ? AND learner = ?");
  const personal = [
    ...["sessions", "timers", "account_learners", "team_members", "team_villages", "link_codes", "pushed", "downloads"],
    ...["review_items", "question_askers"],
  ];
  const left = personal.map((table) => db.prepare(`DELETE FROM ${table} WHERE commune = ? AND learner = ?`));
  // A place in the team does not come along, so what they took waits for somebody again.
  const untaken = ticketsLeft(db);
  const requests = togetherRequests(db);
  const gone = db.prepare("DELETE FROM learners WHERE commune = ? AND id = ?");

  return (commune: string, from: string, into: string): string | null => {
    const [a, b] = [from, into].map((id) => Learner.parse(read.get(commune, id)));
    if (!a || !b) return null;
    const undo = moving(commune, from, into);
    const certificates = [
      ...b.certificates,
      ...a.certificates.filter((c) => !b.certificates.some((d) => d.track === c.track)),
    ];
    // What they said where they go on learning stands; where they were not asked, what they said elsewhere.
    const open = b.review === "unasked" || b.review === "later";
    const review = open ? a.review : b.review;
    // 0 is long past: whoever has nothing planned is asked after their next words.
    const reviewAt = review === "yes" ? ((open ? a : b).review_at ?? 0) : null;
    write.run(
      JSON.stringify(together(a.progress, b.progress)),
      JSON.stringify(certificates),
      review,
      reviewAt,
      commune,
      into,
    );
    items.run(into, commune, from);
    if (open) timer.run(`${into}:review`, into, commune, from);
    phones.run(into, commune, from);
    for (const s of [...moved, seated, pushes, asked, sentTo]) s.run(into, commune, from);
    if (review === "yes") sow(commune, into);
    untaken.run(commune, from);
    requests(commune, from, into);
    for (const s of left) s.run(commune, from);
    gone.run(commune, from);
    return JSON.stringify(undo);
  };
};

/**
 * Their calls for a person go on: what is due about them comes along, one is open and not two, and nobody helps
 * themselves.
 */
const togetherRequests = (db: Database) => {
  const due = db.prepare(
    "UPDATE timers SET learner = ? WHERE commune = ? AND learner = ? AND kind IN ('ticket-climb', 'ticket-news', 'ticket-words')",
  );
  const own = db.prepare(
    "UPDATE tickets SET status = 'open', taken_by = NULL, taken_learner = NULL, visit = 0, reminded_at = NULL WHERE commune = ? AND learner = ? AND taken_learner = learner AND status = 'taken'",
  );
  const open = db
    .prepare<[string, string], string>(
      "SELECT id FROM tickets WHERE commune = ? AND learner = ? AND status <> 'done' ORDER BY status = 'taken' DESC, created_at",
    )
    .pluck();
  const close = db.prepare(
    "UPDATE tickets SET status = 'done', text = NULL, result = 'gone' WHERE commune = ? AND id = ?",
  );
  const timers = ticketTimers(db);
  return (commune: string, from: string, into: string): void => {
    due.run(into, commune, from);
    own.run(commune, into);
    for (const id of open.all(commune, into).slice(1)) {
      timers.tellTaker(commune, id, 0);
      close.run(commune, id);
    }
  };
};

/** The better of the two for each lesson; attempts add up. */
const together = (a: Progress, b: Progress): Progress => {
  const all = { ...a, ...b };
  for (const lesson of Object.keys(a)) {
    const [x, y] = [a[lesson], b[lesson]];
    if (x && y)
      all[lesson] = {
        attempts: x.attempts + y.attempts,
        best: Math.max(x.best, y.best),
        of: Math.max(x.of, y.of),
        passed: x.passed || y.passed,
        done: x.done || y.done,
      };
  }
  return all;
};

type Progress = Record<string, LessonProgress>;
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
const Learner = z.object({
  review: z.string(),
  review_at: z.number().nullable(),
  progress: json(
    z.record(
      z.string(),
      z.object({ attempts: z.number(), best: z.number(), of: z.number(), passed: z.boolean(), done: z.boolean() }),
    ),
  ),
  certificates: json(z.array(z.object({ code: z.string(), track: z.string() }))),
});
