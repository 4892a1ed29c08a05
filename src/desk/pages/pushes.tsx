import type { PushRow } from "../../store/ports/pushes.ts";
import { moment, number } from "../../ui/format.ts";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import type { Page } from "../page.ts";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import { Hatch, PushBlock, pushWords } from "../parts/push-block.tsx";
import { pushCount } from "../pushes.ts";
import type { View } from "../view.ts";

/** Every push of the period: who sent what where, and where everybody is whom it was meant for. */
export const pushesPage: Page = {
  path: "/day-bai",
  title: ({ language }) => words(language).title,
  nav: "work",
  icon: "send",
  may: "see-figures",
  usesPeriod: true,
  holds: "people",
  tables: async (view) => [pushTable(view, ...(await load(view)))],
  render: async (view) => {
    const { row, language, now } = view;
    const w = words(language);
    const [pushes, where] = await load(view);
    return (
      <Desk view={view} aside={pushes.length > 0 && <span class="asof">{w.counted(moment(now))}</span>}>
        {pushes.length === 0 ? (
          <Empty view={view} />
        ) : (
          <>
            <Hatch />
            <p class="note pus-all">{sentence(pushes, view)}</p>
            {pushes.map((push) => (
              <PushBlock view={view} push={push} where={where(push.village)} key={push.id} />
            ))}
            <section class="sec">
              <header>
                <h2>{w.together}</h2>
              </header>
              {pushTable(view, pushes, where).html}
            </section>
            <details class="rule">
              <summary>{w.how}</summary>
              <ul class="note pus-how">
                {w.rules(row.commune.unit.lower).map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
            </details>
          </>
        )}
      </Desk>
    );
  },
};

type Where = (village: string | null) => string;
const load = async ({ deps, row, period, language }: View): Promise<readonly [readonly PushRow[], Where]> => {
  const { code } = row.commune;
  const [pushes, villages] = await Promise.all([deps.store.pushes(code, period), deps.store.villages(code)]);
  const names = new Map(villages.map((v) => [v.id, v.name]));
  return [pushes, (village) => (village === null ? words(language).whole : (names.get(village) ?? village))];
};

const pushTable = (view: View, rows: readonly PushRow[], where: Where): DeskTable => {
  const { deps, language, row } = view;
  const w = words(language);
  const p = pushWords(language);
  const n = (head: string, of: (push: PushRow) => number) => ({ head, cell: of, numeric: true });
  return deskTable<PushRow>(view, {
    name: "day-bai",
    title: w.title,
    columns: [
      { head: w.lesson, cell: (push) => deps.titleOf(push.lesson, language) ?? push.lesson },
      { head: row.commune.unit.word, cell: (push) => where(push.village) },
      { head: w.at, cell: (push) => ({ at: push.at }), class: "num" },
      n(p.planned, (push) => push.planned),
      n(p.sent, (push) => pushCount(push).sent),
      n(p.waiting, (push) => pushCount(push).waiting.all),
      n(p.failed, (push) => pushCount(push).failed.all),
      n(p.skipped, (push) => pushCount(push).skipped),
      n(p.cancelled, (push) => pushCount(push).cancelled),
      n(p.gone, (push) => pushCount(push).gone),
      n(w.opened, (push) => push.opened),
      n(w.finished, (push) => push.finished),
      n(w.declined, (push) => push.declined),
    ],
    rows,
    id: (push) => push.id,
    none: w.none,
  });
};

const sentence = (pushes: readonly PushRow[], { language }: View): string => {
  const all = (of: (push: PushRow) => number) =>
    number(
      pushes.reduce((sum, push) => sum + of(push), 0),
      language,
    );
  return words(language).sum(
    pushes.length,
    all((p) => p.planned),
    all((p) => pushCount(p).sent),
    all((p) => p.opened),
    all((p) => p.finished),
  );
};

const Empty = ({ view }: { view: View }) => {
  const w = words(view.language);
  return (
    <div class="empty">
      <p>{w.none}</p>
      <ol>
        {w.steps(view.row.commune.team).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
};

const words = table(
  {
    title: "Đẩy bài học",
    whole: "Cả xã",
    counted: (at: string) => `Đếm lúc ${at}`,
    sum: (n: number, planned: string, sent: string, opened: string, finished: string) =>
      `${n} lần đẩy: định gửi ${planned} lượt người, đã gửi ${sent}, bấm Học ngay ${opened}, học xong sau đó ${finished}. Một người nhận hai bài tính hai lượt.`,
    none: "Kỳ này chưa ai đẩy bài. Thành viên của tổ đẩy bài ngay trong khung chat:",
    steps: (team: string) => [
      `Vào tổ: gõ mã mời vào khung chat. Tạo mã ở trang ${team}.`,
      "Mở menu, chọn “Việc của tôi”, rồi “Đẩy bài học”.",
      "Chọn bài, chọn nơi nhận, xem có bao nhiêu người nhận, rồi đồng ý gửi.",
      "Máy gửi dần, tránh giờ nghỉ. Kết quả hiện ở trang này.",
    ],
    together: "Các lần đẩy trong một bảng",
    lesson: "Bài",
    at: "Lúc",
    opened: "Bấm Học ngay",
    finished: "Học xong",
    declined: "Để sau",
    how: "Các số này đếm thế nào",
    rules: (unit: string) => [
      "Mỗi người được định gửi nằm ở đúng một ô: định gửi = đã gửi + đang chờ + không gửi được + bỏ qua + đã dừng + không còn.",
      "Đã gửi: kênh đã nhận tin để chuyển, hoặc trang web của người ấy đã lấy tin về. Không có nghĩa là người ấy đã đọc.",
      "Đang chờ: chưa đến lượt, đang gửi, hoặc kênh chỉ cho gửi khi người ấy nhắn trước.",
      "Bỏ qua: đến lượt thì bài không còn hợp nữa, vì đã học xong, đã xin thôi nhận tin, đã chặn, hay người khác đang học trên máy ấy.",
      "Không còn: đã xóa dữ liệu hoặc nhập hai người học làm một trước khi đến lượt, hay lượt ấy gặp lỗi.",
      "Trong số đã gửi: bấm Học ngay, chỉ bấm Để sau, chưa bấm nút nào. Ai bấm Để sau rồi Học ngay tính là Học ngay.",
      `Học xong: người bấm Học ngay đã học hết đúng bài ấy, kể cả câu hỏi, sau lúc bấm. Người tự mở bài từ menu không tính ở đây nhưng vẫn tính cho ${unit}.`,
    ],
  },
  {
    title: "Send a lesson",
    whole: "Whole commune",
    counted: (at) => `Counted ${at}`,
    sum: (n, planned, sent, opened, finished) =>
      `${n} sent out: meant for ${planned}, sent ${sent}, pressed Start now ${opened}, finished afterwards ${finished}. Somebody who got two lessons counts twice.`,
    none: "Nobody sent a lesson in this period. Members of the team do it in the chat:",
    steps: (team) => [
      `Join: type an invitation code into the chat. Codes are made on the page ${team}.`,
      "Open the menu, choose “My things”, then “Send a lesson”.",
      "Choose the lesson and the place, see how many get it, and agree.",
      "It goes out little by little, not in quiet hours. The result shows on this page.",
    ],
    together: "All of them in one table",
    lesson: "Lesson",
    at: "At",
    opened: "Start now",
    finished: "Finished",
    declined: "Later",
    how: "How these are counted",
    rules: (unit) => [
      "Everybody it was meant for stands in exactly one place: meant for = sent + waiting + failed + skipped + stopped + no longer there.",
      "Sent: the channel took the message, or the person's page fetched it. It does not mean that they read it.",
      "Waiting: their turn has not come, it is being sent, or the channel wants them to write first.",
      "Skipped: it did not fit any more when their turn came: finished, asked not to be written to, blocked us, or somebody else is learning on that phone.",
      "No longer there: erased their data or became one with another learner before their turn, or that turn failed.",
      "Of those sent: pressed Start now, only pressed Later, pressed nothing. Later and then Start now counts as Start now.",
      `Finished: those who pressed Start now and went through that very lesson, questions included, after that. Who opened it from the menu is not counted here, but is for the village (${unit}).`,
    ],
  },
);
