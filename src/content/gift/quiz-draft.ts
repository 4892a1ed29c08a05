import type { GIFTQuestion, MultipleChoice, TextChoice, TextFormat, TrueFalse } from "gift-pegjs";
import type { Bilingual, Language } from "../../kit/bilingual.ts";
import { giftText } from "./gift-text.ts";

/** A text not yet in both languages; null is what somebody must still write. */
export type DraftText = Readonly<Record<Language, string | null>>;

/** A question as a lesson has it, with what is still to be written. */
export type QuizDraft = {
  readonly ask: DraftText;
  readonly options: readonly { readonly text: DraftText; readonly right?: true; readonly why?: DraftText }[];
  readonly why: DraftText;
  readonly remember?: DraftText;
};

type Drafted = { readonly draft: QuizDraft } | { readonly why: Bilingual };

/** What a lesson can hold: one right answer of two to four, each with what is said of it. Anything else comes back with the reason. */
export const quizDraft = (question: Exclude<GIFTQuestion, { type: "Category" }>, language: Language): Drafted => {
  switch (question.type) {
    case "MC":
      return multipleChoice(question, language);
    case "TF":
      return trueFalse(question, language);
    default:
      return { why: kinds[question.type] };
  }
};

const multipleChoice = (question: MultipleChoice, language: Language): Drafted => {
  const { choices } = question;
  if (choices.some(isPartial)) return { why: partial };
  const right = choices.filter(isRight).length;
  if (right !== 1) return { why: right === 0 ? noneRight : severalRight };
  if (choices.length < 2 || choices.length > 4) return { why: howMany(choices.length) };
  const options = choices.map((c) => ({ label: textOf(c.text, language), right: isRight(c), says: c.feedback }));
  return drafted(question, options, language);
};

/** “Đúng” alone sounds like a command to stop. The first feedback is of the wrong answer, the second of the right one, whatever the parser calls them. */
const trueFalse = (question: TrueFalse, language: Language): Drafted => {
  const { isTrue, trueFeedback: ofWrong, falseFeedback: ofRight } = question;
  const options = [
    { label: { text: { vi: "Câu này đúng", en: "This is true" } }, right: isTrue, says: isTrue ? ofRight : ofWrong },
    {
      label: { text: { vi: "Câu này không đúng", en: "This is not true" } },
      right: !isTrue,
      says: isTrue ? ofWrong : ofRight,
    },
  ];
  return drafted(question, options, language);
};

type Read = { readonly text: DraftText } | { readonly why: Bilingual };
type Offered = { readonly label: Read; readonly right: boolean; readonly says: TextFormat | null };

const drafted = (
  { stem, globalFeedback }: MultipleChoice | TrueFalse,
  offered: readonly Offered[],
  language: Language,
): Drafted => {
  const ask = textOf(stem, language);
  const general = globalFeedback ? textOf(globalFeedback, language) : null;
  const options = offered.map((o) => ({ ...o, reason: o.says ? textOf(o.says, language) : nothingSaid }));
  const refused = [ask, general, ...options.flatMap((o) => [o.label, o.reason])].find((read) => read && "why" in read);
  if (refused && "why" in refused) return refused;
  const said = (read: Read | null): DraftText | undefined => (read && "text" in read ? read.text : undefined);
  const labels = options.map((o) => said(o.label) ?? open);
  const known = labels.map((label) => label[language]);
  if ([said(ask)?.[language], ...known].some((words) => !words)) return { why: noWords };
  if (new Set(known).size < known.length) return { why: twice };
  const reason = said(options.find((o) => o.right)?.reason ?? null) ?? open;
  const remember = said(general);
  return {
    draft: {
      ask: said(ask) ?? open,
      options: options.map((o, i) => ({
        text: labels[i] ?? open,
        ...(o.right ? { right: true } : { why: said(o.reason) ?? open }),
      })),
      // What is said of the question as a whole explains it where nothing else does.
      why: reason[language] === null && remember ? remember : reason,
      ...(reason[language] !== null && remember && { remember }),
    },
  };
};

const open: DraftText = { vi: null, en: null };
const nothingSaid: Read = { text: open };

const textOf = (rich: TextFormat, language: Language): Read => {
  const read = giftText(rich);
  return "why" in read ? read : { text: { ...open, [language]: read.text === "" ? null : read.text } };
};

const isRight = ({ isCorrect, weight }: TextChoice): boolean => weight === 100 || (isCorrect && weight === null);
/** Neither right nor worth nothing. Points taken away are wrong enough: here nobody loses any. */
const isPartial = ({ isCorrect, weight }: TextChoice): boolean =>
  weight !== null && weight !== 100 && (isCorrect || weight > 0);

const kinds: Readonly<Record<"Matching" | "Short" | "Numerical" | "Essay" | "Description", Bilingual>> = {
  Matching: { vi: "câu ghép đôi; ở đây chỉ có câu chọn một đáp án", en: "matching; here one answer is chosen" },
  Short: { vi: "câu gõ chữ trả lời; ở đây chỉ có câu chọn một đáp án", en: "short answer; here one answer is chosen" },
  Numerical: { vi: "câu gõ số trả lời; ở đây chỉ có câu chọn một đáp án", en: "numerical; here one answer is chosen" },
  Essay: { vi: "câu tự viết; ở đây chỉ có câu chọn một đáp án", en: "essay; here one answer is chosen" },
  Description: { vi: "đoạn chữ không có câu hỏi", en: "a text without a question" },
};
const partial: Bilingual = {
  vi: "có đáp án được một phần điểm; ở đây chỉ có đúng hoặc không",
  en: "an answer earns part of the points; here it is right or not",
};
const noneRight: Bilingual = { vi: "không có đáp án đúng", en: "no answer is right" };
const severalRight: Bilingual = {
  vi: "có nhiều đáp án đúng; ở đây chỉ một",
  en: "several answers are right; here one is",
};
const howMany = (n: number): Bilingual => ({
  vi: `có ${n} lựa chọn; ở đây từ 2 đến 4`,
  en: `it has ${n} options; here 2 to 4`,
});
const noWords: Bilingual = { vi: "câu hỏi hoặc lựa chọn không có chữ", en: "the question or an option has no words" };
const twice: Bilingual = { vi: "hai lựa chọn giống nhau", en: "two options are the same" };
