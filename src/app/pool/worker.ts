import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import { drawPng } from "../../pictures/draw-png.ts";
import type { Drawing } from "../../pictures/drawing.ts";
import type { Proof } from "../../report/paper-file.ts";
import type { Report } from "../../report/report.ts";
import type { Sheet } from "../../ui/column.ts";
import { type QrPath, qrPath } from "../../ui/qr-path.ts";

try {
  // Far behind everybody who is being answered (a tenth of their share of a core), where a thread can have a rank of its own (Linux).
  setPriority(Number(readlinkSync("/proc/thread-self").split("/").pop()), 10);
} catch {
  // Elsewhere it has the rank of the house.
}

const tasks = {
  /** A picture as PNG. */
  draw: (drawing: Drawing): Uint8Array => drawPng(drawing),
  qr: (text: string): QrPath => qrPath(text),
  // Loaded with the first password: a worker that only draws does not need it.
  hashPassword: async (password: string): Promise<string> => (await import("@node-rs/argon2")).hashSync(password),
  verifyPassword: async ({ hash, password }: { readonly hash: string; readonly password: string }): Promise<boolean> =>
    (await import("@node-rs/argon2")).verifySync(hash, password),
  /** How easily a password is guessed: a quarter of a second for one made to be slow, and two megabytes of words. */
  tooWeak: async ({ password, about }: { readonly password: string; readonly about: readonly string[] }) =>
    (await import("../../desk/sign-in/strength.ts")).tooWeak(password, about),
  /** A report as a Word file. */
  paper: async ({ report, proof }: { readonly report: Report; readonly proof: Proof | null }): Promise<Uint8Array> =>
    (await import("../../report/paper-file.ts")).paperFile(report, proof),
  /** A table as an Excel file: the whole security log takes seconds. */
  sheet: async (sheet: Sheet): Promise<Uint8Array> => (await import("../../ui/xlsx.ts")).xlsxOf(sheet),
  /** A workbook from outside may want any amount of memory and time: here it gets what a worker gets. */
  readXlsx: async (bytes: Uint8Array) => (await import("../../ui/read-xlsx.ts")).readXlsx(bytes),
};

/** What runs in a worker of `pool.ts`, which has checked that the two belong together. */
export default ({ task, given }: { readonly task: Task; readonly given: never }): unknown => tasks[task](given);

export type Tasks = typeof tasks;
export type Task = keyof Tasks;
