import { join } from "node:path";
import { faultLine } from "../errors.ts";
import { takeBackup } from "../store/backup/take.ts";
import type { Verb } from "./verb.ts";

/** `backup FILE`: a whole copy of the database while the house goes on working, encrypted when there is a recipient. */
export const backup: Verb = {
  words: "FILE",
  says: {
    vi: "sao lưu cơ sở dữ liệu vào FILE, cả khi máy chủ đang chạy; mã hoá nếu có người nhận",
    en: "copy the database into FILE, also while the server runs; encrypted for a recipient",
  },
  options: { recipient: { value: "age1…", says: { vi: "khoá công khai để mã hoá", en: "public key to encrypt for" } } },
  run: async ({ words, flags, config, house, progress }) => {
    const [file] = words;
    if (!file) return { misused: { vi: "backup cần tên FILE để ghi", en: "backup needs a FILE to write" } };
    const { store, now } = await house();
    const recipient = typeof flags.recipient === "string" ? flags.recipient : config.backupRecipient;
    const made = await takeBackup({
      database: join(config.dataDir, "house.db"),
      file,
      recipient,
      progress: (done, of) => progress(done, of, "backup"),
    });
    const seen = { who: "operator", from: null, at: now() } as const;
    if (!made.ok) store.audit.note({ what: "backup-failed", commune: null, after: { code: made.fault.code } }, seen);
    if (!made.ok) return { fault: faultLine(made.fault) };
    const { bytes } = made.value;
    const tables = Object.keys(made.value.rows).length;
    store.audit.note({ what: "backup-made", commune: null, after: { bytes, encrypted: recipient !== null } }, seen);
    return {
      value: { file, bytes, encrypted: recipient !== null },
      lines: [
        {
          vi: `${file}: ${bytes} byte, đã soát ${tables} bảng`,
          en: `${file}: ${bytes} bytes, ${tables} tables checked`,
        },
      ],
    };
  },
};
