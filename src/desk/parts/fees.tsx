import { Field, Form, isRefused } from "../../ui/form.tsx";
import { day } from "../../ui/format.ts";
import { table } from "../../ui/words.ts";
import { may } from "../may.ts";
import { href, type View } from "../view.ts";

/** What procedures cost here. Provinces set these fees, so the guides name none of their own; what staff enter is said with its document and day. */
export const Fees = ({ view }: { view: View }) => {
  const { language, row } = view;
  const w = words(language);
  const fees = row.settings.fees ?? {};
  return (
    <section class="sec narrow" id="le-phi">
      <header>
        <h2>{w.title}</h2>
      </header>
      <p class="note">{w.note}</p>
      {view.deps.topics
        .filter((topic) => topic.localFee)
        .map(({ id, code, title }) => {
          const fee = fees[id];
          const action = href(view, `/cai-dat/le-phi/${id}`);
          return (
            <details class="opens" key={id} open={fee !== undefined || isRefused(view, action)}>
              <summary>
                {`${code} · ${title[language]}: `}
                <b>{fee ? fee.says : w.none}</b>
              </summary>
              <Form view={view} action={action}>
                <Field label={w.says} name="says" value={fee?.says ?? ""} max={100} hint={w.example} />
                <Field label={w.basis} name="basis" value={fee?.basis ?? ""} max={100} />
                {fee && <p class="note">{w.entered(day(fee.on))}</p>}
                {may(view, "change-settings") && (
                  <button class="btn" type="submit">
                    {w.save}
                  </button>
                )}
              </Form>
            </details>
          );
        })}
    </section>
  );
};

const words = table(
  {
    title: "Phí, lệ phí tại xã",
    note: "Mức do tỉnh hoặc văn bản riêng quy định, nên bài hướng dẫn không tự ghi. Cán bộ điền mức đang thu ở xã và văn bản quy định; bà con đọc thấy ở đầu và cuối bài. Để trống ô mức thu rồi lưu là bỏ.",
    none: "chưa điền",
    says: "Mức đang thu",
    example: "Ví dụ cách ghi: nộp qua mạng 0 đồng, tại quầy … đồng.",
    basis: "Theo văn bản nào (số, ngày)",
    entered: (on: string) => `Ghi ngày ${on}.`,
    save: "Lưu",
  },
  {
    title: "Fees here",
    note: "A province or a document of its own sets these, so the guides name none. Enter what is charged in the commune and the document it stands in; people read it at the beginning and the end of the guide. An empty amount takes it away.",
    none: "not entered",
    says: "What is charged",
    example: "For example: online 0 đồng, at the counter … đồng.",
    basis: "By which document (number, date)",
    entered: (on) => `Entered on ${on}.`,
    save: "Save",
  },
);
