import { faultLine } from "../errors.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import { faultOf } from "../store/sqlite/fault-of.ts";

/**
 * What somebody at the terminal reads of an exception: what it is and what helps. `ours`: nobody thought of it, so the
 * program is at fault, and where it happened is worth telling to who looks after it.
 */
export const refusalOf = (error: unknown): { readonly says: Bilingual; readonly ours: boolean } => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // A path somebody typed is not the database's folder: only what SQLite itself could not do is about that.
  const found = named[code] ?? (error instanceof Error && "syscall" in error ? ofFiles[code] : undefined);
  const known = found ? null : faultOf(error);
  if (known) return { says: faultLine(known), ours: false };
  const what = error instanceof Error ? error.message : String(error);
  if (found) return { says: { vi: `${what}: ${found.vi}`, en: `${what}: ${found.en}` }, ours: false };
  return {
    says: {
      vi: `Chương trình có lỗi, không phải tại bạn: ${what}. Xin gửi dòng này cho người phụ trách; thêm TRACE=1 trước lệnh để thấy chỗ lỗi.`,
      en: `A fault of the program, not yours: ${what}. Please send this line to who looks after it; TRACE=1 before the command shows where.`,
    },
    ours: true,
  };
};

const notAllowed: Bilingual = {
  vi: "người chạy lệnh này không đọc hoặc không ghi được ở đó; xem quyền của tệp, của thư mục chứa nó, và đĩa có bị gắn chỉ đọc không",
  en: "whoever runs this command may not read or write there; look at the rights of the file and its folder, and whether the disk is mounted for reading only",
};
const ofFiles: Readonly<Record<string, Bilingual>> = {
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
  EISDIR: { vi: "đây là thư mục, không phải tệp", en: "this is a folder, not a file" },
  ENOTDIR: {
    vi: "giữa đường dẫn có một tệp, không phải thư mục",
    en: "a file stands in the path where a folder should",
  },
};

/** What a name or path typed on the command line can do that is no fault of the database's folder. */
const named: Readonly<Record<string, Bilingual>> = {
  ENOENT: { vi: "không có tệp hoặc thư mục này", en: "there is no such file or folder" },
  ERR_INVALID_ARG_VALUE: { vi: "tên có ký tự máy không nhận", en: "the name has a sign that no name may have" },
  ERR_FS_FILE_TOO_LARGE: { vi: "tệp lớn quá", en: "the file is too large" },
  ERR_STRING_TOO_LONG: { vi: "tệp lớn quá", en: "the file is too large" },
};
