import { join } from "node:path";
import { faults } from "../errors.ts";
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
  run: async ({ words, flags, config, house }) => {
    const [file] = words;
    if (!file) return { fault: "backup needs a FILE to write" };
    const { store, now } = await house();
    const recipient = typeof flags.recipient === "string" ? flags.recipient : config.backupRecipient;
    const made = await takeBackup({
      database: join(config.dataDir, "house.db"),
      file,
      recipient,
      progress: (done, of) => void process.stderr.write(`${Math.floor(done / MB)} of about ${Math.ceil(of / MB)} MB\n`),
    });
    const seen = { who: "operator", from: null, at: now() } as const;
    if (!made.ok) store.audit.note({ what: "backup-failed", commune: null, after: { code: made.fault.code } }, seen);
    if (!made.ok) return { fault: `${made.fault.cause} (${faults[made.fault.code].says})` };
    const { bytes, rows } = made.value;
    store.audit.note({ what: "backup-made", commune: null, after: { bytes, encrypted: recipient !== null } }, seen);
    return {
      value: { file, bytes, encrypted: recipient !== null },
      lines: [`${file}: ${bytes} bytes, ${Object.keys(rows).length} tables checked`],
    };
  },
};

const MB = 1024 * 1024;
