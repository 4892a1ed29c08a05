import { grouped } from "../../kit/spoken-code.ts";
import type { AlarmChat } from "../../store/ports/alarms.ts";
import { Form } from "../../ui/form.tsx";
import { table } from "../../ui/words.ts";
import { href, type View } from "../view.ts";
import { type DeskTable, deskTable } from "./desk-table.tsx";

/** The chats in which this person is told of alarms; a code typed there binds one more. */
export const AlarmChats = ({ view, table, fresh }: { view: View; table: DeskTable; fresh: string | null }) => {
  const w = words(view.language);
  return (
    <section class="sec" id="bao-su-co">
      <header>
        <h2>{w.title}</h2>
      </header>
      <p class="note">{w.what}</p>
      {fresh && (
        <div class="due once" role="status">
          <span>
            {w.fresh} <b class="link">{grouped(fresh)}</b>
          </span>
        </div>
      )}
      {table.html}
      <Form view={view} action={href(view, "/tai-khoan/bao-su-co")}>
        <button class="btn" type="submit">
          {w.make}
        </button>
      </Form>
    </section>
  );
};

export const alarmTable = (view: View, rows: readonly AlarmChat[]): DeskTable => {
  const w = words(view.language);
  return deskTable<AlarmChat>(view, {
    name: "bao-su-co",
    title: w.title,
    columns: [
      { head: w.where, cell: (c) => view.deps.channelWords(c.channel).title[view.language] },
      { head: w.since, cell: (c) => ({ at: c.since }) },
      {
        head: w.stop,
        quiet: true,
        cell: null,
        show: (c) => (
          <Form view={view} action={href(view, `/tai-khoan/bao-su-co/${c.account}/bo`)} inline>
            <button class="btn sm" type="submit">
              {w.stop}
            </button>
          </Form>
        ),
      },
    ],
    rows,
    id: (c) => c.account,
    none: w.none,
  });
};

const words = table(
  {
    title: "Báo sự cố của kênh vào khung trò chuyện",
    what: "Kênh sắp mất quyền gửi, im lặng, gửi hỏng nhiều, tin ứ lại hay bị từ chối nút thì máy nhắn cho bạn. Mỗi sự cố nhiều nhất một tin một ngày, thêm một tin khi hết. Nên nối ở hai kênh: kênh này hỏng thì báo qua kênh kia. Zalo OA chỉ nhắn được trong 48 giờ sau khi bạn nhắn.",
    fresh: "Mở trợ lý của xã trên Zalo hoặc Telegram, gõ mã này. Dùng một lần, trong một giờ:",
    make: "Lấy mã để nối một khung trò chuyện",
    where: "Kênh",
    since: "Từ lúc",
    stop: "Thôi báo ở đây",
    none: "Chưa nối. Máy không nhắn gì cho bạn.",
  },
  {
    title: "Alarms of the channels in your chat",
    what: "You are told when a channel is about to lose its authorisation, falls silent, fails often, holds answers back or has its buttons refused. At most one message a day for each trouble, and one when it is over. Bind two channels: the one tells you of the other. A Zalo OA can write only within 48 hours after you wrote.",
    fresh: "Open the commune's assistant on Zalo or Telegram and type this code. It works once, for an hour:",
    make: "Get a code to bind a chat",
    where: "Channel",
    since: "Since",
    stop: "Stop here",
    none: "None bound. You are told nothing.",
  },
);
