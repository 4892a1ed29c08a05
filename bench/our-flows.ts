import { questions, said } from "./lesson.ts";

/** The benchmark's lesson in our own flow language, and a menu to reach it by. Nobody reads it in English. */
const text = (words: string) => ({ vi: words, en: words });
const title = text(said.lesson);
const ref = "muoi-cau";

const feedback = (i: number, right: boolean) => [
  { record: { what: "quiz-answered", ref: `${ref}/q${i + 1}`, data: { right } } },
  { say: { feedback: { right, text: text(right ? said.right : said.wrong) }, text: text(questions[i]?.why ?? "") } },
  { goto: i + 1 < questions.length ? `q-${i + 2}` : "result" },
];

const lesson = {
  spec: 1,
  id: "muoi-cau",
  title,
  start: "begin",
  checkpoints: questions.map((_, i) => `q-${i + 1}`),
  states: {
    begin: [
      { set: { var: "score", to: 0 } },
      { set: { var: "of", to: questions.length } },
      { record: { what: "lesson-started", ref } },
      { remind: { hours: 24 } },
      { goto: "q-1" },
    ],
    ...Object.fromEntries(
      questions.flatMap((q, i) => [
        [
          `q-${i + 1}`,
          [
            { say: { progress: { unit: "question", at: i + 1, of: questions.length, title }, question: text(q.ask) } },
            {
              choose: {
                options: q.options.map((o, k) => ({
                  id: `o${k + 1}`,
                  label: text(o),
                  goto: k === q.right ? `right-${i + 1}` : `wrong-${i + 1}`,
                })),
              },
            },
          ],
        ],
        [`right-${i + 1}`, feedback(i, true)],
        [`wrong-${i + 1}`, feedback(i, false)],
      ]),
    ),
    result: [
      { record: { what: "lesson-finished", ref } },
      { record: { what: "quiz-finished", ref, data: { score: "$score", of: "$of", passed: true } } },
      { say: { title: text(said.done), text: text("{{You}} đúng {{score}}/{{of}} câu.") } },
      { choose: { options: [{ id: "menu", label: text("Về menu"), return: "menu" }] } },
    ],
  },
};

const page = (n: number) => [
  { say: text(said.pages[n] ?? "") },
  { choose: { options: [{ id: "on", label: text(said.on), goto: n === 0 ? "second" : "first" }] } },
];
const walk = {
  spec: 1,
  id: "di-lai",
  title: text(said.walk),
  start: "first",
  checkpoints: ["first", "second"],
  states: { first: page(0), second: page(1) },
};

const menu = {
  spec: 1,
  id: "menu",
  title: text("Menu"),
  start: "start",
  checkpoints: ["start"],
  states: {
    start: [
      { say: { title: text(said.menu) } },
      {
        choose: {
          options: [
            { id: "lesson", label: title, call: lesson.id },
            { id: "walk", label: text(said.walk), call: walk.id },
            { id: "push", label: text("Gửi bài cho làng"), call: "push" },
            { id: "agree", label: text("Cho xã lưu"), goto: "agree" },
          ],
        },
      },
      { goto: "start" },
    ],
    agree: [{ call: "agree" }, { call: "about" }, { goto: "start" }],
  },
};

export const flows = [lesson, walk, menu];
