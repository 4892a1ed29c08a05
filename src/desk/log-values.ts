import { z } from "zod";
import type { Language } from "../kit/bilingual.ts";
import { table } from "../ui/words.ts";

/** What a row of the log tells besides, in words: `second: none` → "lớp hai: không". What has no words stands as it is. */
export const logValues = (json: string | null, language: Language): string => {
  if (json === null) return "";
  const parsed = z.record(z.string(), z.unknown()).safeParse(JSON.parse(json));
  if (!parsed.success) return "";
  const w = words(language);
  const [keys, values]: readonly Readonly<Record<string, string>>[] = [w.keys, w.values];
  const worded = (of: Readonly<Record<string, string>> | undefined, code: string): string =>
    of && Object.hasOwn(of, code) ? (of[code] ?? code) : code;
  return Object.entries(parsed.data)
    .map(([key, value]) => {
      const told = value === null ? "–" : String(value);
      return `${worded(keys, key)}: ${own.has(key) ? told : worded(values, told)}`;
    })
    .join("; ");
};

/** What somebody named themselves, or typed on the command line as `staff`, is not read as one of our words. */
const own: ReadonlySet<string> = new Set(["name", "code", "village", "topic", "page", "verb"]);

const words = table(
  {
    keys: {
      second: "lớp hai",
      newDevice: "máy mới",
      why: "vì sao",
      by: "do",
      all: "mọi máy",
      how: "cách",
      codes: "số mã dự phòng",
      role: "vai trò",
      into: "gộp vào",
      from: "tách từ",
      form: "hình thức",
      version: "bản",
      age: "nhóm tuổi",
      rows: "số hàng",
      page: "trang",
      period: "kỳ",
      opens: "mã mở",
      channel: "kênh",
      what: "việc",
      told: "số người được báo",
      topic: "mục",
      population: "nhóm người",
      village: "thôn, xóm",
      value: "số",
      asOf: "tính đến",
      name: "tên",
      code: "mã",
      uses: "số lần dùng",
      bytes: "dung lượng",
      encrypted: "đã mã hóa",
      verb: "lệnh",
      found: "phát hiện lúc",
      people: "số người",
      authorityTold: "báo cơ quan lúc",
      peopleTold: "báo người dân lúc",
      closed: "đóng lúc",
      upTo: "tới hàng",
    },
    values: {
      true: "có",
      false: "không",
      none: "không",
      "recovery-code": "mã dự phòng",
      login: "tên đăng nhập",
      password: "mật khẩu",
      address: "địa chỉ mạng",
      account: "người gõ",
      link: "đường một lần",
      changed: "tự đổi",
      person: "người dân",
      clock: "hết hạn giữ",
      token: "mã của trang",
      private: "có dữ liệu riêng",
      file: "tải tệp",
      anything: "máy, tổ hay dữ liệu",
      certificate: "giấy ghi nhận",
      download: "dữ liệu của một người",
      administrator: "quản trị",
      staff: "cán bộ xã",
      "village-leader": "phụ trách thôn, xóm",
      "team-member": "thành viên tổ",
      overseer: "giám sát",
    },
  },
  {
    keys: {
      second: "second factor",
      newDevice: "new device",
      why: "why",
      by: "by",
      all: "all devices",
      how: "how",
      codes: "recovery codes",
      role: "role",
      into: "into",
      from: "from",
      form: "form",
      version: "version",
      age: "age group",
      rows: "rows",
      page: "page",
      period: "period",
      opens: "opens",
      channel: "channel",
      what: "what",
      told: "people told",
      topic: "topic",
      population: "population",
      village: "village",
      value: "value",
      asOf: "as of",
      name: "name",
      code: "code",
      uses: "uses",
      bytes: "bytes",
      encrypted: "encrypted",
      verb: "command",
      found: "found at",
      people: "people",
      authorityTold: "authority told at",
      peopleTold: "people told at",
      closed: "closed at",
      upTo: "up to row",
    },
    values: {
      true: "yes",
      false: "no",
      none: "none",
      "recovery-code": "recovery code",
      login: "login",
      password: "password",
      address: "network address",
      account: "who typed",
      link: "one-time link",
      changed: "changed by themselves",
      person: "the person",
      clock: "its term ended",
      token: "the page's token",
      private: "private data",
      file: "file",
      anything: "a device, the team or data",
      certificate: "certificate",
      download: "somebody's data",
      administrator: "administrator",
      staff: "commune staff",
      "village-leader": "village leader",
      "team-member": "team member",
      overseer: "overseer",
    },
  },
);
