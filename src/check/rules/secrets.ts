import { asksForSecret } from "../../content/asks-for-secret.ts";
import type { Examined, Rule } from "../rule.ts";
import { at } from "../source-lines.ts";
import type { AuthoredText } from "../written.ts";

/** Nobody is ever asked for an OTP, a password or an identity number here: that is what frauds do. */
export const secrets: Rule = {
  id: "secrets",
  find: (seen) =>
    seen
      .texts()
      .filter((t) => !told(seen, t))
      .flatMap((t) => {
        const sentence = asksForSecret(t.words);
        return sentence === null
          ? []
          : [
              at(t.where, "secrets", {
                vi: `“${sentence}” có thể bị hiểu là hỏi mã, mật khẩu hoặc số căn cước; hãy nói rõ gõ ở đâu (“chỉ gõ trong VNeID”)`,
                en: `"${sentence}" can be read as asking for a code, password or identity number; say where it is typed instead ("chỉ gõ trong VNeID")`,
              }),
            ];
      }),
};

/** Words of somebody else: wrong options of a question are what people would do, signs of a fraud are what frauds say. */
const told = ({ library }: Examined, t: AuthoredText): boolean => {
  if (/^recognise\./.test(t.key)) return true;
  const option = /^quiz\.items\.([^.]+)\.options\.(\d+)\.text$/.exec(t.key);
  if (!option) return false;
  const lesson = library.items.find((i) => `${i.kind}:${i.id}` === t.of);
  const item = lesson?.kind === "lesson" ? lesson.quiz.items.find((q) => q.id === option[1]) : undefined;
  return item?.options[Number(option[2])]?.right !== true;
};
