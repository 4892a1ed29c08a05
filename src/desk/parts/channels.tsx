import type { Language } from "../../kit/bilingual.ts";
import { Form } from "../../ui/form.tsx";
import { moment, number } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { Status } from "../../ui/status.tsx";
import { table } from "../../ui/words.ts";
import type { ChannelState } from "../deps.ts";
import { may } from "../may.ts";
import { href, type View } from "../view.ts";
import { type DeskTable, deskTable } from "./desk-table.tsx";

/** Every way people reach the commune: how it stands, what it used, what staff must do. */
export const channelTable = (view: View, channels: readonly ChannelState[]): DeskTable => {
  const { language } = view;
  const w = words(language);
  const unsent = ({ outbox }: ChannelState): readonly string[] =>
    outbox
      ? [
          w.depth(number(outbox.queued, language), number(outbox.held, language)),
          ...(outbox.repeats > 0 ? [w.repeats(number(outbox.repeats, language))] : []),
        ]
      : [];
  const lines = (all: readonly string[]) => all.map((line) => <div key={line}>{line}</div>);
  return deskTable(view, {
    name: "kenh",
    title: w.title,
    columns: [
      { head: w.channel, cell: (c) => c.title[language] },
      {
        head: w.state,
        cell: (c) => [stateOf(c, language), ...c.warnings.map((warning) => warning[language])].join(". "),
        show: (c) => <State view={view} channel={c} />,
      },
      {
        head: w.used,
        cell: (c) => usedOf(c, language).join(". "),
        show: (c) => (usedOf(c, language).length > 0 ? lines(usedOf(c, language)) : "–"),
      },
      {
        head: w.unsent,
        cell: (c) => unsent(c).join(". "),
        show: (c) => (c.outbox ? lines(unsent(c)) : "–"),
      },
    ],
    rows: channels,
    id: (c) => c.id,
    none: w.none,
  });
};

export const Channels = ({
  view,
  lines,
  channels,
}: {
  view: View;
  lines: DeskTable;
  channels: readonly ChannelState[];
}) => (
  <section class="sec" id="kenh">
    <header>
      <h2>{words(view.language).title}</h2>
    </header>
    {lines.html}
    {channels.map((channel) => channel.menu.length > 0 && <Menu view={view} channel={channel} key={channel.id} />)}
  </section>
);

/** What somebody pastes into the account's own page, word for word. */
const Menu = ({ view: { language }, channel: { menu, title } }: { view: View; channel: ChannelState }) => {
  const w = words(language);
  return (
    <details class="rule">
      <summary>{w.menu(title[language])}</summary>
      <p class="note">{w.menuNote}</p>
      <ol>
        {menu.map(({ label, sends }) => (
          <li key={sends}>
            {w.menuItem} <b>{label.vi}</b>, {w.menuSends} <code>{sends}</code>
          </li>
        ))}
      </ol>
      <p class="note">{w.menuTry}</p>
    </details>
  );
};

/** The same warnings for the first page, or nothing when nobody must act. */
export const ChannelWarnings = ({ view, channels }: { view: View; channels: readonly ChannelState[] }) => {
  const w = words(view.language);
  return (
    <>
      {channels.flatMap((c) =>
        c.warnings.map((warning) => (
          <div class="due" role="status" key={warning.vi}>
            <Icon name="flag" />
            <span>{warning[view.language]}</span>
            <span class="r">
              <a class="btn sm" href={`${href(view, "/cai-dat")}#kenh`}>
                {w.look}
              </a>
            </span>
          </div>
        )),
      )}
    </>
  );
};

/**
 * The link to Zalo's page, made a moment ago. It is shown and not followed at once: the owner of the account is often
 * somebody else, and browsers hold a form's redirects to the addresses the page allows forms to go to.
 */
export const ConsentLink = ({ view, link }: { view: View; link: string }) => {
  const w = words(view.language);
  return (
    <div class="due once" role="status">
      <span>
        {w.consent} <b class="link">{link}</b>
      </span>
      <span class="r">
        <a class="btn main" href={link} rel="noreferrer">
          {w.open}
        </a>
      </span>
    </div>
  );
};

const State = ({ view, channel }: { view: View; channel: ChannelState }) => {
  const w = words(view.language);
  const { id, warnings, reconnect } = channel;
  return (
    <>
      <Status is={warnings.length === 0 ? "ok" : "late"}>{stateOf(channel, view.language)}</Status>
      {warnings.map((warning) => (
        <div key={warning.vi}>{warning[view.language]}</div>
      ))}
      {reconnect &&
        (may(view, "connect-channels") ? (
          <Form view={view} action={href(view, `/cai-dat/kenh/${id}/noi-lai`)} inline>
            <button class="btn sm" type="submit">
              {w.reconnect}
            </button>
          </Form>
        ) : (
          <p class="note">{w.askAdmin}</p>
        ))}
    </>
  );
};

