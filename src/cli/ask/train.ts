import { existsSync, writeFileSync } from "node:fs";
import type { Library } from "../../content/library.ts";
import { foldQuestion } from "../../kit/text.ts";
import type { Input, Output } from "../verb.ts";
import { proposals } from "./proposals.ts";

const usually = 3;

/** `ask --train FILE`: what people picked, as lines that authors may add, if the search does not get worse by them. */
export const train = async (input: Input, file: string): Promise<Output> => {
  const least = Number(input.flags.least ?? usually);
  if (!Number.isInteger(least) || least < 2)
    return { misused: { vi: "--least phải là số nguyên từ 2", en: "--least must be a whole number from 2" } };
  if (existsSync(file))
    return { fault: { vi: `${file} đã có; chọn tên khác`, en: `${file} is there already; choose another name` } };
  const { library } = input.taught;
  const house = await input.house();
  const known = new Set(library.questions().flatMap(({ lines }) => lines.map(({ text }) => foldQuestion(text))));
  const proposed = proposals(await house.desk.searchChoices(1), least, topicIn(library), known);
  if (proposed.length === 0)
    return {
      value: { proposed: 0 },
      lines: [
        {
          vi: `Chưa có câu nào được chọn cùng một chủ đề trong ít nhất ${least} ngày.`,
          en: `No words were picked for one topic on at least ${least} days yet.`,
        },
      ],
    };
  const { n, before, after } = library.tried(proposed.map(({ question: text, topic }) => ({ text, topic, weight: 1 })));
  const score = (right: number): string => `${right}/${n} (${((100 * right) / (n || 1)).toFixed(1)} %)`;
  const value = { proposed: proposed.length, held_out: { n, before, after } };
  if (after < before)
    return {
      value,
      failed: true,
      lines: [
        {
          vi: `Không viết tệp: với ${proposed.length} câu này máy tìm kém đi, từ ${score(before)} xuống ${score(after)} trên các câu để dành.`,
          en: `Nothing is written: with these ${proposed.length} lines the search gets worse, from ${score(before)} to ${score(after)} of the questions kept out.`,
        },
      ],
    };
  writeFileSync(
    file,
    ["question\ttopic\tdays", ...proposed.map((p) => `${p.question}\t${p.topic}\t${p.days}`), ""].join("\n"),
  );
  return {
    value: { ...value, file },
    lines: [
      {
        vi: `${file}: ${proposed.length} câu để người soạn xem. Câu để dành đúng ngay: trước ${score(before)}, sau ${score(after)}. Chưa có gì thay đổi: thêm dấu rồi chép câu nào đúng vào content/questions/.`,
        en: `${file}: ${proposed.length} lines for authors to look at. Right first of those kept out: ${score(before)} before, ${score(after)} after. Nothing has changed yet: add the marks and copy what is right into content/questions/.`,
      },
    ],
  };
};

/** The file of sample questions that a topic which was picked belongs to, or null where it is no longer taught. */
const topicIn = (library: Library) => {
  const files = new Set(library.questions().map(({ topic }) => topic));
  return (picked: string): string | null => {
    const id = picked.slice(picked.indexOf(":") + 1);
    const topic = files.has(id) ? id : (library.taughtBy.get(id) ?? id);
    return files.has(topic) ? topic : null;
  };
};
