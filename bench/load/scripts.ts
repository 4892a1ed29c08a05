import { picks, questions, said, score } from "../lesson.ts";

/** A simulated person: yields what they type, is given what they read, throws at what they should not read. */
export type Script = Generator<string, void, string>;

/** Menu, lesson, ten answers, score; again and again while `more`. */
export function* lesson(more: () => boolean): Script {
  do {
    see(yield "0", said.menu);
    see(yield "1", questions[0]?.ask);
    for (const [i, q] of questions.entries()) {
      const heard = yield String((picks[i] ?? 0) + 1);
      see(heard, picks[i] === q.right ? said.right : said.wrong, q.why, questions[i + 1]?.ask ?? score);
    }
  } while (more());
}

/** One endless conversation: into the two pages, and from one to the other. Its first turn is the entry. */
export function* walk(): Script {
  see(yield "0", said.menu);
  see(yield "2", said.pages[0]);
  for (let turn = 2; ; turn++) see(yield "1", said.pages[(turn + 1) % 2]);
}

/** What only we ask: whether something may be noted, and a few things more, until the menu is there again. Not measured. */
export function* greeting(): Script {
  yield "/start";
  see(yield "0", said.menu);
  let heard = yield "4";
  for (let i = 0; i < 12 && !heard.includes(said.menu); i++) {
    const answer = Object.entries(introductions).find(([asked]) => heard.includes(asked))?.[1];
    if (!answer) throw new Error(`the greeting asks something new: ${heard.slice(0, 300)}`);
    heard = yield answer;
  }
  see(heard, said.menu);
}

const introductions = {
  "muốn được gọi là gì": "1",
  "bao nhiêu tuổi": "3",
  "Công việc chính": "1",
  "tên là gì": "bỏ qua",
  "Bấm số, hoặc gõ tên": "1",
  "xin lưu": "1",
} as const;

/** A team member sends a lesson to their village: the first lesson, the first village, yes. */
export function* push(): Script {
  see(yield "0", said.menu);
  see(yield "3", "muốn gửi bài nào");
  see(yield "1", "Gửi cho");
  see(yield "1", "người?");
  see(yield "1", "xếp hàng");
}

const see = (heard: string, ...wanted: (string | undefined)[]): void => {
  for (const words of wanted)
    if (words && !heard.includes(words)) throw new Error(`expected “${words}”, read “${heard.slice(0, 400)}”`);
};
