import type { Bilingual } from "../kit/bilingual.ts";
import type { Option } from "./verb.ts";

/** What every verb takes. */
export const general: Readonly<Record<string, Option>> = {
  json: { says: { vi: "in kết quả thành JSON, cho máy đọc", en: "print the result as JSON" } },
  lang: {
    value: "vi|en",
    says: { vi: "ngôn ngữ của lời nhắn (mặc định: vi)", en: "language of what is said (default: vi)" },
  },
  help: { says: { vi: "cách dùng, tuỳ chọn và mã thoát", en: "usage, options and exit codes" } },
};

/** Options that several verbs share. */
export const commune: Option = {
  value: "CODE",
  says: { vi: "mã xã (mặc định: COMMUNE trong cài đặt)", en: "code of the commune (default: COMMUNE of the settings)" },
};
export const noCommune = (code: string): { readonly fault: Bilingual } => ({
  fault: { vi: `không có xã nào mang mã ${code}`, en: `there is no commune ${code}` },
});

export const period: Option = {
  value: "2026-11",
  says: {
    vi: "tháng, quý (2026-q4), nửa năm (2026-h2), năm, hoặc ngày..ngày",
    en: "a month, quarter (2026-q4), half (2026-h2), year or day..day",
  },
};
