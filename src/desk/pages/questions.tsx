import { dayLabel, dayOf } from "../../kit/vietnam-time.ts";
import type { PhraseRow } from "../../store/ports/phrases.ts";
import type { QuestionRow } from "../../store/ports/questions.ts";
import { number } from "../../ui/format.ts";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { Question } from "../parts/question.tsx";
import { href, mayWrite, type View } from "../view.ts";

/** More than this in one page nobody works through; what most people asked stands first. */
const most = 50;

/** Questions the machine had no answer to, and the words that staff attached to topics. */
export const questionsPage = async (view: View, query: Readonly<Record<string, unknown>>) => {
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
    <Desk view={view} at="questions" title={w.title} aside={<span class="asof">{w.order}</span>}>
      <section class="sec narrow">
        <p class="note">{w.kept}</p>
        {others > 0 && <p class="note">{w.others(number(others, language))}</p>}
        {questions.length === 0 ? (
          <p class="empty">{w.none}</p>
        ) : (
          <ul class="hl qst">
            {questions.map((q: QuestionRow) => (
              <Question view={view} question={q} names={names} open={query.cau === q.id} key={q.id} />
            ))}
          </ul>
        )}
        {view.asked > questions.length && <p class="note">{w.more(number(view.asked - questions.length, language))}</p>}
      </section>
      <Phrases view={view} phrases={phrases} />
    </Desk>
  );
};

const Phrases = ({ view, phrases }: { view: View; phrases: readonly PhraseRow[] }) => {
  const { deps, language } = view;
  const w = words(language);
  const titleOf = (topic: string) => deps.topics.find((t) => t.name === topic)?.title[language] ?? topic;
  return (
    <section class="sec">
      <header>
        <h2>{w.phrases}</h2>
      </header>
      {phrases.length === 0 ? (
        <p class="empty">{w.noPhrases}</p>
      ) : (
        <table class="t stack">
          <thead>
            <tr>
              <th scope="col">{w.words}</th>
              <th scope="col">{w.topic}</th>
              <th scope="col">{w.by}</th>
              <th scope="col">{w.day}</th>
              {mayWrite(view) && (
                <th scope="col">
                  <span class="vh">{w.takeBack}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {phrases.map((p) => (
              <tr key={p.id}>
                <th scope="row">{p.text}</th>
                <td data-label={w.topic}>{titleOf(p.topic)}</td>
                <td data-label={w.by}>{p.by}</td>
                <td class="num" data-label={w.day}>
                  {dayLabel(p.at)}
                </td>
                {mayWrite(view) && (
                  <td>
                    <form method="post" action={href(view, `/cau-hoi/cum-tu/${encodeURIComponent(p.id)}/go`)}>
                      <input type="hidden" name="csrf" value={view.csrf} />
                      <button class="btn sm" type="submit">
                        {w.takeBack}
                      </button>
                    </form>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

const words = table(
  {
    title: "Câu hỏi máy chưa biết",
    order: "nhiều người hỏi đứng trước, rồi tới câu cũ nhất",
    kept: "Chỉ giữ lời của người đã đồng ý, đã bỏ số điện thoại và số riêng, nhiều nhất 90 ngày. Xử lý xong là lời câu hỏi không còn được giữ.",
    others: (n: string) => `Tháng này còn ${n} câu của người không cho lưu: chỉ đếm, không giữ lời.`,
    none: "Không có câu nào đang chờ. Khi máy không trả lời được, câu hỏi hiện ở đây để cán bộ trả lời hoặc gắn với một mục có sẵn.",
    more: (n: string) => `Còn ${n} câu nữa, hiện ra khi các câu trên đã xử lý.`,
    phrases: "Cụm từ xã đã gắn",
    noPhrases: "Chưa gắn cụm từ nào. Cụm từ gắn ở đây chỉ dùng cho xã này.",
    words: "Bà con hỏi",
    topic: "Máy đưa ra",
    by: "Người gắn",
    day: "Ngày",
    takeBack: "Gỡ",
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
  },
);
