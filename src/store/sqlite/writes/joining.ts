import { z } from "zod";
import { auditRow } from "../audit-row.ts";
import type { Database } from "../driver.ts";
import { done, type Frame, type Writer } from "./frame.ts";
import { seats } from "./household.ts";
import { merger } from "./merge.ts";
import { parted } from "./parting.ts";

/** How long a phone that joined by a link code can be parted again. */
const undoMs = 7 * 24 * 3_600_000;

/**
 * Parts a phone that joined by a link code, for somebody who learns as the one it joined: it goes back to whoever learnt
 * on it before, and where the two were made one each gets back what was theirs. What was learnt since then belongs to
 * the phone it was learnt on.
 *
 * Whoever joined later stands on what was one by then. They are parted first, newest first, and put together again
 * after it, except where it was the parted phone that brought them: a stranger must not keep hold of somebody by having
 * carried them on to a third.
 */
export const linkUndone = (db: Database): Writer<"link-undone"> => {
  const seat = seats(db);
  const read = db.prepare(`${columns} WHERE commune = ? AND id = ? AND at > ?`);
  const later = db.prepare(`${columns} WHERE commune = ? AND (at, id) > (?, ?) ORDER BY at, id`);
  const part = parted(db);
  const merge = merger(db);
  const leave = left(db);
  const again = db.prepare("UPDATE joinings SET kept = ? WHERE commune = ? AND id = ?");
  const gone = [
    "DELETE FROM joinings WHERE commune = ? AND id = ?",
    "DELETE FROM timers WHERE commune = ? AND token = ? AND kind = 'linked'",
  ].map((sql) => db.prepare(sql));
  // One that was offered from the phone that goes would bring it straight back.
  const codes = ["link_codes", "downloads"].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE commune = ? AND learner = ? AND used_at IS NULL`),
  );
  const audit = auditRow(db);

  return (w, frame) => {
    const { account, person } = frame.loaded;
    const { commune } = account;
    const found = Joining.safeParse(read.get(commune, w.link, frame.now - undoMs));
    if (!found.success) return "joining-gone";
    const first = found.data;
    const { upon, now } = standing(first, Joinings.parse(later.all(commune, first.at, first.id)));
    if (!seat.has(commune, account.id, now)) return "joining-gone";

    const back = upon.filter((j) => j.account === first.account);
    for (const j of [...upon].reverse()) {
      const leaving = partedBy(j, commune, part);
      if (back.includes(j)) for (const phone of leaving) leave(phone, j, frame);
    }
    for (const phone of new Set([first.account, ...partedBy(first, commune, part)])) leave(phone, first, frame);
    for (const j of upon) if (!back.includes(j)) again.run(merge(commune, j.former, j.learner), commune, j.id);

    for (const j of [first, ...back]) {
      for (const s of gone) s.run(commune, j.id);
      audit(
        { what: "merge-undone", commune, about: j.learner, after: { from: j.former } },
        { who: `learner:${person.id}`, from: null, at: frame.now },
      );
    }
    for (const learner of new Set([first, ...upon].map((j) => j.learner)))
      for (const s of codes) s.run(commune, learner);
    return done;
  };
};

/** Those made later that stand on this one, in their order, and who its learner has become by them. */
const standing = (
  first: Joining,
  later: readonly Joining[],
): { readonly upon: readonly Joining[]; readonly now: string } => {
  const made = later.filter((j) => j.kept !== null);
  const line = new Set([first.learner]);
  let now = first.learner;
  for (const j of made)
    if (j.former === now) {
      now = j.learner;
      line.add(now);
    }
  // Where it made nobody one with anybody and was carried nowhere, nothing stands on it.
  const upon = first.kept === null && line.size === 1 ? [] : made.filter((j) => line.has(j.learner));
  return { upon, now };
};

const partedBy = (j: Joining, commune: string, part: ReturnType<typeof parted>): readonly string[] =>
  j.kept === null ? [] : part(commune, j.former, j.learner, j.kept, j.at);

/** A phone leaves a learner: to who learnt on it before, to somebody else of its household, or to a stranger. */
const left = (db: Database) => {
  const seat = seats(db);
  const phone = [
    "DELETE FROM account_learners WHERE commune = ? AND account = ? AND learner = ?",
    "DELETE FROM sessions WHERE commune = ? AND account = ? AND learner = ?",
    "DELETE FROM timers WHERE commune = ? AND account = ? AND learner = ?",
  ].map((sql) => db.prepare(sql));
  const next = db
    .prepare(
      "SELECT learner FROM account_learners WHERE commune = ? AND account = ? ORDER BY learner = ? DESC, since LIMIT 1",
    )
    .pluck();
  const stranger = db.prepare("INSERT INTO learners (commune, id, language, created_at) VALUES (?,?,?,?)");
  return (account: string, { learner, former }: Joining, frame: Frame): void => {
    const { account: here, person } = frame.loaded;
    const { commune } = here;
    for (const s of phone) s.run(commune, account, learner);
    let heir = next.get(commune, account, former);
    if (typeof heir !== "string") {
      heir = frame.id();
      stranger.run(commune, heir, person.language, frame.now);
      seat.join(commune, account, String(heir), frame.now);
    }
    seat.sit(commune, account, String(heir));
    if (account === here.id) frame.switched = true;
  };
};

const columns = "SELECT id, learner, account, former, kept, at FROM joinings";
const Joining = z.object({
  id: z.string(),
  learner: z.string(),
  account: z.string(),
  former: z.string(),
  kept: z.string().nullable(),
  at: z.number(),
});
type Joining = z.infer<typeof Joining>;
const Joinings = z.array(Joining);
