import type { Capabilities } from "../../channels/capabilities.ts";
import type { CodeMeaning, Facts, LessonProgress } from "../../engine/facts.ts";
import type { Person } from "../../engine/person.ts";
import { readSession } from "../../engine/read-session.ts";
import type { Loaded } from "../turn-store.ts";
import type { CodeHash } from "./code-hash.ts";
import type { Communes, KnownCommune } from "./communes.ts";
import type { Database } from "./driver.ts";

export type Connection = { readonly id: string; readonly commune: string; readonly channel: Capabilities["name"] };

/** Reads everything a turn may know about one chat: one joined query, and more only for households, team members and codes. */
export const loader = (db: Database, communes: Communes, hashed: CodeHash) => {
  const byChat = db.prepare(`${joined} WHERE a.connection = ? AND a.chat = ?`).raw();
  const byAccount = db.prepare(`${joined} WHERE a.commune = ? AND a.id = ?`).raw();
  const household = db.prepare(
    `SELECT l.id, l.name FROM account_learners al JOIN learners l ON l.commune = al.commune AND l.id = al.learner
     WHERE al.commune = ? AND al.account = ? ORDER BY al.since, al.learner`,
  );
  const places = db.prepare("SELECT village FROM team_places WHERE commune = ? AND learner = ?").pluck();
  const meaningOf = codeMeanings(db, hashed);

  const build = (row: Row, connection: Connection, code: string | null, now: number): Loaded => {
    const [
      commune,
      account,
      chat,
      blockedAt,
      seenAt,
      id,
      name,
      you,
      language,
      village,
      audience,
      age,
      role,
      consent,
      optedOut,
      progress,
      certificates,
      session,
      learners,
      review,
      reviewAt,
      unanswered,
      joined,
      tickets,
      questions,
    ] = row;
    const known = communes.get(commune);
    const stored = session === null ? null : readSession(session);
    const person: Person = {
      id,
      name,
      you,
      language,
      village,
      audience,
      age,
      consent,
      role,
      optedOut: optedOut === 1,
      review,
    };
    return {
      account: {
        commune,
        id: account,
        connection: connection.id,
        channel: connection.channel,
        chat,
        blockedAt,
        seenAt,
      },
      person,
      session: stored,
      ...(session !== null && stored === null && { lost: true }),
      facts: {
        commune: known.facts,
        progress: progress === "{}" ? nothingDone : (JSON.parse(progress) as Record<string, LessonProgress>), // written only by `learnerUpdated`
        // The rows hold exactly these two columns.
        household: learners > 1 ? (household.all(commune, account) as { id: string; name: string | null }[]) : [],
        certificates: certificates === "[]" ? noCertificates : (JSON.parse(certificates) as Facts["certificates"]), // written only by `learnerUpdated`
        code: code === null ? null : meaningOf(known, code, now),
        joined,
        waiting: { tickets, questions },
        team: role === "team" ? { places: places.all(commune, id) as (string | null)[] } : null, // the column above
        pushes: [],
      },
      quiet: known.quiet,
      lesson: null,
      review: { at: reviewAt, unanswered, items: nothingToAsk },
    };
  };

  return {
    ofChat: (connection: Connection, chat: string, code: string | null, now: number): Loaded | null => {
      const row = byChat.get(connection.id, chat) as Row | undefined; // the columns of `joined`
      return row ? build(row, connection, code, now) : null;
    },
    ofAccount: (
      connectionOf: (id: string) => Connection | undefined,
      commune: string,
      account: string,
      now: number,
    ): Loaded | null => {
      const row = byAccount.get(commune, account) as (Row & { 25: string }) | undefined; // the columns of `joined`
      const connection = row && connectionOf(row[25]);
      return row && connection ? build(row, connection, null, now) : null;
    },
  };
};

const nothingDone: Facts["progress"] = Object.freeze({});
const nothingToAsk: Loaded["review"]["items"] = [];
const noCertificates: Facts["certificates"] = [];

