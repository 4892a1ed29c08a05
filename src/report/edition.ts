import { createHash } from "node:crypto";
import { canonicalJson } from "../kit/canonical-json.ts";
import type { Report } from "./report.ts";
import { people } from "./vietnamese.ts";

/** A report that is frozen: what it says, which one of its kind it is, and what changed since the one before. */
export type Edition = {
  readonly spec: 1;
  readonly report: Report;
  /** 1, 2, … for the same period and duty. */
  readonly number: number;
  /** Why there is another one; null of the first. */
  readonly reason: string | null;
  readonly differences: readonly Difference[];
  readonly frozenAt: number;
  readonly frozenBy: string;
};
export type Difference = { readonly what: string; readonly before: string; readonly after: string };

/** The bytes that are kept and handed out. */
export const editionJson = (edition: Edition): string => canonicalJson(edition);

/** A frozen report as it was kept. What stands in the database was written by `editionJson` alone; its hash says whether it still is. */
export const editionOf = (json: string): Edition => JSON.parse(json) as Edition; // see above

/** The next edition of a report: the first, or a correction of the one before with all that changed. */
export const frozen = (
  report: Report,
  before: Edition | null,
  { reason, at, by }: { readonly reason: string | null; readonly at: number; readonly by: string },
): Edition => ({
  spec: 1,
  report,
  number: (before?.number ?? 0) + 1,
  reason: before === null ? null : reason,
  differences: before === null ? [] : differences(before.report, report),
  frozenAt: at,
  frozenBy: by,
});

/** SHA-256 over those bytes: another figure, word or reason is another hash. */
export const editionHash = (edition: Edition): string =>
  createHash("sha256").update(editionJson(edition)).digest("hex");

/** What a paper quotes of the hash: 64 bits, in groups that can be typed. */
export const editionCode = (hash: string): string => hash.slice(0, 16).toUpperCase();

/** Every figure and every part of the text that differs, as a reader of both papers would find it. */
export const differences = (before: Report, after: Report): readonly Difference[] => {
  const figures = changed(figuresOf(before), figuresOf(after));
  const texts = changed(textsOf(before), textsOf(after));
  return [...figures, ...texts];
};

const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Difference[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((what) => {
    const [was, is] = [before.get(what) ?? "–", after.get(what) ?? "–"];
    return was === is ? [] : [{ what, before: was, after: is }];
  });

const figuresOf = ({ figures }: Report): ReadonlyMap<string, string> =>
  new Map(
    figures.places.flatMap(({ kind, village, name, figures: f }) => {
      const place = kind === "commune" ? "Cả xã" : kind === "unknown" ? "Chưa rõ nơi ở" : (name ?? village ?? "–");
      const adults = f.reach.denominator;
      return [
        [`${place}: đã học`, people(f.reach.numerator)],
        [`${place}: đạt bài cơ bản`, people(f["basic-skills"].numerator)],
        [`${place}: có học trong kỳ`, people(f.active.numerator)],
        [`${place}: dân từ 16 tuổi`, adults === null ? "–" : people(adults)],
      ] as const;
    }),
  );

const textsOf = ({ sections, recipients, signature, subject }: Report): ReadonlyMap<string, string> =>
  new Map([
    ["Trích yếu", subject.join(" ")],
    ...sections.map((s) => [s.heading ?? "Phần mở đầu", s.paragraphs.join("\n")] as const),
    ["Nơi nhận", recipients.join("\n")],
    ["Người ký", [...signature.office, signature.name].join(" ")],
  ]);
