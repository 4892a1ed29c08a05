import { grouped } from "../../kit/spoken-code.ts";
import { dayLabel, dayOf } from "../../kit/vietnam-time.ts";
import type { InvitationRow, MemberRow } from "../../store/ports/team.ts";
import { Choose, Field, Form } from "../../ui/form.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { answersFor, may } from "../may.ts";
import type { Page } from "../page.ts";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import { href, type View } from "../view.ts";

/** The community digital team: invitation codes and members. */
export const teamPage: Page = {
  path: "/to",
  title: ({ row }) => row.commune.team,
  nav: "work",
  icon: "team",
  may: "see-people",
  usesPeriod: false,
  holds: "people",
  tables: async (view) => tablesOf(view, await load(view)),
  render: async (view, _query, fresh) => {
    const { row, language } = view;
    const w = words(language);
    const model = await load(view);
    const [invitations, members] = tablesOf(view, model);
    return (
      <Desk view={view}>
        {fresh && "invitation" in fresh && (
          <div class="due once" role="status">
            <span>
              {w.fresh} <b class="link">{grouped(fresh.invitation)}</b>
            </span>
          </div>
        )}
        {may(view, "run-team") && (
          <section class="sec narrow">
            <header>
              <h2>{w.invite}</h2>
            </header>
            <Form view={view} action={href(view, "/to/moi")}>
              <Choose
                label={row.commune.unit.word}
                name="village"
                options={[
                  ...(answersFor(view, null) ? [{ value: "", label: w.whole }] : []),
                  ...model.villages.filter((v) => !v.removed).map((v) => ({ value: v.id, label: v.name })),
                ]}
              />
              <Field label={w.label} name="label" max={60} hint={w.labelHint} />
              <Field label={w.days} name="days" required value="7" inputmode="numeric" max={2} />
              <Field label={w.uses} name="uses" required value="1" inputmode="numeric" max={2} hint={w.usesHint} />
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
          {invitations.html}
        </section>
        <section class="sec">
          <header>
            <h2>{w.members}</h2>
            <span class="aside">{w.count(model.members.length)}</span>
          </header>
          {members.html}
        </section>
      </Desk>
    );
  },
};

type Model = Awaited<ReturnType<typeof load>>;
const load = async ({ deps, row, now }: View) => {
  const { code } = row.commune;
  const [villages, invitations, members] = await Promise.all([
    deps.store.villages(code),
    deps.store.invitations(code, now),
    deps.store.members(code),
  ]);
  return { villages, invitations, members };
};

const tablesOf = (view: View, { villages, invitations, members }: Model): readonly [DeskTable, DeskTable] => {
  const { row, language } = view;
  const { unit } = row.commune;
  const w = words(language);
  const names = new Map(villages.map((v) => [v.id, v.name]));
  const where = (village: string | null) => (village === null ? w.whole : (names.get(village) ?? village));
  const write = may(view, "run-team");
  const by = (i: InvitationRow) => (i.by === "cli" ? w.operator : i.by);
  return [
    deskTable<InvitationRow>(view, {
      name: "ma-moi",
      title: w.open,
      columns: [
        { head: w.label, cell: (i) => i.label ?? w.unlabelled },
        { head: w.by, cell: by, show: (i) => `${by(i)}, ${dayLabel(i.createdAt)}` },
        { head: w.made, cell: (i) => ({ day: dayOf(i.createdAt) }), fileOnly: true },
        { head: unit.word, cell: (i) => where(i.village) },
        { head: w.until, cell: (i) => ({ day: dayOf(i.expiresAt) }), class: "num" },
        { head: w.left, cell: (i) => i.usesLeft, numeric: true },
        write && {
          head: w.withdraw,
          quiet: true,
          cell: null,
          show: (i) => (
            <Form view={view} action={href(view, `/to/moi/${encodeURIComponent(i.id)}/bo`)} inline>
              <button class="btn sm" type="submit">
                {w.withdraw}
              </button>
            </Form>
          ),
        },
      ],
      rows: invitations,
      id: (i) => i.id,
      none: w.noOpen,
    }),
    deskTable<MemberRow>(view, {
      name: "thanh-vien",
      title: w.members,
      columns: [
        { head: w.name, cell: (m) => m.name ?? w.nameless },
        { head: unit.word, cell: (m) => m.villages.map(where).join(", ") },
        { head: w.since, cell: (m) => ({ day: dayOf(m.since) }), class: "num" },
        write && {
          head: w.remove,
          quiet: true,
          cell: null,
          show: (m) => (
            <details class="rule">
              <summary>{w.remove}</summary>
              <Form view={view} action={href(view, `/to/${encodeURIComponent(m.learner)}/bo`)} inline>
                <p class="note">{w.removeNote}</p>
                <button class="btn sm" type="submit">
                  {w.removeSure}
                </button>
              </Form>
            </details>
          ),
        },
      ],
      rows: members,
      id: (m) => m.learner,
      none: w.noMembers,
    }),
  ];
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
    made: "Ngày tạo",
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
    made: "Made on",
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
