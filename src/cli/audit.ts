import { verifyLog } from "../store/sqlite/verify-log.ts";
import { moment } from "../ui/format.ts";
import { commune as communeOption } from "./options.ts";
import type { Verb } from "./verb.ts";

/** `audit`: is the security log whole, and what stands in it. */
export const audit: Verb = {
  words: "verify | list",
  says: {
    vi: "chứng minh nhật ký an ninh còn nguyên; xem các dòng của nó",
    en: "prove that no row of the security log was changed or taken out; show its rows",
  },
  options: {
    head: { value: "HASH", says: { vi: "mã băm đã ghi lần trước", en: "the hash noted last time" } },
    commune: communeOption,
  },
  run: async ({ words: [what], flags, house }) => {
    const { store, desk } = await house();
    if (what === "verify") {
      const head = typeof flags.head === "string" ? flags.head : null;
      const found = verifyLog(store.db, head);
      if (found.ok)
        return {
          value: found,
          lines: [
            `Nhật ký còn nguyên: ${found.rows} dòng.`,
            `Mã băm cuối: ${found.head}`,
            "Chép mã này vào biên bản; lần sau kiểm tra bằng: cli audit verify --head MÃ",
          ],
        };
      return { value: found, lines: [says[found.why](found.at)], failed: true };
    }
    if (what !== "list") return { fault: "audit needs one of: verify, list" };
    const commune = typeof flags.commune === "string" ? flags.commune : null;
    const rows = await desk.securityLog({ commune, most: 1_000 });
    return {
      value: rows,
      lines: [],
      table: {
        head: ["dòng", "lúc", "ai", "việc", "về", "trước", "sau", "lần"],
        rows: rows.map((r) => [r.seq, moment(r.at), r.whoName ?? r.who, r.what, r.about, r.before, r.after, r.times]),
      },
    };
  },
};

const says = {
  missing: (at: number | null) => `Nhật ký thiếu dòng, từ dòng ${at}.`,
  changed: (at: number | null) => `Dòng ${at} đã bị sửa.`,
  "noted-hash-gone": () =>
    "Mã băm đã ghi lần trước không còn trong nhật ký. Nếu ghi từ hơn 2 năm trước thì dòng đó đã hết hạn giữ; nếu mới hơn thì đuôi nhật ký đã bị thay.",
} as const;