const stateOf = ({ warnings, daysLeft }: ChannelState, language: Language): string => {
  const w = words(language);
  return warnings.length > 0 ? w.act : daysLeft === null ? w.nothing : w.days(daysLeft);
};

const usedOf = ({ month, wrongSignatures, plan }: ChannelState, language: Language): string[] => {
  const w = words(language);
  const n = (value: number) => number(value, language);
  return [
    ...(month
      ? [w.month(n(month.free), n(month.billed)), month.budget === null ? w.unpaid : w.budget(n(month.budget))]
      : []),
    ...(wrongSignatures && wrongSignatures.count > 0
      ? [w.wrong(n(wrongSignatures.count), wrongSignatures.at === null ? null : moment(wrongSignatures.at))]
      : []),
    ...(plan
      ? [
          w.people(n(plan.people), plan.peopleOf > 0 ? n(plan.peopleOf) : null),
          w.messages(n(plan.messages), plan.messagesOf > 0 ? n(plan.messagesOf) : null),
        ]
      : []),
  ];
};

const words = table(
  {
    title: "Kênh",
    channel: "Kênh",
    state: "Tình trạng",
    used: "Đã dùng",
    unsent: "Tin chưa gửi",
    none: "Xã chưa có kênh nào.",
    nothing: "Không có cảnh báo",
    act: "Cần xử lý",
    days: (days: number) => `Quyền gửi tin còn ${days} ngày`,
    depth: (queued: string, held: string) => `${queued} sắp gửi, ${held} chờ người nhận nhắn lại`,
    repeats: (n: string) => `30 ngày qua: ${n} tin có thể đã tới hai lần vì mạng đứt lúc gửi`,
    month: (free: string, billed: string) => `Tháng này: ${free} tin miễn phí, ${billed} tin tính tiền`,
    budget: (most: string) => `Tối đa ${most} tin tính tiền mỗi tháng`,
    unpaid: "Không gửi tin tính tiền",
    wrong: (count: string, at: string | null) => `Chữ ký không khớp: ${count} lần${at ? `, lần cuối ${at}` : ""}`,
    people: (used: string, of: string | null) => `${used}${of ? ` / ${of}` : ""} người`,
    messages: (used: string, of: string | null) => `Tháng này: ${used}${of ? ` / ${of}` : ""} tin`,
    reconnect: "Nối lại",
    askAdmin: "Nhờ người quản trị bàn điều hành bấm “Nối lại”.",
    look: "Xem kênh",
    consent: "Chủ Zalo OA mở đường dẫn này rồi bấm đồng ý. Dùng một lần, trong 24 giờ:",
    open: "Mở trang của Zalo",
    menu: (channel: string) => `Menu của ${channel}: chép tay một lần`,
    menuNote:
      "Có menu thì bà con bấm là vào, không phải gõ. Người quản trị OA vào oa.zalo.me, phần Quản lý, Menu, thêm các mục loại “Gửi tin nhắn” (trang của Zalo có thể khác đôi chút):",
    menuItem: "Tên mục",
    menuSends: "nội dung gửi",
    menuTry: "Xong thì lấy điện thoại bấm thử từng mục: mục nào cũng phải có câu trả lời.",
  },
  {
    title: "Channels",
    channel: "Channel",
    state: "State",
    used: "Used",
    unsent: "Not sent yet",
    none: "The commune has no channel yet.",
    nothing: "No warning",
    act: "Needs action",
    days: (days) => `Authorised for ${days} more days`,
    depth: (queued, held) => `${queued} about to go, ${held} until the person writes again`,
    repeats: (n) => `Last 30 days: ${n} messages may have arrived twice, because the line broke while sending`,
    month: (free, billed) => `This month: ${free} free messages, ${billed} billed`,
    budget: (most) => `At most ${most} billed messages a month`,
    unpaid: "No billed messages are sent",
    wrong: (count, at) => `Wrong signatures: ${count}${at ? `, the last at ${at}` : ""}`,
    people: (used, of) => `${used}${of ? ` / ${of}` : ""} people`,
    messages: (used, of) => `This month: ${used}${of ? ` / ${of}` : ""} messages`,
    reconnect: "Reconnect",
    askAdmin: "Ask an administrator of the desk to press “Reconnect”.",
    look: "See channels",
    consent: "The owner of the Zalo OA opens this link and agrees. Works once, for 24 hours:",
    open: "Open Zalo's page",
    menu: (channel) => `Menu of ${channel}: copied by hand, once`,
    menuNote:
      "With a menu people tap instead of typing. Whoever runs the OA opens oa.zalo.me, Manage, Menu, and adds items that send a message (Zalo's page may look a little different):",
    menuItem: "Name",
    menuSends: "message sent",
    menuTry: "Then tap each of them on a phone: each must get an answer.",
  },
);
