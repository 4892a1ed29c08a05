import type { Problem } from "../../content/problem.ts";
import { outOfScope, type SampleQuestions, wantsPerson } from "../../content/search/sample-questions.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import { composed, foldQuestion } from "../../kit/text.ts";
import { clean } from "../../people/clean.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/**
 * Sample questions teach the search, so a wrong one teaches it something wrong: they belong to a topic that is there, the
 * same words never to two topics, and nothing of a real person stands in them.
 */
export const questions: Rule = {
  id: "questions",
  find: ({ library, unread, concerns }) => {
    const files = library.questions();
    if (!files.some((q) => concerns(q.file))) return [];
    const topics = new Set([...library.items.map((i) => i.id), ...library.taughtBy.values(), outOfScope, wantsPerson]);
    const seen = new Map<string, { readonly topic: string; readonly text: string; readonly where: string }>();
    return files.flatMap((file) => {
      const { topic } = file;
      if (!topics.has(topic) && !unread.has(topic)) return [unknown(file)];
      return file.lines.flatMap(({ line, text }) => {
        const tell = (says: Bilingual): Problem[] => [at({ file: file.file, line }, "questions", says)];
        const shape = shapeFault(text);
        if (shape) return tell(shape);
        const key = foldQuestion(text);
        const before = seen.get(key);
        if (!before) seen.set(key, { topic, text, where: `${file.file}:${line}` });
        else if (before.topic !== topic) return tell(elsewhere(before.where));
        // The same without marks is another way to write it; letter for letter it says nothing more.
        else if (before.text.toLowerCase() === text.toLowerCase()) return tell(twice(before.where));
        return concerns(file.file) && clean(text) === null ? tell(private_) : [];
      });
    });
  },
};

/** A story of a resident, told in one breath. */
const most = 600;

const shapeFault = (text: string): Bilingual | null => {
  if (text !== composed(text))
    return { vi: "hãy lưu bằng Unicode dựng sẵn (NFC)", en: "save it as composed Unicode (NFC)" };
  const odd = text.match(/[^\p{L}\p{N}\p{P}\p{S} ]/u)?.[0];
  if (odd !== undefined) {
    const code = `U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    return { vi: `có ký tự lạ ${code}`, en: `the character ${code} does not belong in a question` };
  }
  if (text !== text.trim() || text.includes("  ")) return { vi: "có dấu cách thừa", en: "there are spaces too many" };
  if (foldQuestion(text) === "") return { vi: "không có chữ nào", en: "there is no word in it" };
  return text.length > most
    ? { vi: `dài ${text.length} ký tự; ${most} là đủ`, en: `${text.length} characters; ${most} are enough` }
    : null;
};

const unknown = ({ file, topic }: SampleQuestions): Problem =>
  at({ file, line: 1 }, "questions", {
    vi: `không có trang nào mang mã “${topic}”`,
    en: `there is no page called "${topic}"`,
  });
const elsewhere = (where: string): Bilingual => ({
  vi: `câu này đã thuộc chủ đề khác: ${where}`,
  en: `these words belong to another topic already: ${where}`,
});
const twice = (where: string): Bilingual => ({
  vi: `câu này đã có: ${where}`,
  en: `this is written already: ${where}`,
});
const private_: Bilingual = {
  vi: "có số điện thoại, mã hay tên riêng của ai đó; hãy viết câu khác",
  en: "there is somebody's number, code or name in it; write another one",
};
