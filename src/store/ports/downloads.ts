/** What is kept about one person, shown to that person alone. */
export type DownloadStore = {
  /**
   * Uses up an address somebody was given in the chat, and puts `next`, the code of the file, in its place. Null for one
   * that is unknown, used, over, or was asked for in another browser: nobody must be able to tell these apart.
   */
  openDownload(code: string, asked: DownloadRequest & { readonly next: string }): Promise<MyData | null>;
  /** The same once more as a file, by the code the opened page holds. */
  downloadFile(code: string, asked: DownloadRequest): Promise<MyData | null>;
};

/** `browser`: whose talk the browser that asks belongs to; null when it has none. */
export type DownloadRequest = { readonly at: number; readonly from: string | null; readonly browser: string | null };

export type MyData = { readonly language: string; readonly data: PersonalData };

/** Everything, by what it is about. No id of a chat, of another person or of a staff member is in it. */
export type PersonalData = { readonly [section in DataSection]: readonly PersonalRow[] };
export type PersonalRow = Readonly<Record<string, string | number | null>>;
export type DataSection =
  | "person"
  | "phones"
  | "progress"
  | "certificates"
  | "answers"
  | "tickets"
  | "ticketsTaken"
  | "ticketWords"
  | "questions"
  | "messages"
  | "review"
  | "team"
  | "teamVillages"
  | "pushesSent"
  | "pushesReceived"
  | "reminders"
  | "standing"
  | "codes"
  | "downloads"
  | "joinings"
  | "facts"
  | "log";
