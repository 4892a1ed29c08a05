import { placeName } from "../../communes/names.ts";
import { communeSettings } from "../../communes/settings.ts";
import type { StaffRow } from "../../store/ports/staff.ts";
import type { VillageRow } from "../../store/ports/villages.ts";
import { Choose, Field, Form } from "../../ui/form.tsx";
import { Terms } from "../../ui/terms.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { may, roles } from "../may.ts";
import type { Page } from "../page.ts";
import { Backup } from "../parts/backup.tsx";
import { Channels, ConsentLink, channelTable } from "../parts/channels.tsx";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import { Fees } from "../parts/fees.tsx";
import { href, type View } from "../view.ts";

/** Channels, quiet hours, telephone numbers, and who may use the desk. */
export const settingsPage: Page = {
  path: "/cai-dat",
  title: ({ language }) => words(language).title,
  nav: "house",
  icon: "gear",
  may: "see-figures",
  usesPeriod: false,
  tables: (view) => tablesOf(view),
  render: async (view, _query, fresh) => {
    const { deps, row, language } = view;
    const w = words(language);
    const { quiet_hours, contacts } = communeSettings(row.commune, row.settings);
    const [channels, people] = await tablesOf(view);
    return (
      <Desk view={view}>
        {fresh && "consent" in fresh && <ConsentLink view={view} link={fresh.consent} />}
        {fresh && "login" in fresh && (
          <div class="due once" role="status">
            <span>
              {w.fresh(fresh.login)} <b class="link">{fresh.link}</b>
            </span>
          </div>
        )}
        {channels && <Channels view={view} lines={channels} channels={await deps.channels(row.commune.code)} />}
        <Backup view={view} backup={deps.backup()} />
        <section class="sec narrow">
          <header>
            <h2>{w.quiet}</h2>
          </header>
          <p class="note">{w.quietNote}</p>
          <Form view={view} action={href(view, "/cai-dat/gio")}>
            {[0, 1].map((i) => (
              <div class="pair" key={i}>
                <Field label={w.from(i + 1)} name={`from${i}`} max={5} value={quiet_hours[i]?.from ?? ""} />
                <Field label={w.to(i + 1)} name={`to${i}`} max={5} value={quiet_hours[i]?.to ?? ""} />
              </div>
            ))}
            {may(view, "change-settings") && (
              <button class="btn main" type="submit">
                {w.save}
              </button>
            )}
          </Form>
        </section>
        <section class="sec narrow">
          <header>
            <h2>{w.contacts}</h2>
          </header>
          <p class="note">{w.contactsNote}</p>
          <Form view={view} action={href(view, "/cai-dat/lien-he")}>
            <Field label={w.hotline} name="hotline" type="tel" value={contacts.hotline ?? ""} max={20} />
            <Field label={w.counter} name="counter" type="tel" value={contacts.counter ?? ""} max={20} />
            <Field label={w.police} name="police" type="tel" value={contacts.police ?? ""} max={20} />
            <Field label={w.hours} name="hours" value={contacts.hours ?? ""} max={120} hint={w.hoursHint} />
            {may(view, "change-settings") && (
              <button class="btn main" type="submit">
                {w.save}
              </button>
            )}
          </Form>
        </section>
        <Fees view={view} />
        <section class="sec narrow">
          <header>
            <h2>{w.terms}</h2>
          </header>
          <p class="note">
            {w.termsNote} <a href={`/rieng-tu?lang=${language}`}>{w.termsPage}</a>
          </p>
          <Terms language={language} />
        </section>
        {people && (
          <section class="sec">
            <header>
              <h2>{w.people}</h2>
            </header>
            {people.html}
            <div class="narrow">
              <h3>{w.add}</h3>
              <Form view={view} action={href(view, "/cai-dat/nguoi")}>
                <Field label={w.name} name="name" required max={80} />
                <Field label={w.login} name="login" required max={40} hint={w.loginHint} />
                <Choose
                  label={w.role}
                  name="role"
                  value="staff"
                  options={roles.map((r) => ({ value: r, label: w.roles[r] }))}
                />
                <Field label={w.villages} name="villages" max={400} hint={w.villagesHint} />
                <p class="note">{w.scope(placeName(row.commune))}</p>
                <button class="btn main" type="submit">
                  {w.addButton}
                </button>
              </Form>
            </div>
          </section>
        )}
      </Desk>
    );
  },
};

/** The channels, and for whoever may: the users of the desk. */
const tablesOf = async (view: View): Promise<readonly DeskTable[]> => {
  const { deps, row, staff } = view;
  const [channels, people, villages] = await Promise.all([
    deps.channels(row.commune.code),
    may(view, "run-staff") ? deps.store.staffList(staff.commune) : null,
    deps.store.villages(row.commune.code),
  ]);
  return [channelTable(view, channels), ...(people ? [staffTable(view, people, villages)] : [])];
};

