import type { Bilingual } from "../kit/bilingual.ts";
import { composed } from "../kit/text.ts";
import { type Problem, problem } from "./problem.ts";

/**
 * The words of a file as the house reads them: composed letters whatever keyboard wrote them, so that the same word is
 * the same to the search and to buttons, and no mark before the first line.
 */
export const fileText = (raw: string): string => composed(raw.replace(/^\uFEFF/u, ""));

/** What an editor or a copied page left in a file that nobody sees, and that people or the parser would stumble over. */
export const hiddenFaults = (file: string, text: string): readonly Problem[] => {
  const tell = (line: number, says: Bilingual): Problem => problem("yaml", file, line, says);
  // Another encoding spoils every line; one is enough.
  const spoilt = ["\uFFFD", "\0"].map((sign) => text.indexOf(sign)).filter((i) => i >= 0);
  if (spoilt.length > 0) return [tell(text.slice(0, Math.min(...spoilt)).split("\n").length, encoding)];
  if (/\r(?!\n)/u.test(text)) return [tell(1, lineEnds)];
  return text.split("\n").flatMap((line, i) => {
    if (/^[ \t]*[\u00A0\u2000-\u200A\u202F\u3000]/u.test(line)) return [tell(i + 1, blank)];
    const odd = /(?![\t\r])[\p{Cc}\p{Cf}]/u.exec(line);
    return odd ? [tell(i + 1, unseen(odd[0]))] : [];
  });
};

const encoding: Bilingual = {
  vi: "tệp không lưu bằng UTF-8; trong trình soạn thảo chọn “Save as”, mã hoá UTF-8",
  en: "the file is not saved as UTF-8; choose “Save as” and the encoding UTF-8 in the editor",
};
const lineEnds: Bilingual = {
  vi: "tệp xuống dòng kiểu máy Mac cũ (CR); hãy lưu lại với kiểu xuống dòng LF",
  en: "the lines of the file end as on an old Mac (CR); save it with line ends LF",
};
const blank: Bilingual = {
  vi: "đầu dòng có dấu cách lạ, thường do dán từ trang web; xoá đi và gõ dấu cách thường",
  en: "there is a strange space at the start of the line, as pasted from a page; delete it and type ordinary spaces",
};
const unseen = (sign: string): Bilingual => {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    vi: `dòng này có ký tự không nhìn thấy (${code}), thường do dán từ nơi khác; xoá và gõ lại chỗ ấy`,
    en: `there is a character on this line that nobody sees (${code}), as pasted from elsewhere; delete it and type again`,
  };
};
