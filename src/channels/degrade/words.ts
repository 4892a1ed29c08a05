/** The few words the degrader itself adds. `resume` must be a word the engine obeys, since a "resume" choice has no number. */
const words = {
  vi: { step: "Bước", question: "Câu", choose: "Nhắn một số:", press: "Chọn một nút:", resume: "tiếp", code: "Mã" },
  en: {
    step: "Step",
    question: "Question",
    choose: "Reply with a number:",
    press: "Choose a button:",
    resume: "continue",
    code: "Code",
  },
} as const;

/** A language without words of its own reads the Vietnamese ones, as everywhere in the house. */
export const wordsOf = (language: string) => (language === "en" ? words.en : words.vi);
