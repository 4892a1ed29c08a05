import { grouped } from "../../kit/spoken-code.ts";
import { dayLabel, dayOf } from "../../kit/vietnam-time.ts";
import type { CertificateRow } from "../../store/ports/certificates.ts";
import { Field, Form, isRefused } from "../../ui/form.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { may } from "../may.ts";
import type { Page } from "../page.ts";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import { href, type View } from "../view.ts";

/** Certificates given out; one may be revoked, with a reason that stays inside. */
export const certificatesPage: Page = {
  path: "/giay",
  title: ({ language }) => words(language).title,
  nav: "work",
  icon: "paper",
  may: "see-people",
  usesPeriod: false,
  holds: "people",
  tables: async (view) => [certificateTable(view, await load(view))],
  render: async (view) => {
    const certificates = await load(view);
    return (
      <Desk
        view={view}
        sample={certificates.some((c) => c.sample)}
        aside={<span class="asof">{words(view.language).note}</span>}
      >
        {certificateTable(view, certificates).html}
      </Desk>
    );
  },
};

const load = ({ deps, row }: View) => deps.store.certificates(row.commune.code);

const certificateTable = (view: View, rows: readonly CertificateRow[]): DeskTable => {
  const { deps, language } = view;
  const w = words(language);
  return deskTable<CertificateRow>(view, {
    name: "giay",
    title: w.title,
    columns: [
      { head: w.name, cell: (c) => c.name },
      { head: w.track, cell: (c) => deps.titleOf(c.track, language) ?? c.track },
      {
        head: w.code,
        cell: (c) => grouped(c.code),
        class: "num",
        show: (c) => <a href={`/xac-minh/${encodeURIComponent(c.code)}`}>{grouped(c.code)}</a>,
      },
      { head: w.issued, cell: (c) => ({ day: dayOf(c.issuedAt) }), class: "num" },
      {
        head: w.revokedOn,
        cell: (c) => (c.revokedAt === null ? null : { day: dayOf(c.revokedAt) }),
        fileOnly: true,
      },
      may(view, "revoke-certificates") && {
        head: w.revoke,
        cell: null,
        show: (c) => (c.revokedAt === null ? <Revoke view={view} code={c.code} /> : w.revoked(dayLabel(c.revokedAt))),
      },
    ],
    rows,
    id: (c) => c.code,
    none: w.none,
  });
};

const Revoke = ({ view, code }: { view: View; code: string }) => {
  const w = words(view.language);
  const action = href(view, `/giay/${encodeURIComponent(code)}/thu-hoi`);
  return (
    <details class="rule" open={isRefused(view, action)}>
      <summary>{w.revoke}</summary>
      <Form view={view} action={action}>
        <Field label={w.why} name="why" required max={200} hint={w.whyHint} />
        <button class="btn sm" type="submit">
          {w.sure}
        </button>
      </Form>
    </details>
  );
};

const words = table(
  {
    title: "Giấy ghi nhận",
    note: "200 giấy mới nhất. Không thay xác nhận chính thức trên VNeID",
    none: "Chưa có ai đạt đủ bài cơ bản. Người nào đạt đủ thì giấy tự lập và hiện ở đây.",
    name: "Tên trên giấy",
    track: "Chương trình",
    code: "Mã",
    issued: "Ngày cấp",
    revoke: "Thu hồi",
    revokedOn: "Ngày thu hồi",
    revoked: (day: string) => `Đã thu hồi ${day}`,
    why: "Lý do",
    whyHint: "Chỉ lưu nội bộ; trang xác minh không hiện.",
    sure: "Thu hồi giấy này",
  },
  {
    title: "Certificates",
    note: "The newest 200. They do not replace the official confirmation on VNeID",
    none: "Nobody has passed all basic lessons yet. Certificates appear here by themselves.",
    name: "Name on it",
    track: "Track",
    code: "Code",
    issued: "Issued",
    revoke: "Revoke",
    revokedOn: "Revoked on",
    revoked: (day) => `Revoked ${day}`,
    why: "Reason",
    whyHint: "Kept inside; the verification page does not show it.",
    sure: "Revoke it",
  },
);