const staffTable = (view: View, rows: readonly StaffRow[], villages: readonly VillageRow[]): DeskTable => {
  const w = words(view.language);
  const names = new Map(villages.map((v) => [v.id, v.name]));
  const places = new Map(view.communes.map((c) => [c.commune.code, placeName(c.commune)]));
  const button = (person: StaffRow, what: string, label: string) => (
    <Form view={view} action={href(view, `/cai-dat/nguoi/${person.id}/${what}`)} inline>
      <button class="btn sm" type="submit">
        {label}
      </button>
    </Form>
  );
  return deskTable<StaffRow>(view, {
    name: "nguoi-dung",
    title: w.people,
    columns: [
      { head: w.name, cell: (p) => p.name },
      { head: w.login, cell: (p) => p.login },
      { head: w.role, cell: (p) => w.roles[p.role] },
      { head: w.villages, cell: (p) => (p.villages ?? []).map((id) => names.get(id) ?? id).join(", ") },
      { head: w.commune, cell: (p) => (p.commune === null ? w.everywhere : (places.get(p.commune) ?? p.commune)) },
      { head: w.second, cell: (p) => (p.secondFactor ? w.on : w.off) },
      {
        head: w.newLink,
        quiet: true,
        cell: null,
        show: (p) =>
          p.id !== view.staff.id && (
            <span class="pair">
              {button(p, "duong-dan", w.newLink)}
              {p.secondFactor && button(p, "bo-ma", w.resetSecond)}
              {button(p, "bo", w.remove)}
            </span>
          ),
      },
    ],
    rows,
    id: (p) => p.id,
    none: "",
  });
};

const words = table(
  {
    title: "Cài đặt",
    terms: "Giữ dữ liệu của bà con bao lâu",
    termsNote: "Máy tự xóa theo các hạn này, xã không phải làm gì. Bà con đọc cùng bảng này ở trang",
    termsPage: "Dữ liệu của bà con",
    quiet: "Giờ yên lặng",
    quietNote:
      "Trong các giờ này không nhắc và không đẩy bài. Người đang hỏi vẫn được trả lời ngay. Ghi giờ như 6:00 hoặc 21:30; để trống cả hai ô là không dùng khoảng đó.",
    from: (n: number) => `Khoảng ${n}, từ`,
    to: (n: number) => `Khoảng ${n}, đến`,
    save: "Lưu",
    contacts: "Số điện thoại của xã",
    contactsNote:
      "Hiện cho bà con khi cần gặp người. Để trống nếu chưa có; không điền số riêng của cán bộ khi chưa được đồng ý.",
    hotline: "Đường dây nóng",
    counter: "Bộ phận một cửa",
    police: "Công an xã",
    hours: "Giờ làm việc của bộ phận một cửa",
    hoursHint: "Viết như nói với bà con, ví dụ: Thứ hai đến thứ sáu, 7 giờ 30 đến 17 giờ.",
    people: "Người dùng bàn điều hành",
    name: "Họ tên",
    login: "Tên đăng nhập",
    loginHint: "Chữ không dấu, số, dấu chấm hoặc gạch.",
    role: "Quyền",
    roles: {
      administrator: "Quản trị: mọi việc, và thêm người dùng",
      staff: "Cán bộ xã: xem và nhập cả xã",
      "village-leader": "Phụ trách thôn, xóm: việc của nơi mình",
      "team-member": "Thành viên tổ: giúp người ở nơi mình",
      overseer: "Giám sát (HĐND, MTTQ): chỉ xem con số, không xem tên ai",
    },
    villages: "Phụ trách nơi nào",
    villagesHint: "Chỉ điền cho người phụ trách thôn, xóm và thành viên tổ: ghi mã từng nơi, ví dụ XOM1, XOM2.",
    commune: "Xã",
    everywhere: "Mọi xã",
    second: "Mã hai lớp",
    on: "Đang bật",
    off: "Chưa bật",
    resetSecond: "Đặt lại mã hai lớp",
    newLink: "Đường dẫn mới",
    remove: "Bỏ",
    add: "Thêm người dùng",
    scope: (name: string) => `Người này chỉ thấy xã ${name}.`,
    addButton: "Thêm và tạo đường dẫn một lần",
    fresh: (login: string) => `Đưa tận tay ${login} đường dẫn này. Chỉ hiện một lần, dùng một lần, trong 24 giờ:`,
  },
  {
    title: "Settings",
    terms: "How long residents' data are kept",
    termsNote:
      "The machine deletes by these terms; nobody has to do anything. Residents read the same table on the page",
    termsPage: "Your data",
    quiet: "Quiet hours",
    quietNote:
      "No reminders and no pushes in these hours. Somebody who asks is still answered at once. Write hours like 6:00 or 21:30; leave both boxes empty to drop a span.",
    from: (n) => `Span ${n}, from`,
    to: (n) => `Span ${n}, to`,
    save: "Save",
    contacts: "The commune's telephone numbers",
    contactsNote:
      "Shown to residents who need a person. Leave empty if there is none; no private numbers without consent.",
    hotline: "Hotline",
    counter: "One-stop counter",
    police: "Commune police",
    hours: "Opening hours of the one-stop counter",
    hoursHint: "As you would tell a resident, for example: Monday to Friday, 7.30 to 17.00.",
    people: "Users of the desk",
    name: "Name",
    login: "Login",
    loginHint: "Plain letters, digits, dot or dash.",
    role: "Role",
    roles: {
      administrator: "Administrator: everything, and adds users",
      staff: "Commune staff: sees and enters for the whole commune",
      "village-leader": "Village leader: the work of their own villages",
      "team-member": "Team member: helps people of their own villages",
      overseer: "Overseer (councils): figures only, nobody's name",
    },
    villages: "Answers for",
    villagesHint: "For village leaders and team members alone: the code of each place, for example XOM1, XOM2.",
    commune: "Commune",
    everywhere: "Every commune",
    second: "Second step",
    on: "On",
    off: "Off",
    resetSecond: "Reset second step",
    newLink: "New link",
    remove: "Remove",
    add: "Add a user",
    scope: (name) => `They see ${name} only.`,
    addButton: "Add and make a one-time link",
    fresh: (login) => `Hand this link to ${login} in person. Shown once, works once, for 24 hours:`,
  },
);
