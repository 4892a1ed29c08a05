import { fold } from "../../kit/text.ts";
import type { Rule } from "../rule.ts";
import { screensOf } from "../screens.ts";
import { at } from "../source-lines.ts";

/** What stands only on weak or old sources is never asserted: it sends the person to somebody who knows. */
export const weakSource: Rule = {
  id: "weak-source",
  find: ({ library, place }) =>
    library.items.flatMap((item) => {
      const strong = new Set(item.sources.filter((s) => s.confidence !== "thap").map((s) => s.id));
      const listed = new Set(item.sources.map((s) => s.id));
      return screensOf(item)
        .filter((s) => s.sources.some((id) => listed.has(id)) && !s.sources.some((id) => strong.has(id)))
        .filter((s) => !s.says.some((t) => sends.test(fold(t.vi))))
        .map((s) =>
          at(place.key(`${item.kind}:${item.id}`, s.path), "weak-source", {
            vi: `“${s.id}” chỉ dựa vào nguồn tin cậy “thap”; phải mời người học hỏi hoặc kiểm tra lại`,
            en: `"${s.id}" stands on a source of confidence "thap" only; it must send the person to ask or check`,
          }),
        );
    }),
};

const sends = /\b(hoi|goi|xem lai|kiem tra|nho|lien he|ra cong an|den)\b/;
