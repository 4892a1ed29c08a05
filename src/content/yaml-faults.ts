import type { LineCounter, YAMLParseError } from "yaml";
import type { Bilingual } from "../kit/bilingual.ts";
import { type Problem, problem } from "./problem.ts";

/**
 * What keeps a text from being YAML, told by its cause. After one slip a parser stumbles over everything behind it, so
 * only the first is told; a key written twice trips nothing, so each of those is.
 */
export const yamlFaults = (file: string, errors: readonly YAMLParseError[], lines: LineCounter): readonly Problem[] => {
  const [first] = errors.filter((e) => e.code !== "DUPLICATE_KEY").sort((a, b) => a.pos[0] - b.pos[0]);
  const twice = errors.filter((e) => e.code === "DUPLICATE_KEY" && (!first || e.pos[0] < first.pos[0]));
  return [...twice, ...(first ? [first] : [])].map((e) =>
    problem("yaml", file, lines.linePos(e.pos[0]).line, causes[unclosed(e) ? "MISSING_CHAR" : e.code] ?? plain),
  );
};

/** A bracket that is not closed shows as a line that is not far enough in. */
const unclosed = (e: YAMLParseError): boolean => e.code === "BAD_INDENT" && e.message.startsWith("Flow ");

const plain: Bilingual = {
  vi: "dòng này viết chưa đúng YAML: xem lại thụt đầu dòng, dấu hai chấm, ngoặc và dấu ngoặc kép ở đây và ngay phía trên",
  en: "this line is not valid YAML: look at the indentation, colons, brackets and quotation marks here and just above",
};
const colon: Bilingual = {
  vi: "dấu “: ” đứng hai lần trong một dòng, hoặc dòng này thụt vào không thẳng với các mục trên; câu chữ có dấu hai chấm thì đặt trong ngoặc kép",
  en: "“: ” stands twice in a line, or the line is not indented like the keys above it; put words with a colon into quotation marks",
};
const indent: Bilingual = {
  vi: "dòng này thụt đầu dòng không thẳng với các mục cùng nhóm",
  en: "this line is not indented like the others of its group",
};

const causes: Readonly<Partial<Record<YAMLParseError["code"], Bilingual>>> = {
  TAB_AS_INDENT: {
    vi: "đầu dòng có dấu tab; hãy thụt bằng dấu cách",
    en: "there is a tab at the start of the line; indent with spaces",
  },
  DUPLICATE_KEY: {
    vi: "mục này viết hai lần trong cùng một nhóm; giữ một",
    en: "this key is written twice in one group; keep one",
  },
  BLOCK_AS_IMPLICIT_KEY: colon,
  MULTILINE_IMPLICIT_KEY: colon,
  BAD_INDENT: indent,
  MISSING_CHAR: {
    vi: "thiếu một dấu ở đây hoặc ngay phía trên: dấu hai chấm sau tên mục, dấu phẩy, ngoặc đóng, hoặc dấu ngoặc kép đóng",
    en: "a sign is missing here or just above: the colon after a key, a comma, a closing bracket or a closing quotation mark",
  },
  UNEXPECTED_TOKEN: {
    vi: "có chữ thừa ở đây: xem dấu ngoặc kép và ngoặc đã đóng đúng chỗ chưa, và câu có dấu ngoặc kép bên trong",
    en: "there is something too much here: look whether quotation marks and brackets are closed where they should be",
  },
  BAD_SCALAR_START: {
    vi: "câu chữ bắt đầu bằng một dấu mà YAML dành riêng (@, `, % …); hãy đặt trong ngoặc kép",
    en: "the words begin with a sign YAML keeps for itself (@, `, % …); put them into quotation marks",
  },
  BAD_DQ_ESCAPE: {
    vi: "sau dấu \\ trong ngoặc kép có chữ không hiểu được; viết \\\\ nếu muốn chính dấu ấy",
    en: "what follows \\ between quotation marks is not understood; write \\\\ for the sign itself",
  },
  BAD_ALIAS: {
    vi: "câu chữ bắt đầu bằng *, YAML tưởng là lời nhắc lại; hãy đặt trong ngoặc kép",
    en: "the words begin with *, which YAML takes for a reference; put them into quotation marks",
  },
  MULTIPLE_DOCS: {
    vi: "có dòng “---” giữa tệp; mỗi tệp chỉ một bài",
    en: "there is a line “---” inside the file; one file holds one thing",
  },
};
