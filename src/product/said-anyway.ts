import type { Hearing, Spoken } from "../engine/hearing.ts";
import { wordsOf } from "../kit/vietnamese-words.ts";

/**
 * Whether people say a village's code when they mean something else: at a question "số 1" and "đáp án 1" are its first
 * answer, and a code SO1 or DAPAN1 would take them away; so would one that is a command, a greeting, a yes or a no.
 * A word for a village is never one of these, however else it is used: BAN3 is bản 3, BUON7 buôn 7.
 */
export const saidAnyway = (code: string, { hearing, spoken }: Heard): boolean => {
  const letters = (/^\D*/.exec(code)?.[0] ?? "").toLowerCase();
  if (spoken.numbered.some((said) => joined(said) === joined(letters))) return true;
  if (hearing.around.units.has(wordsOf(letters))) return false;
  const words = `${letters} ${code.slice(letters.length)}`;
  return (
    hearing.said(words).some((one) => hearing.place(one) !== null) ||
    [words, letters].some(
      (text) =>
        hearing.command(text) !== null ||
        hearing.talk(text) !== null ||
        hearing.polarity(text) !== null ||
        hearing.isSkip(text),
    )
  );
};

type Heard = { readonly hearing: Hearing; readonly spoken: Pick<Spoken, "numbered"> };

/** Words written as a code: "chọn ý" is CHONY, and y and i are one there. */
const joined = (text: string): string =>
  wordsOf(text)
    .map((word) => word.key)
    .join("")
    .replaceAll("y", "i");
