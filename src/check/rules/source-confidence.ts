import { FACT_NS } from "../../content/ledger/fact-words.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** A page without a day of its own cannot be told from an old one, so it is never "cao"; and one page is trusted alike everywhere. */
export const sourceConfidence: Rule = {
  id: "source-confidence",
  find: ({ library, place }) => {
    const all = library.items.flatMap((item) =>
      item.sources.map((source, i) => ({ source, where: place.key(`${item.kind}:${item.id}`, ["sources", i]) })),
    );
    const facts = [...library.ledger.facts].flatMap(([name, fact]) =>
      fact.holds.map((held, i) => ({
        source: { ...held.source, id: name, title: held.source.document, url: held.source.address },
        where: place.text({ ns: FACT_NS, key: `${name}.${i}` }),
      })),
    );
    const first = new Map<string, string>();
    return [...all, ...facts].flatMap(({ source, where }) => {
      const undated = source.confidence === "cao" && (source.published === undefined || noDay.test(source.title));
      const page = source.url && pageOf(source.url, source.id);
      const before = page ? first.get(page) : undefined;
      if (page && before === undefined) first.set(page, source.confidence);
      return [
        ...(undated
          ? [
              at(where, "source-confidence", {
                vi: `nguồn “${source.id}” không có ngày đăng nên không thể là “cao”`,
                en: `the source "${source.id}" has no day of publication, so it is not "cao"`,
              }),
            ]
          : []),
        ...(before !== undefined && before !== source.confidence
          ? [
              at(where, "source-confidence", {
                vi: `trang của “${source.id}” có hai mức tin cậy: “${before}” ở bài khác, “${source.confidence}” ở đây`,
                en: `the page of "${source.id}" has two confidences: "${before}" elsewhere, "${source.confidence}" here`,
              }),
            ]
          : []),
      ];
    });
  },
};

/** The door of a site is no page: different documents were read behind it. */
const pageOf = (url: string, id: string): string => (new URL(url).pathname === "/" ? `${url} ${id}` : url);

/** The titles say so themselves. */
const noDay =
  /không (?:ghi|đề) (?:rõ )?ngày|chưa rõ ngày đăng|năm ghi ở đây là năm (?:tra cứu|văn bản|ban hành|của thông tư)/u;
