import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { userInfo } from "node:os";
import { dirname, resolve } from "node:path";
import { parseEnv } from "node:util";
import type { Bilingual } from "../kit/bilingual.ts";

/**
 * Puts settings into a file as a unit's EnvironmentFile, a shell and `.env` are read, and leaves everything else in it as
 * it is: a setting that stands there, also as a comment, is changed where it stands, the others come behind. Only its
 * owner can read the file afterwards, for secrets are in it. Written beside and moved, so that a full disk loses nothing.
 */
export const writeSettings = (path: string, settings: Readonly<Record<string, string>>): void => {
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  const beside = besideOf(path);
  const file = openSync(beside, "w", 0o600);
  try {
    fchmodSync(file, 0o600);
    writeSync(file, withSettings(before, settings));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
};

const besideOf = (path: string): string => `${path}.${process.pid}.new`;

/** What stands in the file; nothing where there is no file yet. */
export const readSettings = (path: string): Readonly<Record<string, string>> =>
  existsSync(path)
    ? Object.fromEntries(
        Object.entries(parseEnv(readFileSync(path, "utf8"))).flatMap(([name, value]) => (value ? [[name, value]] : [])),
      )
    : {};

/** Why the file cannot be read or written by whoever runs this, and the cure; null when it can. Leaves nothing behind. */
export const fileFault = (path: string): Bilingual | null => {
  try {
    if (existsSync(path)) readFileSync(path);
    closeSync(openSync(besideOf(path), "w", 0o600));
    unlinkSync(besideOf(path));
    return null;
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "";
    const file = resolve(path);
    const [who, own] = [nameOfUser(), OWN_FOLDER];
    return {
      vi: `Chưa hỏi gì, vì không đọc hoặc ghi được tệp thiết lập ${file} (${why}). Người chạy lệnh (${who}) phải đọc được tệp và tạo được tệp mới trong thư mục ${dirname(file)}. Cách chữa: để tệp trong một thư mục riêng của ${who}. Với quyền root, gõ: install -d -m 700 -o ${who} ${own}; chuyển tệp vào đó, chown ${who} cho tệp, rồi chạy lại với --env ${own}/env.`,
      en: `Nothing was asked, because the settings file ${file} cannot be read or written (${why}). Whoever runs the command (${who}) must be able to read it and to make a new file in the folder ${dirname(file)}. Cure: keep the file in a folder of ${who}. As root: install -d -m 700 -o ${who} ${own}; move the file there, chown it to ${who}, then run this again with --env ${own}/env.`,
    };
  }
};

/** Where the guide keeps it. Never the folder at hand: who may write into /etc is root alone. */
const OWN_FOLDER = "/etc/binh-dan-hoc-vu-so";

const nameOfUser = (): string => {
  try {
    return userInfo().username;
  } catch {
    // A container's user may have a number and no name.
    return String(process.getuid?.() ?? "");
  }
};

/** The text of the file with these settings in it. */
export const withSettings = (text: string, settings: Readonly<Record<string, string>>): string => {
  const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  for (const [name, value] of Object.entries(settings)) {
    const line = `${name}=${quoted(value)}`;
    const at = placeOf(lines, name);
    if (at < 0) lines.push(line);
    else lines[at] = line;
  }
  return `${lines.join("\n")}\n`;
};

/** Where the setting stands; the last place where it is set counts, as it does for whoever reads the file. */
const placeOf = (lines: readonly string[], name: string): number => {
  const set = lines.findLastIndex((line) => line.trimStart().startsWith(`${name}=`));
  return set >= 0 ? set : lines.findIndex((line) => line.startsWith(`#${name}=`));
};

/**
 * A shell (`. file`), systemd (EnvironmentFile) and Node (`.env`) read these forms alike: bare words and addresses; between
 * single quotes anything but one; between double quotes what none of them fills in or takes as an escape.
 */
const quoted = (value: string): string => {
  if (/^[\w:/.@%+,=-]*$/.test(value)) return value;
  if (/[\p{Cc}\p{Cs}]/u.test(value)) throw new Error("a setting holds a sign that no file can hold");
  if (!value.includes("'")) return `'${value}'`;
  if (!/["$`\\]/.test(value)) return `"${value}"`;
  throw new Error("a setting holds quotes that no form keeps");
};

/** What cannot be written so that all readers get it back; null for everything else. */
export const unwritable = (value: string): Bilingual | null => {
  try {
    quoted(value);
    return null;
  } catch {
    return {
      vi: "có dấu nháy hoặc ký tự mà tệp thiết lập không giữ được",
      en: "holds quotes or signs that a settings file cannot keep",
    };
  }
};
