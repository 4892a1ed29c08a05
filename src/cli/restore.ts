import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { faultLine } from "../errors.ts";
import type { Language } from "../kit/bilingual.ts";
import { restoreBackup } from "../store/backup/restore.ts";
import { identityIn } from "../store/backup/sealed.ts";
import type { Verb } from "./verb.ts";

/** `restore FILE`: puts a backup in place of the database. The server must be stopped; the present database is kept beside it. */
export const restore: Verb = {
  words: "FILE",
  says: {
    vi: "đặt một bản sao lưu vào chỗ; cơ sở dữ liệu hiện tại được giữ bên cạnh",
    en: "put a backup in place; the present database is kept beside it",
  },
  options: {
    identity: {
      value: "KEYFILE",
      says: { vi: "tệp khoá bí mật của bản sao lưu mã hoá", en: "file with the identity of an encrypted backup" },
    },
  },
  run: async ({ words, flags, config, language }) => {
    const [from] = words;
    if (!from) return { misused: { vi: "restore cần tên FILE", en: "restore needs a FILE" } };
    if (!existsSync(from)) return { fault: { vi: `${from}: không có tệp này`, en: `${from}: there is no such file` } };
    const given = typeof flags.identity === "string" ? flags.identity : null;
    if (given !== null && !(existsSync(given) && identityIn(readFileSync(given, "utf8"))))
      return {
        fault: {
          vi: `${given} không phải tệp khóa (một dòng AGE-SECRET-KEY-1…); chưa gì bị đổi`,
          en: `${given} is no identity file (a line AGE-SECRET-KEY-1…); nothing was changed`,
        },
      };
    const restored = await restoreBackup({
      from,
      dataDir: config.dataDir,
      now: Date.now(),
      identity: async () => {
        const file = given ?? (await asked(language));
        return file && existsSync(file) ? identityIn(readFileSync(file, "utf8")) : null;
      },
    });
    if (!restored.ok) return { fault: faultLine(restored.fault) };
    const old = restored.value;
    return {
      value: { restored: from, kept: old },
      lines: [
        { vi: `đã khôi phục từ ${from}`, en: `restored from ${from}` },
        ...(old ? [{ vi: `dữ liệu trước đó nằm ở ${old}`, en: `the database until now is ${old}` }] : []),
      ],
    };
  },
};

/** Where somebody sits at the machine they are asked; a script gives `--identity`. */
const asked = async (language: Language): Promise<string | null> => {
  if (!process.stdin.isTTY) return null;
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await line.question(question[language])).trim();
  } finally {
    line.close();
  }
};

const question = {
  vi: "Bản sao lưu này đã mã hóa. Tệp khóa (AGE-SECRET-KEY-1…): ",
  en: "This backup is encrypted. File with the identity (AGE-SECRET-KEY-1…): ",
} as const;
