import { dayOf } from "../../kit/vietnam-time.ts";
import type { PhraseRow } from "../../store/ports/phrases.ts";
import { Form } from "../../ui/form.tsx";
import { number } from "../../ui/format.ts";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { may } from "../may.ts";
import type { Page } from "../page.ts";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import { Question } from "../parts/question.tsx";
import { href, type View } from "../view.ts";

/** More than this in one page nobody works through; what most people asked stands first. */
const most = 50;

/** Questions the machine had no answer to, and the words that staff attached to topics. */
export const questionsPage: Page = {
  path: "/cau-hoi",
  title: ({ language }) => words(language).title,
  nav: "work",
  icon: "self",
  may: "answer-questions",
  waits: ({ language, asked }) => ({ n: asked, says: words(language).unanswered }),
  usesPeriod: false,
  holds: "people",
  tables: async (view) => [phraseTable(view, await view.deps.store.phrases(view.row.commune.code))],
  render: async (view, query) => {
    const { deps, row, language } = view;
    const w = words(language);
    const { code } = row.commune;
    const [questions, others, phrases, villages] = await Promise.all([
      deps.store.questions(code, most),
      deps.store.questionsOfOthers(code, dayOf(view.now).slice(0, 7)),
      deps.store.phrases(code),
      deps.store.villages(code),
    ]);
    const names = new Map(villages.map((v) => [v.id, v.name]));
    return (
      <Desk view={view} aside={<span class="asof">{w.order}</span>}>
        <section class="sec narrow">
          <p class="note">{w.kept}</p>
          {others > 0 && <p class="note">{w.others(number(others, language))}</p>}
          {questions.length === 0 ? (
            <p class="empty">{w.none}</p>
          ) : (
            <ul class="hl qst">
              {questions.map((q) => (
                <Question view={view} question={q} names={names} open={query.cau === q.id} key={q.id} />
              ))}
            </ul>
          )}
          {view.asked > questions.length && (
            <p class="note">{w.more(number(view.asked - questions.length, language))}</p>
          )}
        </section>
        <section class="sec">
          <header>
            <h2>{w.phrases}</h2>
          </header>
          {phraseTable(view, phrases).html}
        </section>
      </Desk>
    );
  },
};

const phraseTable = (view: View, rows: readonly PhraseRow[]): DeskTable => {
  const { deps, language } = view;
  const w = words(language);
  return deskTable<PhraseRow>(view, {
    name: "cum-tu",
    title: w.phrases,
    columns: [
      { head: w.words, cell: (p) => p.text },
      { head: w.topic, cell: (p) => deps.topics.find((t) => t.name === p.topic)?.title[language] ?? p.topic },
      { head: w.by, cell: (p) => p.by },
      { head: w.day, cell: (p) => ({ day: dayOf(p.at) }), class: "num" },
      may(view, "answer-questions") && {
        head: w.takeBack,
        quiet: true,
        cell: null,
        show: (p) => (
          <Form view={view} action={href(view, `/cau-hoi/cum-tu/${encodeURIComponent(p.id)}/go`)} inline>
            <button class="btn sm" type="submit">
              {w.takeBack}
            </button>
          </Form>
        ),
      },
    ],
    rows,
    id: (p) => p.id,
    none: w.noPhrases,
  });
};

const words = table(
  {
    title: "Câu hỏi trợ lý chưa biết",
    order: "nhiều người hỏi đứng trước, rồi tới câu cũ nhất",
    kept: "Chỉ giữ lời của người đã đồng ý, đã bỏ số điện thoại và số riêng, nhiều nhất 90 ngày. Xử lý xong là lời câu hỏi không còn được giữ.",
    others: (n: string) => `Tháng này còn ${n} câu của người không cho lưu: chỉ đếm, không giữ lời.`,
    none: "Không có câu nào đang chờ. Khi trợ lý không trả lời được, câu hỏi hiện ở đây để cán bộ trả lời hoặc gắn với một mục có sẵn.",
    more: (n: string) => `Còn ${n} câu nữa, hiện ra khi các câu trên đã xử lý.`,
    phrases: "Cụm từ xã đã gắn",
    noPhrases: "Chưa gắn cụm từ nào. Cụm từ gắn ở đây chỉ dùng cho xã này.",
    words: "Bà con hỏi",
    topic: "Máy đưa ra",
    by: "Người gắn",
    day: "Ngày",
    takeBack: "Gỡ",
    unanswered: "câu chưa ai trả lời",
  },
  {
    title: "Unanswered questions",
    order: "asked by most first, then the oldest",
    kept: "Only words of people who agreed are kept, without telephone and private numbers, for 90 days at most. Once dealt with, the words are gone.",
    others: (n) => `This month ${n} more came from people who are not remembered: counted, not kept.`,
    none: "No question is waiting. What the machine cannot answer appears here, to be answered or attached to a topic.",
    more: (n) => `${n} more appear when these are dealt with.`,
    phrases: "Words attached by the commune",
    noPhrases: "Nothing attached yet. Words attached here serve this commune alone.",
    words: "Residents ask",
    topic: "They are offered",
    by: "Attached by",
    day: "Day",
    takeBack: "Take back",
    unanswered: "questions without an answer",
  },
);
