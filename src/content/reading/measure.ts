/** The sentences of a text, as somebody reading aloud would breathe: a colon ends one only before a capital letter or a new line. */
export const sentencesOf = (text: string): readonly string[] =>
  filledIn(text)
    .split(/(?<=[.!?…]["”»)*]{0,4})\s+|(?<=[:;])\s+(?=[*“"]*\p{Lu})|\n+/u)
    .map((s) => s.trim())
    .filter((s) => wordsIn(s) > 0);

/** Words as they are spoken in Vietnamese: syllables between spaces, numbers and addresses one each. */
export const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length;

/** Names put in at run time count with the words they have there. */
export const filledIn = (text: string): string =>
  text
    .replace(/\{\{\s*team\s*\}\}/g, "Tổ công nghệ số cộng đồng")
    .replace(/\{\{\s*[wW]ho\s*\}\}/g, "bác Hoa")
    .replace(/\{\{\s*(commune|villageName|village)\s*\}\}/g, "Phú Bình");
