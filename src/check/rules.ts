import type { Rule } from "./rule.ts";
import { address } from "./rules/address.ts";
import { ageFirst } from "./rules/age-first.ts";
import { buttonData } from "./rules/button-data.ts";
import { callNumber } from "./rules/call-number.ts";
import { circle } from "./rules/circle.ts";
import { codeChoice } from "./rules/code-choice.ts";
import { codes } from "./rules/codes.ts";
import { commandWords } from "./rules/command-words.ts";
import { deadEnd } from "./rules/dead-end.ts";
import { doors } from "./rules/doors.ts";
import { emoji } from "./rules/emoji.ts";
import { factDays } from "./rules/fact-days.ts";
import { factLocal } from "./rules/fact-local.ts";
import { factPointer } from "./rules/fact-pointer.ts";
import { factTyped } from "./rules/fact-typed.ts";
import { factUnused } from "./rules/fact-unused.ts";
import { fileName } from "./rules/file-name.ts";
import { labelLength } from "./rules/label-length.ts";
import { messages } from "./rules/messages.ts";
import { oneNumbering } from "./rules/one-numbering.ts";
import { oneScreen } from "./rules/one-screen.ts";
import { optionIds } from "./rules/option-ids.ts";
import { ownName } from "./rules/own-name.ts";
import { placeholders } from "./rules/placeholders.ts";
import { questions } from "./rules/questions.ts";
import { quizPass } from "./rules/quiz-pass.ts";
import { quizRight } from "./rules/quiz-right.ts";
import { quizWhy } from "./rules/quiz-why.ts";
import { recordData } from "./rules/record-data.ts";
import { references } from "./rules/references.ts";
import { review } from "./rules/review.ts";
import { sameWord } from "./rules/same-word.ts";
import { secrets } from "./rules/secrets.ts";
import { sentences } from "./rules/sentences.ts";
import { size } from "./rules/size.ts";
import { sourceConfidence } from "./rules/source-confidence.ts";
import { sources } from "./rules/sources.ts";
import { stepCard } from "./rules/step-card.ts";
import { target } from "./rules/target.ts";
import { textLength } from "./rules/text-length.ts";
import { thousands } from "./rules/thousands.ts";
import { tooMany } from "./rules/too-many.ts";
import { translated } from "./rules/translated.ts";
import { translations } from "./rules/translations.ts";
import { unreachable } from "./rules/unreachable.ts";
import { unsourced } from "./rules/unsourced.ts";
import { wayOut } from "./rules/way-out.ts";
import { weakSource } from "./rules/weak-source.ts";

/** Every rule, one file each; a test fails while one has no broken fixture that it refuses. */
export const rules: readonly Rule[] = [
  address,
  ageFirst,
  buttonData,
  callNumber,
  circle,
  codeChoice,
  codes,
  commandWords,
  deadEnd,
  doors,
  emoji,
  factDays,
  factLocal,
  factPointer,
  factTyped,
  factUnused,
  fileName,
  labelLength,
  messages,
  oneNumbering,
  oneScreen,
  optionIds,
  ownName,
  placeholders,
  questions,
  quizPass,
  quizRight,
  quizWhy,
  recordData,
  references,
  review,
  sameWord,
  secrets,
  sentences,
  size,
  sourceConfidence,
  sources,
  stepCard,
  target,
  textLength,
  thousands,
  tooMany,
  translated,
  translations,
  unreachable,
  unsourced,
  wayOut,
  weakSource,
];
