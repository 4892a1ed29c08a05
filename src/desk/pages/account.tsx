import { Field, Form } from "../../ui/form.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { may, mustHaveSecondFactor } from "../may.ts";
import type { Page } from "../page.ts";
import { AlarmChats, alarmTable } from "../parts/alarm-chats.tsx";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import { longestPassword } from "../sign-in/password.ts";
import { href, type View } from "../view.ts";
import { CodeList } from "./second-factor.tsx";

/** One's own account: where one is signed in, the password, the second factor. */
export const accountPage: Page = {
  path: "/tai-khoan",
  title: ({ language }) => words(language).title,
  nav: "own",
  icon: "shield",
  may: "own-account",
  usesPeriod: false,
  tables: async (view) => [
    sessionTable(view, await load(view)),
    ...(may(view, "hear-alarms")
      ? [alarmTable(view, await view.deps.store.alarmChats(view.row.commune.code, view.staff.id))]
      : []),
  ],
  render: async (view, _query, fresh) => {
    const { deps, staff, language } = view;
    const w = words(language);
    const [sessions, factor, chats] = await Promise.all([
      load(view),
      deps.store.secondFactor(staff.id),
      deps.store.alarmChats(view.row.commune.code, staff.id),
    ]);
    const alarms = alarmTable(view, chats);
    return (
      <Desk view={view}>
        {fresh && "codes" in fresh && (
          <section class="sec narrow">
            <header>
              <h2>{w.codes}</h2>
            </header>
            <p>{w.codesWhy}</p>
            <CodeList codes={fresh.codes} />
          </section>
        )}
        <section class="sec">
          <header>
            <h2>{w.sessions}</h2>
          </header>
          <p class="note">{w.sessionsNote}</p>
          {sessionTable(view, sessions).html}
          {sessions.length > 1 && (
            <Form view={view} action={href(view, "/tai-khoan/phien-khac/bo")}>
              <button class="btn" type="submit">
                {w.endOthers}
              </button>
            </Form>
          )}
        </section>
        {may(view, "hear-alarms") && (
          <AlarmChats view={view} table={alarms} fresh={fresh && "alarmCode" in fresh ? fresh.alarmCode : null} />
        )}
        <section class="sec narrow">
          <header>
            <h2>{w.password}</h2>
          </header>
          <Form view={view} action={href(view, "/tai-khoan/mat-khau")}>
            <Field
              label={w.old}
              name="old"
              type="password"
              required
              max={longestPassword}
              complete="current-password"
            />
            <Field
              label={w.fresh}
              name="password"
              type="password"
              required
              max={longestPassword}
              hint={w.rule}
              complete="new-password"
            />
            <Field
              label={w.again}
              name="again"
              type="password"
              required
              max={longestPassword}
              complete="new-password"
            />
            <button class="btn main" type="submit">
              {w.change}
            </button>
          </Form>
        </section>
        <section class="sec narrow">
          <header>
            <h2>{w.second}</h2>
          </header>
          {factor === null ? (
            <>
              <p>{w.off}</p>
              <p>
                <a class="btn" href="/desk/ma-moi">
                  {w.turnOn}
                </a>
              </p>
            </>
          ) : (
            <>
              <p>{w.on(factor.recovery)}</p>
              <h3>{w.newCodes}</h3>
              <Form view={view} action={href(view, "/tai-khoan/ma-du-phong")}>
                <Field label={w.code} name="code" required max={40} hint={w.newCodesHint} complete="one-time-code" />
                <button class="btn" type="submit">
                  {w.make}
                </button>
              </Form>
              <h3>{w.off2}</h3>
              <Form view={view} action={href(view, "/tai-khoan/ma/bo")}>
                <Field
                  label={w.old}
                  name="old"
                  type="password"
                  required
                  max={longestPassword}
                  hint={mustHaveSecondFactor(staff.role) ? w.againHint : w.offHint}
                  complete="current-password"
                />
                <Field label={w.code} name="code" required max={40} complete="one-time-code" />
                <button class="btn" type="submit">
                  {mustHaveSecondFactor(staff.role) ? w.setAgain : w.turnOff}
                </button>
              </Form>
            </>
          )}
        </section>
      </Desk>
    );
  },
};

const load = ({ deps, staff, now }: View) => deps.store.sessions(staff.id, now);

