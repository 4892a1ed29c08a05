import type { Topic } from "../../content/topics.ts";
import type { QuestionRow } from "../../store/ports/questions.ts";
import { Area, Check, Choose, Field, Form } from "../../ui/form.tsx";
import { number, percentage, waited } from "../../ui/format.ts";
import { table } from "../../ui/words.ts";
import { may } from "../may.ts";
import { href, type View } from "../view.ts";

type Props = {
  view: View;
  question: QuestionRow;
  names: ReadonlyMap<string, string>;
  /** Shown with everything that can be done about it. */
  open: boolean;
};

/** A question nobody answered: the words, who asked where and when, and what the search would offer by now. */
export const Question = ({ view, question, names, open }: Props) => {
  const { deps, language, row, now } = view;
  const w = words(language);
  const { found, sure } = deps.searched(row.commune.code, question.text);
  const near = found.flatMap(({ topic, score }) => {
    const known = deps.topics.find((t) => t.name === topic);
    return known ? [{ ...known, score }] : [];
  });
  const from = [
    ...question.villages.flatMap((id) => names.get(id) ?? []),
    ...question.channels.map((c) => deps.channelWords(c).within[language]),
  ].join(", ");
  return (
    <li id={`cau-${question.id}`} class={open ? "on" : ""}>
      <p>
        <b>{question.text}</b>
      </p>
      <p class="m">
        {w.asked(number(question.askers, language))}
        {from && ` · ${from}`}
        {` · ${w.ago(waited(now - question.firstAt, language))}`}
      </p>
      <p class="m">
        {near.length === 0
          ? w.nothing
          : `${sure ? w.sure : w.unsure} ${near
              .slice(0, 3)
              .map((t) => `${t.title[language]} (${percentage(t.score * 100, language)})`)
              .join("; ")}`}
      </p>
      {may(view, "answer-questions") && !open && (
        <div class="a">
          <a class="btn sm" href={`${href(view, "/cau-hoi", { cau: question.id })}#cau-${question.id}`}>
            {w.handle}
          </a>
        </div>
      )}
      {may(view, "answer-questions") && open && <Handling view={view} question={question} near={near} />}
    </li>
  );
};

const Handling = ({ view, question, near }: { view: View; question: QuestionRow; near: readonly Topic[] }) => {
  const { language } = view;
  const w = words(language);
  const to = (what: string): string => href(view, `/cau-hoi/${encodeURIComponent(question.id)}/${what}`);
  return (
    <div class="do">
      <Form view={view} action={to("tra-loi")}>
        <Area label={w.answer} name="words" max={500} hint={w.answerHint} />
        <button class="btn main" type="submit">
          {w.send(number(question.askers, language))}
        </button>
      </Form>
      <Form view={view} action={to("gan")}>
        <Field
          label={w.phrase}
          name="text"
          value={question.text.slice(0, 200)}
          max={200}
          required
          hint={w.phraseHint}
        />
        <Topics view={view} near={near} />
        <Check label={w.tell} name="tell" checked />
        <button class="btn" type="submit">
          {w.attach}
        </button>
      </Form>
      <Form view={view} action={to("bo")} inline>
        <button class="btn sm" type="submit">
          {w.dismiss}
        </button>
        <span class="note">{w.dismissNote}</span>
      </Form>
    </div>
  );
};

/** Every topic by kind; what the search finds nearest stands first. */
const Topics = ({ view, near }: { view: View; near: readonly Topic[] }) => {
  const { deps, language } = view;
  const w = words(language);
  const groups = [
    { label: w.near, topics: near },
    ...(["guide", "safety", "lesson"] as const).map((kind) => ({
      label: w.kinds[kind],
      topics: deps.topics.filter((t) => t.kind === kind).toSorted((a, b) => a.title.vi.localeCompare(b.title.vi, "vi")),
    })),
  ].filter((g) => g.topics.length > 0);
  return (
    <Choose
      label={w.topic}
      name="topic"
      required
      options={[
        { value: "", label: w.choose },
        ...groups.map((g) => ({
          label: g.label,
          options: g.topics.map((t) => ({ value: t.name, label: t.title[language] })),
        })),
      ]}
    />
  );
};

const words = table(
  {
    asked: (n: string) => `${n} người hỏi`,
    ago: (time: string) => `hỏi lần đầu ${time} trước`,
    sure: "Nay máy đưa ra:",
    unsure: "Nay trợ lý chưa chắc, gần nhất là:",
    nothing: "Nay trợ lý chưa thấy mục nào gần câu này.",
    handle: "Trả lời hoặc gắn",
    answer: "Trả lời người hỏi",
    answerHint:
      "Nhiều nhất 500 chữ cái. Ngắn, dễ hiểu, mỗi câu một ý. Đừng hỏi mã OTP, mật khẩu, số giấy tờ. Tin đi với tên xã.",
    send: (n: string) => `Gửi cho ${n} người`,
    phrase: "Hoặc gắn câu này với một mục có sẵn",
    phraseHint: "Sửa cho gọn, bỏ tên người. Ai ở xã này hỏi gần như vậy sẽ được đưa mục đó ngay.",
    topic: "Mục",
    choose: "Chọn một mục",
    near: "Máy thấy gần nhất",
    kinds: { guide: "Hướng dẫn", safety: "Cảnh giác lừa đảo", lesson: "Bài học" },
    tell: "Nhắn người đã hỏi xem mục này",
    attach: "Gắn",
    dismiss: "Bỏ câu này",
    dismissNote: "Không nhắn ai; lời câu hỏi không còn được giữ.",
  },
  {
    asked: (n) => `asked by ${n}`,
    ago: (time) => `first asked ${time} ago`,
    sure: "Offered now:",
    unsure: "Not sure now; nearest are:",
    nothing: "Nothing near it is known.",
    handle: "Answer or attach",
    answer: "Answer those who asked",
    answerHint:
      "500 characters at most. Short, plain, one idea a sentence. Never ask for a code, password or identity number. It goes out in the commune's name.",
    send: (n) => `Send to ${n}`,
    phrase: "Or attach it to a topic",
    phraseHint:
      "Make it short and leave out names. Whoever asks nearly the same in this commune is offered that topic at once.",
    topic: "Topic",
    choose: "Choose a topic",
    near: "Nearest by search",
    kinds: { guide: "Guides", safety: "Scams", lesson: "Lessons" },
    tell: "Tell those who asked where to look",
    attach: "Attach",
    dismiss: "Drop this question",
    dismissNote: "Nobody is told; its words are not kept any longer.",
  },
);
