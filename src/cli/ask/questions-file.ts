import { readFileSync, statSync } from "node:fs";
import type { Bilingual } from "../../kit/bilingual.ts";
import { composed } from "../../kit/text.ts";

/** A question of the file, the topic that answers it, and further topics that answer it as well. */
export type Question = { readonly question: string; readonly topic: string; readonly also: readonly string[] };

type Read =
  | { readonly ok: true; readonly value: readonly Question[] }
  | { readonly ok: false; readonly fault: Bilingual };

/**
 * Reads `question<TAB>topic[<TAB>further topics]`, one a line, UTF-8. A file of another kind is refused with one
 * sentence: measured all the same, it would give a figure that looks like one and means nothing.
 */
export const readQuestions = (file: string, topics: ReadonlySet<string>): Read => {
  const text = textOf(file);
  if ("why" in text) return refuse(file, text.why);
  const lines = text.value.split(/\r\n|\n|\r/u).map((line, i) => ({ n: i + 1, cells: line.split("\t").map(cell) }));
  const [first, ...rest] = lines.filter(({ cells }) => cells.some((c) => c !== ""));
  const written = first && isHead(first.cells) ? rest : first ? [first, ...rest] : [];
  if (written.length === 0) return refuse(file, { kind: "empty" });
  const separator = written.every(({ cells }) => cells.length === 1)
    ? [";", ",", "|"].find((s) => written.every(({ cells }) => cells[0]?.includes(s)))
    : undefined;
  if (separator) return refuse(file, { kind: "separator", separator });
  const odd = written.find(
    ({ cells: [question, topic, more, ...others] }) =>
      !question ||
      !isId(topic) ||
      (!more?.split(between).every(isIdOrNone) && more !== undefined) ||
      others.some((o) => o !== ""),
  );
  if (odd) return refuse(file, { kind: "columns", line: odd.n });
  const value = written.map(({ cells: [question = "", topic = "", more = ""] }) => ({
    question,
    topic,
    also: more.split(between).filter((t) => t !== ""),
  }));
  if (!value.some((q) => topics.has(q.topic))) return refuse(file, { kind: "topics" });
  return { ok: true, value };
};

type Why =
  | { readonly kind: "missing" | "large" | "utf16" | "binary" | "encoding" | "empty" | "topics" }
  | { readonly kind: "separator"; readonly separator: string }
  | { readonly kind: "columns"; readonly line: number };

const textOf = (file: string): { readonly value: string } | { readonly why: Why } => {
  let bytes: Buffer;
  try {
    // Looked at before it is read: a dump of a disk named by mistake would fill the memory.
    if (statSync(file).size > largest) return { why: { kind: "large" } };
    bytes = readFileSync(file);
  } catch {
    return { why: { kind: "missing" } };
  }
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return { why: { kind: "utf16" } };
  // UTF-16 without its mark: every other byte of plain letters is nought. Other noughts are a spreadsheet or a picture.
  if (bytes.includes(0))
    return {
      why: { kind: bytes.subarray(0, 2).toString("latin1") === "PK" || !halfNought(bytes) ? "binary" : "utf16" },
    };
  try {
    return { value: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { why: { kind: "encoding" } };
  }
};

/** A hundred thousand questions; asked one after the other they take an hour as it is. */
const largest = 8 * 1024 * 1024;

const halfNought = (bytes: Buffer): boolean => {
  const head = bytes.subarray(0, 1_000);
  return head.filter((byte) => byte === 0).length > head.length / 8;
};

/** A cell as it was meant: spreadsheet programs put one that holds a quotation mark or a comma into quotation marks. */
const cell = (written: string): string => {
  const trimmed = composed(written.trim());
  return /^".*"$/su.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed;
};

const between = /[\s,;|]+/u;
const isHead = ([question, topic]: readonly string[]): boolean =>
  /^(?:question|câu hỏi)$/iu.test(question ?? "") && topic !== undefined;
const isId = (word: string | undefined): boolean => word !== undefined && /^[a-z0-9][a-z0-9-]*$/u.test(word);
const isIdOrNone = (word: string): boolean => word === "" || isId(word);

const refuse = (file: string, why: Why): Read => {
  const { vi, en } = says(why);
  return { ok: false, fault: { vi: `${file}: ${vi}`, en: `${file}: ${en}` } };
};

const form = { vi: "cần mỗi dòng: câu hỏi, dấu tab, mã chủ đề", en: "a line must be: question, tab, id of the topic" };

const says = (why: Why): Bilingual => {
  switch (why.kind) {
    case "missing":
      return { vi: "không mở được tệp này", en: "this file cannot be opened" };
    case "large":
      return {
        vi: "tệp lớn hơn 8 MB; hãy chia thành nhiều tệp nhỏ hơn",
        en: "the file is larger than 8 MB; divide it into smaller ones",
      };
    case "utf16":
      return {
        vi: "tệp viết bằng UTF-16 nên không đọc được; hãy lưu lại bằng UTF-8, các cột cách nhau bằng tab",
        en: "the file is in UTF-16 and cannot be read; save it as UTF-8 with tabs between the columns",
      };
    case "binary":
      return {
        vi: "đây không phải tệp chữ; hãy lưu bảng thành chữ UTF-8, các cột cách nhau bằng tab",
        en: "this is not a text file; save the table as UTF-8 text with tabs between the columns",
      };
    case "encoding":
      return { vi: "tệp không phải UTF-8; hãy lưu lại bằng UTF-8", en: "the file is not in UTF-8; save it as UTF-8" };
    case "empty":
      return { vi: `tệp không có câu hỏi nào; ${form.vi}`, en: `there is no question in this file; ${form.en}` };
    case "separator":
      return {
        vi: `các cột cách nhau bằng “${why.separator}”; ${form.vi}`,
        en: `the columns are separated by “${why.separator}”; ${form.en}`,
      };
    case "columns":
      return {
        vi: `dòng ${why.line} không đúng cột; ${form.vi}`,
        en: `line ${why.line} has other columns; ${form.en}`,
      };
    case "topics":
      return {
        vi: `cột thứ hai không có mã chủ đề nào của nhà này; ${form.vi}`,
        en: `nothing in the second column is a topic of this house; ${form.en}`,
      };
  }
};
