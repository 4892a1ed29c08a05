import { Field, Form } from "../../ui/form.tsx";
import { number } from "../../ui/format.ts";
import { Qr } from "../../ui/qr.tsx";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { href, mayWrite, type View } from "../view.ts";

/** The villages of the commune, each with the code and link that open it in a chat. */
export const villagesPage = async (view: View) => {
  const { deps, row, language } = view;
  const { code, unit } = row.commune;
  const w = words(language);
  const [villages, learners] = await Promise.all([deps.store.villages(code), deps.store.learnersByVillage(code)]);
  const shown = villages.filter((v) => !v.removed);
  const write = mayWrite(view);
  return (
    <Desk
      view={view}
      at="villages"
      title={w.title(unit.lower)}
      sample={shown.some((v) => v.sample)}
      aside={<span class="asof">{w.count(shown.length, unit.lower)}</span>}
    >
      {write && (
        <section class="sec narrow">
          <header>
            <h2>{w.add(unit.lower)}</h2>
          </header>
          <Form view={view} action={href(view, "/xom/them")}>
            <Field label={w.name(unit.lower)} name="name" required max={60} hint={w.nameHint(unit.word)} />
            <Field label={w.code} name="code" required max={8} pattern="[A-Za-z]{2,5}[0-9]{1,3}" hint={w.codeHint} />
            <button class="btn main" type="submit">
              {w.addButton}
            </button>
          </Form>
        </section>
      )}
      {shown.length === 0 ? (
        <p class="empty">{w.none(unit.lower)}</p>
      ) : (
        <table class="t stack">
          <thead>
            <tr>
              <th scope="col">{unit.word}</th>
              <th scope="col">{w.code}</th>
              <th class="r" scope="col">
                {w.learners}
              </th>
              <th scope="col">{w.link}</th>
              {write && <th scope="col">{w.change}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((v) => {
              const link = `${deps.publicUrl}/chat?commune=${code}&code=${v.code}`;
              return (
                <tr key={v.id}>
                  <th scope="row">{v.name}</th>
                  <td class="num" data-label={w.code}>
                    <b>{v.code}</b>
                  </td>
                  <td class="r" data-label={w.learners}>
                    {number(learners.get(v.id) ?? 0, language)}
                  </td>
                  <td data-label={w.link}>
                    <details class="rule">
                      <summary>{w.showQr}</summary>
                      <Qr text={link} label={w.qrLabel(v.name)} />
                      <p class="link">{link}</p>
                      <p class="note">{w.typed(v.code)}</p>
                    </details>
                  </td>
                  {write && (
                    <td data-label={w.change}>
                      <Form view={view} action={href(view, `/xom/${v.id}/ten`)} inline>
                        <input name="name" value={v.name} maxLength={60} required aria-label={w.rename(v.name)} />
                        <button class="btn sm" type="submit">
                          {w.save}
                        </button>
                      </Form>
                      <details class="rule">
                        <summary>{w.remove}</summary>
                        <Form view={view} action={href(view, `/xom/${v.id}/bo`)} inline>
                          <p class="note">{w.removeNote}</p>
                          <button class="btn sm" type="submit">
                            {w.removeSure(v.name)}
                          </button>
                        </Form>
                      </details>
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Desk>
  );
};

const words = table(
  {
    title: (unit: string) => `Các ${unit}`,
    count: (n: number, unit: string) => `${n} ${unit}`,
    add: (unit: string) => `Thêm ${unit}`,
    name: (unit: string) => `Tên ${unit}`,
    nameHint: (unit: string) => `Như bà con vẫn gọi, ví dụ “${unit} 3”.`,
    code: "Mã",
    codeHint: "2 đến 5 chữ không dấu rồi số, ví dụ XOM3. In ra thì không đổi nữa.",
    addButton: "Thêm vào danh sách",
    none: (unit: string) =>
      `Kế hoạch của xã không liệt kê ${unit} nào, nên danh sách còn trống. Thêm từng ${unit} ở trên; mỗi nơi có một mã để dán và gõ vào khung chat.`,
    learners: "Người đã chọn",
    link: "Mã quét, đường dẫn",
    showQr: "Xem mã quét",
    qrLabel: (name: string) => `Mã quét mở trợ lý ở ${name}`,
    typed: (code: string) => `Trên Zalo hoặc Telegram: gõ ${code} vào khung chat.`,
    change: "Sửa",
    rename: (name: string) => `Tên mới của ${name}`,
    save: "Lưu tên",
    remove: "Bỏ khỏi danh sách",
    removeNote: "Người mới không chọn được nữa. Số liệu cũ vẫn giữ tên này; mã không cấp lại cho nơi khác.",
    removeSure: (name: string) => `Bỏ ${name}`,
  },
  {
    title: () => "Villages",
    count: (n) => `${n} villages`,
    add: () => "Add a village",
    name: () => "Name",
    nameHint: (unit) => `As people call it, for example “${unit} 3”.`,
    code: "Code",
    codeHint: "2 to 5 plain letters, then digits, for example XOM3. Once printed it does not change.",
    addButton: "Add to the list",
    none: () =>
      "The commune's plan lists no villages, so the list is empty. Add each one above; each gets a code to print and to type into the chat.",
    learners: "People who chose it",
    link: "QR code, link",
    showQr: "Show QR code",
    qrLabel: (name) => `QR code that opens the assistant at ${name}`,
    typed: (code) => `On Zalo or Telegram: type ${code} into the chat.`,
    change: "Change",
    rename: (name) => `New name of ${name}`,
    save: "Save name",
    remove: "Take off the list",
    removeNote:
      "New people can no longer choose it. Past figures keep the name; the code is not given to another place.",
    removeSure: (name) => `Take off ${name}`,
  },
);
