import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/**
 * The assistant calls itself “trợ lý này”. To somebody who holds a phone in the hand “máy” is that phone: “máy không giữ
 * tin” is then not true, and “máy chưa hiểu” sounds broken. Lessons and guides do speak of the phone.
 */
export const ownName: Rule = {
  id: "own-name",
  find: ({ texts }) =>
    texts()
      .filter((t) => t.language === "vi" && !/^(lesson|guide|safety|track|review|fact):?/.test(t.of))
      .flatMap((t) => {
        const said = itself.exec(t.words)?.[0];
        return said === undefined
          ? []
          : [
              at(t.where, "own-name", {
                vi: `“${said.trim()}”: trợ lý tự xưng là “trợ lý này”, còn “máy” là cái điện thoại`,
                en: `"${said.trim()}": the assistant calls itself "trợ lý này"; "máy" is the phone in the hand`,
              }),
            ];
      }),
};

/** “Máy” and what only the assistant does. */
const itself =
  /(?<!\p{L})máy (?:này )?(?:(?:đã|đang|sẽ|không|chưa|có thể|cũng|chỉ|vẫn|mới) ){0,2}(?:hiểu|biết|hỏi lại|nhắn|giữ|trả lời|nghe|chào|xin lỗi|dạy|nhớ|sót|khám|tư vấn|rành|chờ|nói|mong|thấy|chắc)(?!\p{L})/iu;
