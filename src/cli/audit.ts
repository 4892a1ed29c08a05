import { logValues } from "../desk/log-values.ts";
import { logWords } from "../desk/log-words.ts";
import type { Bilingual, Language } from "../kit/bilingual.ts";
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
            { vi: `Nhật ký còn nguyên: ${found.rows} dòng.`, en: `The log is whole: ${found.rows} rows.` },
            { vi: `Mã băm cuối: ${found.head}`, en: `Last hash: ${found.head}` },
            {
              vi: "Chép mã này vào biên bản; lần sau kiểm tra bằng: cli audit verify --head MÃ",
              en: "Note this hash in the minutes; next time check with: cli audit verify --head HASH",
            },
          ],
        };
      return { value: found, lines: [says[found.why](found.at)], failed: true };
    }
    if (what !== "list")
      return { misused: { vi: "audit cần một trong: verify, list", en: "audit needs one of: verify, list" } };
    const commune = typeof flags.commune === "string" ? flags.commune : null;
    const rows = await desk.securityLog({ commune, most: 1_000 });
    return {
      value: rows,
      lines: [],
      table: {
        head: [
          { vi: "dòng", en: "row" },
          { vi: "lúc", en: "at" },
          { vi: "ai", en: "who" },
          { vi: "việc", en: "what" },
          { vi: "về", en: "about" },
          { vi: "trước", en: "before" },
          { vi: "sau", en: "after" },
          { vi: "lần", en: "times" },
        ],
        rows: rows.map((r) => [
          r.seq,
          moment(r.at),
          r.whoName ?? r.who,
          kindOf(r.what),
          r.about,
          valuesOf(r.before),
          valuesOf(r.after),
          r.times,
        ]),
      },
    };
  },
};

/** A row that a newer version wrote is shown by its name. */
const kindOf = (what: string): Bilingual => {
  const words = (language: Language) =>
    Object.entries(logWords(language).kinds).find(([kind]) => kind === what)?.[1] ?? what;
  return { vi: words("vi"), en: words("en") };
};

const valuesOf = (json: string | null): Bilingual => ({ vi: logValues(json, "vi"), en: logValues(json, "en") });

const says = {
  missing: (at: number | null): Bilingual => ({
    vi: `Nhật ký thiếu dòng, từ dòng ${at}.`,
    en: `Rows are missing from the log, from row ${at}.`,
  }),
  changed: (at: number | null): Bilingual => ({ vi: `Dòng ${at} đã bị sửa.`, en: `Row ${at} was changed.` }),
  "noted-hash-gone": (): Bilingual => ({
    vi: "Mã băm đã ghi lần trước không còn trong nhật ký. Nếu ghi từ hơn 2 năm trước thì dòng đó đã hết hạn giữ; nếu mới hơn thì đuôi nhật ký đã bị thay.",
    en: "The hash noted last time no longer stands in the log. If it is more than 2 years old, its row is past its term; if not, the end of the log was replaced.",
  }),
} as const;
