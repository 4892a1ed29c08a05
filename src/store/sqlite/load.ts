import type { Selectable } from "kysely";
import type { CodeMeaning, Facts, LessonProgress } from "../../engine/facts.ts";
import type { Person } from "../../engine/person.ts";
import { readSession } from "../../engine/read-session.ts";
import type { Loaded } from "../turn-store.ts";
import type { CodeHash } from "./code-hash.ts";
import type { Communes, KnownCommune } from "./communes.ts";
import type { Database } from "./driver.ts";
import type { Tables } from "./tables.ts";

export type ConnectionRow = { readonly id: string; readonly commune: string; readonly channel: string };

/** Reads everything a turn may know about one chat: one joined query, and more only for households, team members and codes. */
export const loader = (db: Database, communes: Communes, hashed: CodeHash) => {
  const byChat = db.prepare<[string, string], Row>(`${joined} WHERE a.connection = ? AND a.chat = ?`);
  const byAccount = db.prepare<[string, string], Row>(`${joined} WHERE a.commune = ? AND a.id = ?`);
  const household = db.prepare<[string, string], Pick<Learner, "id" | "name">>(
    `SELECT l.id, l.name FROM account_learners al JOIN learners l ON l.commune = al.commune AND l.id = al.learner
     WHERE al.commune = ? AND al.account = ? ORDER BY al.since, al.learner`,
  );
  const places = db.prepare<[string, string], Pick<Place, "village">>(
    "SELECT village FROM team_places WHERE commune = ? AND learner = ?",
  );
  const revoked = db.prepare<[string]>("SELECT 1 FROM certificates WHERE code = ? AND revoked_at IS NOT NULL");
  /** Without those that were revoked: they are as good as none, and may be earned again. */
  const valid = (certificates: string): Facts["certificates"] =>
    certificates === "[]"
      ? noCertificates
      : (JSON.parse(certificates) as Facts["certificates"]).filter(({ code }) => !revoked.get(code)); // written only by `learnerUpdated`
  const meaningOf = codeMeanings(db, hashed);

  const build = (row: Row, connection: ConnectionRow, code: string | null, now: number): Loaded => {
    const { commune, account, session, progress, certificates } = row;
    const known = communes.get(commune);
    const stored = session === null ? null : readSession(session);
    return {
      account: {
        commune,
        id: account,
        connection: connection.id,
        channel: connection.channel,
        chat: row.chat,
        blockedAt: row.blockedAt,
        seenAt: row.seenAt,
      },
      person: {
        id: row.learner,
        name: row.name,
        you: row.you,
        language: row.language,
        village: row.village,
        audience: row.audience,
        age: row.age,
        consent: row.consent,
        role: row.role,
        optedOut: row.optedOut === 1,
        review: row.review,
      },
      session: stored,
      ...(session !== null && stored === null && { lost: true }),
      facts: {
        commune: known.facts,
        progress: progress === "{}" ? nothingDone : (JSON.parse(progress) as Record<string, LessonProgress>), // written only by `learnerUpdated`
        household: row.learners > 1 ? household.all(commune, account) : [],
        certificates: valid(certificates),
        code: code === null ? null : meaningOf(known, code, connection.channel !== "web", now),
        joined: row.joined,
        waiting: { tickets: row.tickets, questions: row.questions },
        team: row.role === "team" ? { places: places.all(commune, row.learner).map((p) => p.village) } : null,
        pushes: [],
      },
      quiet: known.quiet,
      lesson: null,
      review: { at: row.reviewAt, unanswered: row.unanswered, items: nothingToAsk },
    };
  };

  return {
    ofChat: (connection: ConnectionRow, chat: string, code: string | null, now: number): Loaded | null => {
      const row = byChat.get(connection.id, chat);
      return row ? build(row, connection, code, now) : null;
    },
    ofAccount: (
      connectionOf: (id: string) => ConnectionRow | undefined,
      commune: string,
      account: string,
      now: number,
    ): Loaded | null => {
      const row = byAccount.get(commune, account);
      const connection = row && connectionOf(row.connection);
      return row && connection ? build(row, connection, null, now) : null;
    },
  };
};

const nothingDone: Facts["progress"] = Object.freeze({});
const nothingToAsk: Loaded["review"]["items"] = [];
const noCertificates: Facts["certificates"] = [];