const sessionTable = (view: View, rows: Awaited<ReturnType<typeof load>>): DeskTable => {
  const w = words(view.language);
  return deskTable<(typeof rows)[number]>(view, {
    name: "phien",
    title: w.sessions,
    columns: [
      {
        head: w.device,
        cell: (s) => `${s.device ?? w.unknown}${s.id === view.session.id ? ` (${w.this})` : ""}`,
      },
      { head: w.seen, cell: (s) => ({ at: s.seenAt }) },
      { head: w.since, cell: (s) => ({ at: s.createdAt }) },
      { head: w.from, cell: (s) => s.from ?? w.here },
      {
        head: w.end,
        quiet: true,
        cell: null,
        show: (s) =>
          s.id !== view.session.id && (
            <Form view={view} action={href(view, `/tai-khoan/phien/${s.id}/bo`)} inline>
              <button class="btn sm" type="submit">
                {w.end}
              </button>
            </Form>
          ),
      },
    ],
    rows,
    id: (s) => s.id,
    none: "",
  });
};

const words = table(
  {
    title: "Tài khoản của tôi",
    codes: "Mã dự phòng mới",
    codesWhy: "Các mã cũ không dùng được nữa. Chép lại ngay: trang này chỉ hiện một lần.",
    sessions: "Đang đăng nhập ở đâu",
    sessionsNote: "Thấy máy lạ thì bấm Đăng xuất máy ấy, rồi đổi mật khẩu. Địa chỉ chỉ giữ phần đầu.",
    device: "Máy",
    unknown: "Không rõ máy",
    this: "máy này",
    seen: "Dùng lần cuối",
    since: "Đăng nhập lúc",
    from: "Địa chỉ",
    here: "không rõ",
    end: "Đăng xuất máy ấy",
    endOthers: "Đăng xuất mọi máy khác",
    password: "Đổi mật khẩu",
    old: "Mật khẩu hiện nay",
    fresh: "Mật khẩu mới",
    again: "Gõ lại mật khẩu mới",
    rule: "Từ 10 ký tự, có dấu cũng được. Một câu dễ nhớ thì chắc hơn một từ khó.",
    change: "Đổi, và đăng xuất các máy khác",
    second: "Mã hai lớp",
    off: "Chưa bật. Bật lên thì ai biết mật khẩu của bạn cũng chưa vào được.",
    turnOn: "Bật mã hai lớp",
    on: (n: number) => `Đang bật. Còn ${n} mã dự phòng chưa dùng.`,
    newCodes: "Làm lại mã dự phòng",
    newCodesHint: "Mã 6 số trong ứng dụng, để chắc là bạn.",
    code: "Mã trong ứng dụng xác thực",
    make: "Làm 8 mã mới",
    off2: "Đổi điện thoại",
    offHint: "Bỏ mã của điện thoại cũ. Sau đó bật lại được bằng điện thoại mới.",
    againHint: "Bỏ mã của điện thoại cũ. Quản trị phải bật lại ngay bằng điện thoại mới.",
    turnOff: "Bỏ mã hai lớp",
    setAgain: "Bỏ mã cũ và bật lại",
  },
  {
    title: "My account",
    codes: "New recovery codes",
    codesWhy: "The old ones no longer work. Copy these now: they are shown only once.",
    sessions: "Where you are signed in",
    sessionsNote: "If you see a strange device, sign it out and change your password. Addresses are kept in part only.",
    device: "Device",
    unknown: "Unknown device",
    this: "this one",
    seen: "Last used",
    since: "Signed in",
    from: "Address",
    here: "unknown",
    end: "Sign out there",
    endOthers: "Sign out everywhere else",
    password: "Change password",
    old: "Current password",
    fresh: "New password",
    again: "New password again",
    rule: "At least 10 characters, any letters. A sentence is stronger than a hard word.",
    change: "Change, and sign out everywhere else",
    second: "Second step",
    off: "Off. Turned on, whoever knows your password still cannot get in.",
    turnOn: "Turn on the second step",
    on: (n) => `On. ${n} recovery codes are left.`,
    newCodes: "New recovery codes",
    newCodesHint: "The 6 digits of your authenticator, to be sure that it is you.",
    code: "Code of your authenticator",
    make: "Make 8 new codes",
    off2: "Another phone",
    offHint: "Takes the old phone's code away. You can turn it on again with the new one.",
    againHint: "Takes the old phone's code away. Administrators must set up the new one at once.",
    turnOff: "Turn the second step off",
    setAgain: "Take it away and set up anew",
  },
);
