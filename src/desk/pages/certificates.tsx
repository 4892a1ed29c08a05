import { grouped } from "../../kit/spoken-code.ts";
import { dayLabel } from "../../kit/vietnam-time.ts";
import { Field, Form } from "../../ui/form.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { href, mayWrite, type View } from "../view.ts";

/** Certificates given out; one may be revoked, with a reason that stays inside. */
export const certificatesPage = async (view: View) => {
  const { deps, row, language } = view;
  const w = words(language);
  const certificates = await deps.store.certificates(row.commune.code);
  const write = mayWrite(view);
  return (
    <Desk
      view={view}
      at="certificates"
      title={w.title}
      sample={certificates.some((c) => c.sample)}
      aside={<span class="asof">{w.note}</span>}
    >
      {certificates.length === 0 ? (
        <p class="empty">{w.none}</p>
      ) : (
        <table class="t stack">
          <thead>
            <tr>
              <th scope="col">{w.name}</th>
              <th scope="col">{w.track}</th>
              <th scope="col">{w.code}</th>
              <th scope="col">{w.issued}</th>
              {write && <th scope="col">{w.revoke}</th>}
            </tr>
          </thead>
          <tbody>
            {certificates.map((c) => (
              <tr key={c.code}>
                <th scope="row">{c.name}</th>
                <td data-label={w.track}>{deps.titleOf(c.track, language) ?? c.track}</td>
                <td class="num" data-label={w.code}>
                  <a href={`/xac-minh/${encodeURIComponent(c.code)}`}>{grouped(c.code)}</a>
                </td>
                <td class="num" data-label={w.issued}>
                  {dayLabel(c.issuedAt)}
                </td>
                {write && (
                  <td data-label={w.revoke}>
                    {c.revokedAt !== null ? (
                      w.revoked(dayLabel(c.revokedAt))
                    ) : (
                      <details class="rule">
                        <summary>{w.revoke}</summary>
                        <Form view={view} action={href(view, `/giay/${encodeURIComponent(c.code)}/thu-hoi`)}>
                          <Field label={w.why} name="why" required max={200} hint={w.whyHint} />
                          <button class="btn sm" type="submit">
                            {w.sure}
                          </button>
                        </Form>
                      </details>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Desk>
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
    revoked: (day) => `Revoked ${day}`,
    why: "Reason",
    whyHint: "Kept inside; the verification page does not show it.",
    sure: "Revoke it",
  },
);