const joined = `
  SELECT a.commune, a.id, a.chat, a.blocked_at, a.seen_at,
         l.id, l.name, l.you, l.language, l.village, l.audience, l.age,
         CASE WHEN EXISTS (SELECT 1 FROM team_members t WHERE t.commune = a.commune AND t.learner = l.id AND t.removed_at IS NULL)
               AND coalesce((SELECT al.by_link FROM account_learners al WHERE al.commune = a.commune AND al.account = a.id AND al.learner = l.id), 0) = 0
              THEN 'team' ELSE 'resident' END,
         l.consent, l.opted_out, l.progress, l.certificates,
         s.session,
         (SELECT count(*) FROM account_learners al WHERE al.commune = a.commune AND al.account = a.id),
         l.review, l.review_at, l.review_unanswered,
         (SELECT j.id FROM joinings j WHERE j.commune = a.commune AND j.learner = l.id ORDER BY j.at DESC LIMIT 1),
         (SELECT count(*) FROM tickets t WHERE t.commune = a.commune AND t.learner = l.id),
         (SELECT count(*) FROM question_askers q WHERE q.commune = a.commune AND q.learner = l.id),
         a.connection
  FROM accounts a
  JOIN learners l ON l.commune = a.commune AND l.id = a.learner
  LEFT JOIN sessions s ON s.commune = a.commune AND s.account = a.id AND s.learner = a.learner`;

type Row = [
  commune: string,
  account: string,
  chat: string,
  blockedAt: number | null,
  seenAt: number,
  id: string,
  name: string | null,
  you: Person["you"],
  language: string,
  village: string | null,
  audience: Person["audience"],
  age: Person["age"],
  role: Person["role"],
  consent: Person["consent"],
  optedOut: number,
  progress: string,
  certificates: string,
  session: string | null,
  learners: number,
  review: Person["review"],
  reviewAt: number | null,
  unanswered: number,
  joined: string | null,
  tickets: number,
  questions: number,
  connection: string,
];

const codeMeanings = (db: Database, hashed: CodeHash) => {
  const invitation = db
    .prepare(
      "SELECT village FROM invitations WHERE commune = ? AND code IN (?, ?) AND expires_at > ? AND uses_left > 0",
    )
    .raw();
  const link = db
    .prepare(
      `SELECT c.learner, l.name, l.village, l.progress FROM link_codes c JOIN learners l ON l.commune = c.commune AND l.id = c.learner
     WHERE c.commune = ? AND c.code IN (?, ?) AND c.expires_at > ? AND c.used_at IS NULL`,
    )
    .raw();
  // Of any commune: a certificate is shown wherever its owner goes.
  const certificate = db.prepare("SELECT name, track, revoked_at, sample FROM certificates WHERE code = ?").raw();
  return (known: KnownCommune, code: string, now: number): CodeMeaning | null => {
    const village = known.villageOf.get(code);
    if (village !== undefined) return { opens: "village", village };
    if (code.length < 6) return null;
    // The code itself stands only in rows of an older program that has the same file open; the next start hashes them.
    const hash = hashed(code);
    // One that is used up or over is as good as none: whoever tries codes out must not learn that it was one.
    const invited = invitation.get(known.facts.code, hash, code, now) as [string | null] | undefined; // the column above
    if (invited) return { opens: "invitation", code, village: invited[0], usable: true };
    const linked = link.get(known.facts.code, hash, code, now) as
      | [string, string | null, string | null, string]
      | undefined; // the four columns above
    if (linked) {
      const [learner, name, village, progress] = linked;
      const done = Object.values(JSON.parse(progress) as Record<string, LessonProgress>).filter((p) => p.done).length; // written only by `learnerUpdated`
      return { opens: "link", code, learner, name, village, lessons: done, usable: true };
    }
    const paper = certificate.get(code) as [string, string, number | null, number] | undefined; // the four columns above
    if (!paper) return null;
    const [name, track, revokedAt, sample] = paper;
    return { opens: "certificate", code, name, track, valid: revokedAt === null, sample: sample === 1 };
  };
};
