import { placeName } from "../../communes/names.ts";
import { settingsOf } from "../../communes/settings.ts";
import { Choose, Field, Form } from "../../ui/form.tsx";
import { table } from "../../ui/words.ts";
import type { Shown } from "../action.ts";
import { Desk } from "../layout.tsx";
import { Backup } from "../parts/backup.tsx";
import { Channels, ConsentLink } from "../parts/channels.tsx";
import { Fees } from "../parts/fees.tsx";
import { href, mayWrite, type View } from "../view.ts";

/** Channels, quiet hours, telephone numbers, and who may use the desk. */
export const settingsPage = async (view: View, _query: unknown, fresh?: Shown) => {
  const { deps, row, staff, language } = view;
  const w = words(language);
  const { quiet_hours, contacts } = settingsOf(row.commune, row.settings);
  const admin = staff.role === "admin";
  const [people, channels] = await Promise.all([
    admin ? deps.store.staffList(staff.commune) : [],
    deps.channels(row.commune.code),
  ]);
  const places = new Map(view.communes.map((c) => [c.commune.code, placeName(c.commune)]));
  return (
    <Desk view={view} at="settings" title={w.title}>
      {fresh && "consent" in fresh && <ConsentLink view={view} link={fresh.consent} />}
      {fresh && "login" in fresh && (
        <div class="due once" role="status">
          <span>
            {w.fresh(fresh.login)} <b class="link">{fresh.link}</b>
          </span>
        </div>
      )}
      <Channels view={view} channels={channels} />
      <Backup view={view} backup={deps.backup()} />
      <section class="sec narrow">
        <header>
          <h2>{w.quiet}</h2>
        </header>
        <p class="note">{w.quietNote}</p>
        <Form view={view} action={href(view, "/cai-dat/gio")}>
          {[0, 1].map((i) => (
            <div class="pair" key={i}>
              <Field
                label={w.from(i + 1)}
                name={`from${i}`}
                pattern="([01][0-9]|2[0-3]):[0-5][0-9]"
                max={5}
                value={quiet_hours[i]?.from ?? ""}
              />
              <Field
                label={w.to(i + 1)}
                name={`to${i}`}
                pattern="([01][0-9]|2[0-3]):[0-5][0-9]"
                max={5}
                value={quiet_hours[i]?.to ?? ""}
              />
            </div>
          ))}
          {mayWrite(view) && (
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
          {mayWrite(view) && (
            <button class="btn main" type="submit">
              {w.save}
            </button>
          )}
        </Form>
      </section>
      <Fees view={view} />
      {admin && (
        <section class="sec">
          <header>
            <h2>{w.people}</h2>
          </header>
          <table class="t stack">
            <thead>
              <tr>
                <th scope="col">{w.name}</th>
                <th scope="col">{w.login}</th>
                <th scope="col">{w.role}</th>
                <th scope="col">{w.commune}</th>
                <th scope="col">{w.second}</th>
                <th scope="col">
                  <span class="vh">{w.newLink}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map((p) => (
                <tr key={p.id}>
                  <th scope="row">{p.name}</th>
                  <td data-label={w.login}>{p.login}</td>
                  <td data-label={w.role}>{w.roles[p.role]}</td>
                  <td data-label={w.commune}>
                    {p.commune === null ? w.everywhere : (places.get(p.commune) ?? p.commune)}
                  </td>
                  <td data-label={w.second}>{p.secondFactor ? w.on : w.off}</td>
                  <td>
                    {p.id !== staff.id && (
                      <span class="pair">
                        <Form view={view} action={href(view, `/cai-dat/nguoi/${p.id}/duong-dan`)} inline>
                          <button class="btn sm" type="submit">
                            {w.newLink}
                          </button>
                        </Form>
                        {p.secondFactor && (
                          <Form view={view} action={href(view, `/cai-dat/nguoi/${p.id}/bo-ma`)} inline>
                            <button class="btn sm" type="submit">
                              {w.resetSecond}
                            </button>
                          </Form>
                        )}
                        <Form view={view} action={href(view, `/cai-dat/nguoi/${p.id}/bo`)} inline>
                          <button class="btn sm" type="submit">
                            {w.remove}
                          </button>
                        </Form>
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div class="narrow">
            <h3>{w.add}</h3>
            <Form view={view} action={href(view, "/cai-dat/nguoi")}>
              <Field label={w.name} name="name" required max={80} />
              <Field
                label={w.login}
                name="login"
                required
                max={40}
                pattern="[A-Za-z0-9._\-]{3,40}"
                hint={w.loginHint}
              />
              <Choose
                label={w.role}
                name="role"
                value="officer"
                options={(["officer", "viewer", "admin"] as const).map((r) => ({ value: r, label: w.roles[r] }))}
              />
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
};

const words = table(
  {
    title: "Cài đặt",
    quiet: "Giờ yên lặng",
    quietNote:
      "Trong các giờ này không nhắc và không đẩy bài. Người đang hỏi vẫn được trả lời ngay. Ghi giờ kiểu 21:00; để trống cả hai ô là không dùng khoảng đó.",
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
    people: "Người dùng bảng điều hành",
    name: "Họ tên",
    login: "Tên đăng nhập",
    loginHint: "Chữ không dấu, số, dấu chấm hoặc gạch.",
    role: "Quyền",
    roles: { admin: "Quản trị: thêm người dùng", officer: "Cán bộ: xem và nhập", viewer: "Chỉ xem" },
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
    quiet: "Quiet hours",
    quietNote:
      "No reminders and no pushes in these hours. Somebody who asks is still answered at once. Write hours like 21:00; leave both boxes empty to drop a span.",
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
    roles: { admin: "Administrator: adds users", officer: "Officer: sees and enters", viewer: "Read only" },
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
