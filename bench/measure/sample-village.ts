import type Sqlite from "better-sqlite3";
import { driver } from "../../src/store/sqlite/driver.ts";

/**
 * A made-up village full of made-up learners, each with a Telegram chat, written straight into a stopped server's
 * database: letting ten thousand people in through the greeting would take longer than the push. Quiet hours are
 * taken away, so that the benchmark measures the same at noon.
 */
export const addVillage = (file: string, people: number): void =>
  within(file, (db) => {
    const { commune, connection } = home(db);
    // Yesterday: a push does not disturb whoever wrote within the last minutes.
    const now = Date.now() - 24 * 3_600_000;
    db.prepare("UPDATE communes SET settings = json_set(settings, '$.quiet_hours', json('[]')) WHERE code = ?").run(
      commune,
    );
    db.prepare("INSERT INTO villages (commune, id, name, code, sample) VALUES (?, ?, 'Làng mẫu', 'MAU1', 1)").run(
      commune,
      village,
    );
    const learner = db.prepare(
      "INSERT INTO learners (commune, id, you, village, audience, age, consent, consent_version, consent_at, sample, created_at) VALUES (?, ?, 'bac', ?, 'resident', '50-64', 'yes', 'sample', ?, 1, ?)",
    );
    const account = db.prepare(
      "INSERT INTO accounts (commune, id, connection, chat, learner, created_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    );
    const link = db.prepare("INSERT INTO account_learners (commune, account, learner, since) VALUES (?, ?, ?, ?)");
    for (let i = 0; i < people; i++) {
      learner.run(commune, `sample-${i}`, village, now, now);
      account.run(commune, `sample-account-${i}`, connection, String(1_000_000 + i), `sample-${i}`, now, now);
      link.run(commune, `sample-account-${i}`, `sample-${i}`, now);
    }
  });

/** Makes the person of a chat a member of the village's team. */
export const addTeamMember = (file: string, chat: number): void =>
  within(file, (db) => {
    const { learner, commune } = account(db, chat);
    db.prepare("UPDATE learners SET role = 'team', village = ? WHERE commune = ? AND id = ?").run(
      village,
      commune,
      learner,
    );
    db.prepare("INSERT INTO team_members (commune, learner, village, since) VALUES (?, ?, ?, ?)").run(
      commune,
      learner,
      village,
      Date.now(),
    );
  });

/** Certificates with a name and a code of their own; answers their codes. */
export const addCertificates = (file: string, count: number): readonly string[] => {
  const codes = Array.from({ length: count }, (_, i) => newCode(i));
  within(file, (db) => {
    const { commune } = home(db);
    const put = db.prepare(
      "INSERT INTO certificates (commune, code, learner, track, name, language, sample, issued_at) VALUES (?, ?, ?, 'co-ban', ?, 'vi', 1, ?)",
    );
    for (const [i, code] of codes.entries()) put.run(commune, code, `sample-${i}`, `Người học mẫu ${i}`, Date.now());
  });
  return codes;
};

/** Of the form that opens something: six times a letter and a digit; the last four letters count. */
const newCode = (n: number): string =>
  `B7K3${[...String(n).padStart(4, "0")].map((digit) => `${"ABCDEFGHJK"[Number(digit)]}5`).join("")}`;

const village = "lang-mau";

/** The commune and connection of Telegram: those of anybody who has written there. */
const home = (db: Sqlite.Database): { commune: string; connection: string } =>
  db.prepare<[], { commune: string; connection: string }>("SELECT commune, connection FROM accounts LIMIT 1").get() ??
  missing("nobody wrote yet");

const account = (db: Sqlite.Database, chat: number): { commune: string; learner: string } =>
  db
    .prepare<[string], { commune: string; learner: string }>("SELECT commune, learner FROM accounts WHERE chat = ?")
    .get(String(chat)) ?? missing(`chat ${chat} is not there`);

const missing = (what: string): never => {
  throw new Error(what);
};

const within = (file: string, write: (db: Sqlite.Database) => void): void => {
  const db = new driver(file, { fileMustExist: true });
  db.transaction(() => write(db))();
  db.close();
};
