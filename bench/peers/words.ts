import { questions, said } from "../lesson.ts";

/** What a peer answers after question `i`: right or not, why, and the next question or the score. */
export const answered = (i: number, typed: string, right: number): string => {
  const q = questions[i];
  const rest = i + 1 < questions.length ? asked(i + 1) : `${said.done}\nBác đúng ${right}/${questions.length} câu.`;
  return `${isRight(i, typed) ? said.right : said.wrong}\n${q?.why}\n\n${rest}`;
};

export const isRight = (i: number, typed: string): boolean => Number(typed) - 1 === questions[i]?.right;

/** Question `i` with its three numbered options. */
export const asked = (i: number): string => {
  const q = questions[i];
  return [`Câu ${i + 1}/${questions.length}`, q?.ask, ...(q?.options.map((o, k) => `${k + 1}. ${o}`) ?? [])].join("\n");
};

export const menu = `${said.menu}\n1. ${said.lesson}\n2. ${said.walk}`;
export const page = (n: number): string => `${said.pages[n % 2]}\n1. ${said.on}`;
export const keys = [["1", "2", "3"]];
export { questions };
