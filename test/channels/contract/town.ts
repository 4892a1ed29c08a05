import type { House } from "../../../src/app.ts";

/** The whole house behind one channel's own fake server, and people with phones. */
export type Town = {
  readonly house: House;
  /** The n-th person, from 1. */
  readonly person: (n: number) => Someone;
  /** What went over the wire since it was last asked, one entry a call, ids replaced. */
  readonly wire: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** What a person can do on any channel. Each resolves with what they then heard, "" for nothing; words of buttons count as heard. */
export type Someone = {
  readonly connection: string;
  readonly chat: string;
  /** The first contact, however that looks here: a start button, an opened page, a first word. */
  readonly opens: () => Promise<string>;
  readonly says: (text: string) => Promise<string>;
  /** Takes the choice with these words in the last message: its button, or, where there are none, its number. */
  readonly chooses: (label: string) => Promise<string>;
  /** An answer to a question that is over: its old button, or, where there are none, the same message brought again. */
  readonly choosesAgain: (label: string) => Promise<string>;
  /** The channel brings the person's last message a second time, as all of them do now and then. */
  readonly isBroughtTwice: () => Promise<string>;
  /** Null where the channel has no way to send it. */
  readonly sends: ((what: "photo" | "voice") => Promise<string>) | null;
};

/** Waits until everything said to a chat has left, and complains about what could not. */
export const settled = async (house: House, connection: string, chat: string): Promise<void> => {
  const left = house.store.db.prepare(
    "SELECT status, reason FROM outbox WHERE connection = ? AND chat = ? AND status <> 'sent'",
  );
  for (;;) {
    const rows = left.all(connection, chat) as { status: string; reason: string | null }[]; // the two columns asked for
    const bad = rows.find((r) => r.status === "failed" || r.reason);
    if (bad) throw new Error(`a message did not go: ${bad.status} ${bad.reason}`);
    if (rows.length === 0) return;
    await new Promise((go) => setTimeout(go, 2));
  }
};

/** The number in front of a choice in a text. */
export const numberOf = (heard: string, label: string): string => {
  const line = heard.split("\n").findLast((l) => /^\d+\. /.test(l) && l.includes(label));
  if (line === undefined) throw new Error(`no number for "${label}" in:\n${heard}`);
  return line.slice(0, line.indexOf("."));
};

/** One call as it is reviewed: a line a field, a text as people read it, a list with a line an entry. */
export const written = (call: string, fields: object): string =>
  [call, ...Object.entries(fields).map(([name, value]) => `  ${name}: ${field(value)}`)].join("\n");

const field = (value: unknown): string => {
  if (typeof value === "string") return value.includes("\n") ? `|\n${value.replace(/^(?=.)/gm, "    ")}` : value;
  if (Array.isArray(value)) return value.map((v) => `\n    - ${JSON.stringify(v)}`).join("");
  return JSON.stringify(value);
};