const joined = `
  SELECT a.commune, a.id AS account, a.connection, a.chat, a.blocked_at AS blockedAt, a.seen_at AS seenAt,
         l.id AS learner, l.name, l.you, l.language, l.village, l.audience, l.age,
         CASE WHEN EXISTS (SELECT 1 FROM team_members t WHERE t.commune = a.commune AND t.learner = l.id AND t.removed_at IS NULL)
               AND coalesce((SELECT al.by_link FROM account_learners al WHERE al.commune = a.commune AND al.account = a.id AND al.learner = l.id), 0) = 0
              THEN 'team' ELSE 'resident' END AS role,
         l.consent, l.opted_out AS optedOut, l.progress, l.certificates,
         s.session,
         (SELECT count(*) FROM account_learners al WHERE al.commune = a.commune AND al.account = a.id) AS learners,
         l.review, l.review_at AS reviewAt, l.review_unanswered AS unanswered,
         (SELECT j.id FROM joinings j WHERE j.commune = a.commune AND j.learner = l.id ORDER BY j.at DESC LIMIT 1) AS joined,
         (SELECT count(*) FROM tickets t WHERE t.commune = a.commune AND t.learner = l.id) AS tickets,
         (SELECT count(*) FROM question_askers q WHERE q.commune = a.commune AND q.learner = l.id) AS questions
  FROM accounts a
  JOIN learners l ON l.commune = a.commune AND l.id = a.learner
  LEFT JOIN sessions s ON s.commune = a.commune AND s.account = a.id AND s.learner = a.learner`;

type Account = Selectable<Tables["accounts"]>;
type Learner = Selectable<Tables["learners"]>;
type Place = Selectable<Tables["team_places"]>;

/** What `joined` gives. Columns that hold one of a few words are written by this program alone, from these very types. */
type Row = Pick<Account, "commune" | "connection" | "chat"> &
  Pick<Learner, "name" | "language" | "village" | "progress" | "certificates"> &
  Pick<Person, "you" | "audience" | "age" | "role" | "consent" | "review"> & {
    readonly account: Account["id"];
    readonly blockedAt: Account["blocked_at"];
    readonly seenAt: Account["seen_at"];
    readonly learner: Learner["id"];
    readonly optedOut: Learner["opted_out"];
    readonly reviewAt: Learner["review_at"];
    readonly unanswered: Learner["review_unanswered"];
    readonly session: Selectable<Tables["sessions"]>["session"] | null;
    readonly joined: Selectable<Tables["joinings"]>["id"] | null;
    readonly learners: number;
    readonly tickets: number;
    readonly questions: number;
  };

const codeMeanings = (db: Database, hashed: CodeHash) => {
  const invitation = db.prepare<[string, string, string, number], Pick<Selectable<Tables["invitations"]>, "village">>(
    "SELECT village FROM invitations WHERE commune = ? AND code IN (?, ?) AND expires_at > ? AND uses_left > 0",
  );
  const link = db.prepare<
    [string, string, string, number],
    Pick<Learner, "name" | "village" | "progress"> & { readonly learner: Learner["id"] }
  >(
    `SELECT c.learner, l.name, l.village, l.progress FROM link_codes c JOIN learners l ON l.commune = c.commune AND l.id = c.learner
     WHERE c.commune = ? AND c.code IN (?, ?) AND c.expires_at > ? AND c.used_at IS NULL`,
  );
  // Of any commune: a certificate is shown wherever its owner goes.
  const certificate = db.prepare<
    [string],
    Pick<Selectable<Tables["certificates"]>, "name" | "track" | "revoked_at" | "sample">
  >("SELECT name, track, revoked_at, sample FROM certificates WHERE code = ?");
  const alarms = db.prepare<[string, string, number]>(
    "SELECT 1 FROM alarm_codes WHERE commune = ? AND code = ? AND expires_at > ?",
  );
  return (known: KnownCommune, code: string, reached: boolean, now: number): CodeMeaning | null => {
    const village = known.villageOf.get(code);
    if (village !== undefined) return { opens: "village", village };
    if (code.length < 6) return null;
    // The code itself stands only in rows of an older program that has the same file open; the next start hashes them.
    const hash = hashed(code);
    // One that is used up or over is as good as none: whoever tries codes out must not learn that it was one.
    const invited = invitation.get(known.facts.code, hash, code, now);
    if (invited) return { opens: "invitation", code, village: invited.village, usable: true };
    const linked = link.get(known.facts.code, hash, code, now);
    if (linked) {
      const { learner, name, village, progress } = linked;
      const done = Object.values(JSON.parse(progress) as Record<string, LessonProgress>).filter((p) => p.done).length; // written only by `learnerUpdated`
      return { opens: "link", code, learner, name, village, lessons: done, usable: true };
    }
    if (alarms.get(known.facts.code, hash, now)) return { opens: "alarms", code, reached };
    const paper = certificate.get(code);
    if (!paper) return null;
    const { name, track, revoked_at, sample } = paper;
    return { opens: "certificate", code, name, track, valid: revoked_at === null, sample: sample === 1 };
  };
};
