import { z } from "zod";
import type { Problem } from "../problem.ts";
import { schemaFaults } from "../schema-faults.ts";
import type { YamlFile } from "../yaml-file.ts";

/** Why something that looks like a fact may stand in a text itself. */
const TypedFile = z.strictObject({
  spec: z.literal(1),
  typed: z.array(
    z.strictObject({
      /**
       * A story or an example; an address people type; the name of a procedure or button, which holds a number itself;
       * what people have heard, and the text answers; what this assistant itself keeps to. There is no kind for a fact that may move to the ledger later.
       */
      kind: z.enum(["story", "address", "name", "heard", "house"]),
      why: z.string().min(10),
      /** By topic, the phrase that may stand there: as much of it as tells this use from any other. */
      of: z.record(z.string(), z.array(z.string().min(1)).min(1)),
    }),
  ),
});
export type Typed = z.infer<typeof TypedFile>["typed"];

/** Reads `content/typed.yaml`: what is typed in texts, with the reason. A house without it types nothing. */
export const readTyped = (yaml: YamlFile | undefined, problems: Problem[]): Typed => {
  if (!yaml) return [];
  const result = TypedFile.safeParse(yaml.value);
  if (result.success) return result.data.typed;
  problems.push(...schemaFaults(yaml, TypedFile, yaml.value, result.error.issues));
  return [];
};

/** Something in a sentence that looks like a fact, and which of the phrases that may stand there covers it. */
export type Looks = { readonly typed: string; readonly phrase: string | undefined };

/** What in a sentence looks like a fact: money, days, dates, ages, percentages, hotlines, laws, codes and sites. */
export const factsTyped = (words: string, phrases: readonly string[] = []): readonly Looks[] => {
  const plain = words.replace(/\{\{[^{}]*\}\}/g, " ").replace(/\*\*/g, "");
  const found: Looks[] = [];
  let rest = plain;
  for (const look of looks)
    rest = rest.replace(look, (match, ...more: unknown[]) => {
      const from = Number(more.find((m) => typeof m === "number"));
      const typed = match.trim();
      found.push({ typed, phrase: phrases.find((p) => covers(plain, p, from, from + typed.length)) });
      return " ".repeat(match.length);
    });
  return found;
};

const covers = (plain: string, phrase: string, from: number, to: number): boolean => {
  for (let at = plain.indexOf(phrase); at >= 0; at = plain.indexOf(phrase, at + 1))
    if (at <= from && to <= at + phrase.length) return true;
  return false;
};

// Bounded everywhere: no figure is longer, and a text of nothing but figures must not be read over and over.
const N = String.raw`\d(?:[\d.,]{0,15}\d)?`;
const range = String.raw`(?:${N}\s{0,2}(?:đến|tới|–|-|to)\s{0,2})?${N}`;
/** In this order: the longer kinds first, so that a law is not taken for a date. */
const looks: readonly RegExp[] = [
  /\b\d+\/\d{4}\/[\p{Lu}\d-]+/gu,
  /(?:Nghị định|Thông tư|Quyết định|Nghị quyết|Công văn|Luật|Decree|Circular|Decision|Resolution|Letter)\s(?:số\s)?\d+(?:\.\d+)?(?:\/\d{4})?/gu,
  /\b\d\.\d{6}\b/gu,
  /\b[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.(?:gov|edu|net|com|org)\.vn\b/gu,
  /\b\d{1,2}\/\d{1,2}(?:\/\d{4})?\b/gu,
  /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?/gu,
  /\b1[89]00[. ]?\d{3,4}\b|\b(?:11[1345]|156|5656)\b(?!\s*(?:đồng|ngày|triệu))/gu,
  new RegExp(
    String.raw`${range}\s{0,2}(?:(?:nghìn|triệu|tỷ|thousand|million|billion)\s{0,2})?đồng|${range}\s{0,2}(?:triệu|tỷ|million|billion)`,
    "gu",
  ),
  new RegExp(String.raw`${range}\s?%`, "gu"),
  new RegExp(
    String.raw`${range}\s{0,2}(?:ngày(?: làm việc)?|giờ(?: làm việc)?|tháng|năm|tuổi|days?|working days?|(?:working )?hours?|months?|years?)(?![\p{L}])`,
    "gu",
  ),
];
