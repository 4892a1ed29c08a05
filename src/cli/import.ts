import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { Bilingual } from "../kit/bilingual.ts";
import type { Input, Output, Verb } from "./verb.ts";

/** `import gift FILE`: quizzes that were written elsewhere, as the questions of a lesson. */
export const importing: Verb = {
  words: "gift FILE",
  says: {
    vi: "lấy câu hỏi trắc nghiệm viết ở nơi khác (GIFT của Moodle) thành câu hỏi của bài học",
    en: "take quizzes written elsewhere (GIFT, of Moodle) as questions of a lesson",
  },
  options: {
    language: {
      value: "vi|en",
      says: { vi: "câu hỏi viết bằng tiếng nào (mặc định: vi)", en: "the language they are written in (default: vi)" },
    },
    out: { value: "FILE", says: { vi: "tệp .yaml để ghi, chưa có sẵn", en: "the .yaml file to write, not there yet" } },
    strict: {
      says: { vi: "có câu nào không lấy được thì mã thoát là 1", en: "exit 1 when anything could not be taken" },
    },
  },
  run: async (input) => {
    const { words, flags } = input;
    const [what, file, more] = words;
    if (what !== "gift" || file === undefined || more !== undefined) return { misused: usage };
    if (!existsSync(file) || !statSync(file).isFile()) return { fault: noFile(file) };
    const written = flags.language ?? "vi";
    if (written !== "vi" && written !== "en") return { misused: noLanguage };
    const { giftLimits, readGift } = await import("../content/gift/read-gift.ts");
    // A letter has up to four bytes; what is longer than that is not even read.
    const raw = statSync(file).size > giftLimits.characters * 4 ? null : readFileSync(file, "utf8");
    const gift = readGift(raw ?? " ".repeat(giftLimits.characters + 1), written);
    return gift.ok ? outcome(input, file, gift) : { fault: inFile(file, gift.why) };
  },
};

type Gift = Extract<ReturnType<typeof import("../content/gift/read-gift.ts").readGift>, { ok: true }>;

const outcome = async ({ flags, language }: Input, file: string, { taken, refused }: Gift): Promise<Output> => {
  const { quizYaml } = await import("../content/gift/quiz-yaml.ts");
  const out = typeof flags.out === "string" ? flags.out : null;
  const yaml = quizYaml(basename(file), taken);
  const told = refused.map(({ line, why }) => inFile(`${file}:${line}`, why));
  const sum = counted(taken.length, refused.length);
  if (out !== null && taken.length > 0) {
    if (existsSync(out)) return { fault: there(out) };
    writeFileSync(out, yaml);
  }
  return {
    value: {
      taken: taken.map(({ line, id }) => ({ line, id })),
      refused: refused.map(({ line, why }) => ({ line, says: why[language] })),
      ...(out === null && { yaml }),
    },
    // Without a file all of it goes into one, so what is no YAML is a comment there.
    lines:
      out === null
        ? [
            ...(taken.length > 0 ? yaml.trimEnd().split("\n") : []),
            ...[...told, sum].map(({ vi, en }) => ({ vi: `# ${vi}`, en: `# ${en}` })),
          ]
        : [...told, sum],
    ...((taken.length === 0 || (flags.strict === true && refused.length > 0)) && { failed: true }),
  };
};

const usage: Bilingual = { vi: "cách dùng: import gift FILE", en: "usage: import gift FILE" };
const noLanguage: Bilingual = { vi: "--language là vi hoặc en", en: "--language is vi or en" };
const noFile = (file: string): Bilingual => ({ vi: `${file}: không có tệp này`, en: `${file}: there is no such file` });
const there = (file: string): Bilingual => ({
  vi: `${file} đã có; chọn tên khác, tệp cũ không bị ghi đè`,
  en: `${file} is there already; choose another name, nothing is overwritten`,
});
const inFile = (file: string, { vi, en }: Bilingual): Bilingual => ({ vi: `${file}: ${vi}`, en: `${file}: ${en}` });
const counted = (taken: number, refused: number): Bilingual => ({
  vi: `lấy được ${taken} câu, không lấy được ${refused}; việc còn lại: dịch và viết chỗ còn trống, rồi chạy check`,
  en: `${taken} taken, ${refused} not; what remains: translate, write what is empty, then run check`,
});
