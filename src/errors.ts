/** Who can put a fault right. */
type Cure = "person" | "author" | "operator" | "nobody";

const entry = <const S extends string>(severity: "info" | "warn" | "error", cure: Cure, says: S, todo: string) =>
  ({ severity, cure, says, todo }) as const;

/**
 * Every expected failure of the house, in one place. `says` is the cause and `todo` the cure, both for operators and
 * authors; what a resident reads is a text of the locale, never a code.
 */
export const faults = {
  CONFIG_INVALID: entry(
    "error",
    "operator",
    "a setting is wrong or missing",
    "correct it in the environment; .env.example lists all settings",
  ),
  DATABASE_NEWER: entry(
    "error",
    "operator",
    "the database was written by a newer version of this program",
    "start the newer version, or restore a backup made by this one; nothing was changed",
  ),
  DATABASE_CORRUPT: entry(
    "error",
    "operator",
    "the database file is damaged or is not a database",
    "restore the last backup into DATA_DIR; the damaged file was left as it is",
  ),
  STORE_FULL: entry(
    "error",
    "operator",
    "the disk is full",
    "free space; channels keep retrying and nothing acknowledged is lost",
  ),
  STORE_READONLY: entry(
    "error",
    "operator",
    "the folder or the files of the database cannot be written",
    "let the user the program runs as write to DATA_DIR, and mount its disk for writing; nothing acknowledged is lost",
  ),
  STORE_FAILED: entry(
    "error",
    "operator",
    "the database could not be read or written",
    "look at the disk and the system's log; nothing is acknowledged until a write succeeds again",
  ),
  STORE_BUSY: entry(
    "warn",
    "operator",
    "another program held the database for longer than we wait",
    "let it finish, or end it; channels keep retrying and nothing acknowledged is lost",
  ),
  HOUSE_RUNNING: entry(
    "error",
    "operator",
    "another process works on this database",
    "stop it first; if it is no process of this program, nothing was changed and you may try again",
  ),
  BACKUP_FAILED: entry(
    "error",
    "operator",
    "the backup was not made",
    "put right what the cause names and run it again; the backups there are were left as they are",
  ),
  BACKUP_LATE: entry(
    "error",
    "operator",
    "the newest backup is older than a day and a half",
    "read why the last one failed, put it right, and make one now with the verb backup",
  ),
  RESTORE_REFUSED: entry(
    "error",
    "operator",
    "this file cannot be put in place of the database",
    "take another backup, or give the identity it was encrypted for; the database was left as it is",
  ),
  SIGNATURE_WRONG: entry(
    "warn",
    "operator",
    "a webhook came without the right secret",
    "compare the secret with the one given to the channel; if it is right, somebody is knocking",
  ),
  BODY_UNREADABLE: entry(
    "warn",
    "nobody",
    "a request body was not JSON or too large",
    "nothing; it was counted and left alone",
  ),
  CONNECTION_UNKNOWN: entry(
    "warn",
    "operator",
    "a webhook for a connection that does not exist",
    "check the webhook address registered with the channel",
  ),
  TURN_FAILED: entry(
    "error",
    "author",
    "a turn threw; the person got a kind sentence and the others were not touched",
    "read the stored reason and the flow state; fix the flow or the code",
  ),
  FLOW_INVALID: entry(
    "error",
    "author",
    "a flow or a content file does not hold",
    "correct the file at the line named",
  ),
  SESSION_STUCK: entry(
    "error",
    "author",
    "a flow could not go on: it went round without asking anything, or records what is not of its kind",
    "give the state named a question or an end, or the record what it lacks",
  ),
  SEND_RETRY: entry("info", "nobody", "the channel asked to wait or did not answer", "nothing; it is tried again"),
  SEND_WAITING: entry(
    "info",
    "person",
    "the channel lets nobody write to this person now",
    "nothing; the message goes out when they write, and expires with what it is about",
  ),
  SEND_BLOCKED: entry(
    "info",
    "person",
    "the person blocked the account or does not exist there",
    "nothing; they can write again",
  ),
  SEND_REFUSED: entry("error", "operator", "the channel refused the message", "read the reason kept with the message"),
  SEND_UNAUTHORISED: entry(
    "error",
    "operator",
    "the channel refused our credentials",
    "renew the token of the connection",
  ),
  SEND_UNCERTAIN: entry(
    "warn",
    "nobody",
    "the connection broke after the message was handed over; it is sent again and may arrive twice",
    "nothing; how many is shown with the channels of the desk",
  ),
  SEND_TOO_OLD: entry(
    "warn",
    "operator",
    "the message could not be sent for so long that it would no longer help",
    "look at the network and the channel; the person can write again",
  ),
  SEND_OPTED_OUT: entry("info", "person", "the person said stop before the message left", "nothing; it was not sent"),
  PUSH_CANCELLED: entry("info", "nobody", "staff stopped the push before the message left", "nothing; it was not sent"),
  NOT_ALLOWED: entry(
    "warn",
    "operator",
    "a person without the right role tried something",
    "give them the role, or leave it",
  ),
} as const;

export type FaultCode = keyof typeof faults;

/** A fault that happened: its code and what an operator needs to find it. `cause` never holds a person's words. */
export type Fault = { readonly code: FaultCode; readonly cause: string };
export const fault = (code: FaultCode, cause = ""): Fault => ({ code, cause });

/** Why a message did not go, or not yet: kept with its row in the outbox. */
export const sendCodes = [
  "SEND_RETRY",
  "SEND_WAITING",
  "SEND_BLOCKED",
  "SEND_REFUSED",
  "SEND_UNCERTAIN",
  "SEND_TOO_OLD",
  "SEND_OPTED_OUT",
  "PUSH_CANCELLED",
] as const satisfies readonly FaultCode[];
export type SendCode = (typeof sendCodes)[number];
/** The code, and behind it the channel's own words, which may differ for each person. */
export type SendReason = SendCode | `${SendCode}: ${string}`;
