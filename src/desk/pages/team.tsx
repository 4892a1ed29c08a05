import { grouped } from "../../kit/spoken-code.ts";
import { dayLabel } from "../../kit/vietnam-time.ts";
import { Choose, Field, Form } from "../../ui/form.tsx";
import { table } from "../../ui/words.ts";
import type { Shown } from "../action.ts";
import { Desk } from "../layout.tsx";
import { href, mayWrite, type View } from "../view.ts";

/** The community digital team: invitation codes and members. */
export const teamPage = async (view: View, _query: unknown = {}, fresh?: Shown) => {
  const { deps, row, language, now } = view;
  const { code, team, unit } = row.commune;
  const w = words(language);
  const [villages, invitations, members] = await Promise.all([
    deps.store.villages(code),
    deps.store.invitations(code, now),
    deps.store.members(code),
  ]);
  const names = new Map(villages.map((v) => [v.id, v.name]));
  const where = (village: string | null) => (village === null ? w.whole : (names.get(village) ?? village));
  const write = mayWrite(view);
  return (
    <Desk view={view} at="team" title={team}>
      {fresh && "invitation" in fresh && (
        <div class="due once" role="status">
          <span>
            {w.fresh} <b class="link">{grouped(fresh.invitation)}</b>
          </span>
        </div>
      )}
      {write && (
        <section class="sec narrow">
          <header>
            <h2>{w.invite}</h2>
          </header>
          <Form view={view} action={href(view, "/to/moi")}>
            <Choose
              label={unit.word}
              name="village"
              options={[
                { value: "", label: w.whole },
                ...villages.filter((v) => !v.removed).map((v) => ({ value: v.id, label: v.name })),
              ]}
            />
            <Field label={w.label} name="label" max={60} hint={w.labelHint} />
            <Field label={w.days} name="days" required value="7" inputmode="numeric" pattern="[0-9]{1,2}" />
            <Field
              label={w.uses}
              name="uses"
              required
              value="1"
              inputmode="numeric"
              pattern="[0-9]{1,2}"
              hint={w.usesHint}
            />
            <button class="btn main" type="submit">
              {w.make}
            </button>
          </Form>
        </section>
      )}
      <section class="sec">
        <header>
          <h2>{w.open}</h2>
        </header>
        {invitations.length === 0 ? (
          <p class="empty">{w.noOpen}</p>
        ) : (
          <table class="t stack">
            <thead>
              <tr>
                <th scope="col">{w.label}</th>
                <th scope="col">{w.by}</th>
                <th scope="col">{unit.word}</th>
                <th scope="col">{w.until}</th>
                <th class="r" scope="col">
                  {w.left}
                </th>
                {write && (
                  <th scope="col">
                    <span class="vh">{w.withdraw}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {invitations.map((i) => (
                <tr key={i.id}>
                  <th scope="row">{i.label ?? w.unlabelled}</th>
                  <td data-label={w.by}>
                    {i.by === "cli" ? w.operator : i.by}, {dayLabel(i.createdAt)}
                  </td>
                  <td data-label={unit.word}>{where(i.village)}</td>
                  <td class="num" data-label={w.until}>
                    {dayLabel(i.expiresAt)}
                  </td>
                  <td class="r" data-label={w.left}>
                    {i.usesLeft}
                  </td>
                  {write && (
                    <td>
                      <Form view={view} action={href(view, `/to/moi/${encodeURIComponent(i.id)}/bo`)} inline>
                        <button class="btn sm" type="submit">
                          {w.withdraw}
                        </button>
                      </Form>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section class="sec">
        <header>
          <h2>{w.members}</h2>
          <span class="aside">{w.count(members.length)}</span>
        </header>
        {members.length === 0 ? (
          <p class="empty">{w.noMembers}</p>
        ) : (
          <table class="t stack">
            <thead>
              <tr>
                <th scope="col">{w.name}</th>
                <th scope="col">{unit.word}</th>
                <th scope="col">{w.since}</th>
                {write && (
                  <th scope="col">
                    <span class="vh">{w.remove}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {members.map((m) => (
                <tr key={m.learner}>
                  <th scope="row">{m.name ?? w.nameless}</th>
                  <td data-label={unit.word}>{m.villages.map(where).join(", ")}</td>
                  <td class="num" data-label={w.since}>
                    {dayLabel(m.since)}
                  </td>
                  {write && (
                    <td>
                      <details class="rule">
                        <summary>{w.remove}</summary>
                        <Form view={view} action={href(view, `/to/${encodeURIComponent(m.learner)}/bo`)} inline>
                          <p class="note">{w.removeNote}</p>
                          <button class="btn sm" type="submit">
                            {w.removeSure}
                          </button>
                        </Form>
                      </details>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </Desk>
  );
};

const words = table(
  {
    invite: "Mời thành viên",
    whole: "Cả xã",
    days: "Dùng được trong mấy ngày",
    uses: "Cho mấy người",
    usesHint: "Mỗi người gõ mã một lần. Ít người thì chắc hơn.",
    make: "Tạo mã mời",
    open: "Mã mời còn dùng được",
    noOpen: "Chưa có mã nào. Tạo mã ở trên, đưa tận tay thành viên; họ gõ mã vào khung chat là vào tổ.",
    label: "Mời ai",
    labelHint: "Để nhớ mã này đưa cho ai. Không bắt buộc.",
    unlabelled: "Không ghi",
    by: "Người tạo",
    operator: "Người vận hành",
    withdraw: "Hủy mã",
    fresh: "Mã mời, chỉ hiện một lần này. Đưa tận tay thành viên để họ gõ vào khung chat: MOI",
    until: "Hết hạn",
    left: "Còn lượt",
    members: "Thành viên",
    count: (n: number) => `${n} người`,
    noMembers: "Chưa có thành viên nào vào tổ bằng mã mời.",
    name: "Tên",
    nameless: "Không để tên",
    since: "Từ ngày",
    remove: "Bỏ khỏi tổ",
    removeNote: "Người này vẫn học như mọi người, nhưng không đẩy bài và không thấy việc của tổ nữa.",
    removeSure: "Bỏ khỏi tổ",
  },
  {
    invite: "Invite a member",
    whole: "Whole commune",
    days: "Valid for days",
    uses: "For how many people",
    usesHint: "Each types the code once. Fewer is safer.",
    make: "Make a code",
    open: "Open invitations",
    noOpen: "None. Make a code above and hand it over in person; typing it into the chat joins the team.",
    label: "For whom",
    labelHint: "To remember whom the code is given to. May be left empty.",
    unlabelled: "Not noted",
    by: "Made by",
    operator: "Operator",
    withdraw: "Withdraw",
    fresh: "The invitation, shown only this once. Hand it over in person, to be typed into the chat: MOI",
    until: "Expires",
    left: "Uses left",
    members: "Members",
    count: (n) => `${n} people`,
    noMembers: "Nobody has joined with a code yet.",
    name: "Name",
    nameless: "No name given",
    since: "Since",
    remove: "Remove from team",
    removeNote: "They keep learning like everybody, but can no longer push lessons or see the team's work.",
    removeSure: "Remove",
  },
);
