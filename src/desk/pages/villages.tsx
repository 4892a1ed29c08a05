import type { VillageRow } from "../../store/ports/villages.ts";
import { Field, Form } from "../../ui/form.tsx";
import { Qr } from "../../ui/qr.tsx";
import type { QrPath } from "../../ui/qr-path.ts";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { may } from "../may.ts";
import type { Page } from "../page.ts";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import { href, type View } from "../view.ts";

/** The villages of the commune, each with the code and link that open it in a chat. */
export const villagesPage: Page = {
  path: "/xom",
  title: ({ language, row }) => words(language).title(row.commune.unit.lower),
  nav: "work",
  icon: "map",
  may: "see-figures",
  usesPeriod: false,
  tables: async (view) => [villageList(view, ...(await load(view)))],
  render: async (view) => {
    const { row, language } = view;
    const { unit } = row.commune;
    const w = words(language);
    const [shown, learners] = await load(view);
    const doors = view.deps.doors(row.commune.code);
    const addresses = new Set(shown.flatMap((v) => [pageOf(view, v), ...doors.map((d) => d.address(v.code))]));
    const drawn = await Promise.all([...addresses].map(async (a) => [a, await view.deps.qr(a)] as const));
    return (
      <Desk
        view={view}
        sample={shown.some((v) => v.sample)}
        aside={<span class="asof">{w.count(shown.length, unit.lower)}</span>}
      >
        {may(view, "edit-villages") && (
          <section class="sec narrow">
            <header>
              <h2>{w.add(unit.lower)}</h2>
            </header>
            <Form view={view} action={href(view, "/xom/them")}>
              <Field label={w.name(unit.lower)} name="name" required max={60} hint={w.nameHint(unit.word)} />
              <Field label={w.code} name="code" required max={8} hint={w.codeHint} />
              <button class="btn main" type="submit">
                {w.addButton}
              </button>
            </Form>
          </section>
        )}
        {villageList(view, shown, learners, new Map(drawn)).html}
      </Desk>
    );
  },
};

const load = async ({ deps, row }: View) => {
  const { code } = row.commune;
  const [villages, learners] = await Promise.all([deps.store.villages(code), deps.store.learnersByVillage(code)]);
  return [villages.filter((v) => !v.removed), learners] as const;
};

const Drawn = ({ of, label }: { of: QrPath | undefined; label: string }) => of && <Qr drawn={of} label={label} />;

/** Where the web page is opened with a village's code. */
const pageOf = ({ deps, row }: View, { code }: VillageRow): string =>
  `${deps.publicUrl}/chat?commune=${row.commune.code}&code=${code}`;

/** A file has no use for QR codes. */
const villageList = (
  view: View,
  shown: readonly VillageRow[],
  learners: ReadonlyMap<string, number>,
  drawn: ReadonlyMap<string, QrPath> = new Map(),
): DeskTable => {
  const { deps, row, language } = view;
  const { code, unit } = row.commune;
  const doors = deps.doors(code);
  const w = words(language);
  return deskTable<VillageRow>(view, {
    name: "danh-sach",
    title: w.title(unit.lower),
    columns: [
      { head: unit.word, cell: (v) => v.name },
      {
        head: w.code,
        cell: (v) => v.code,
        class: "num",
        show: (v) => (
          <>
            <b>{v.code}</b>
            {deps.saidAnyway(v.code) && <p class="note">{w.saidAnyway}</p>}
          </>
        ),
      },
      { head: w.learners, cell: (v) => learners.get(v.id) ?? 0, numeric: true },
      {
        head: w.link,
        cell: (v) => pageOf(view, v),
        show: (v) => (
          <details class="rule">
            <summary>{w.showQr}</summary>
            <b>{w.page}</b>
            <Drawn of={drawn.get(pageOf(view, v))} label={w.qrLabel(v.name)} />
            <p class="link">{pageOf(view, v)}</p>
            {doors.map(({ title, address, afterwards }) => (
              <>
                <b>{title[language]}</b>
                <Drawn of={drawn.get(address(v.code))} label={w.qrOpens(title[language], v.name)} />
                <p class="link">{address(v.code)}</p>
                {afterwards && <p class="note">{afterwards(v.code)[language]}</p>}
              </>
            ))}
            <p class="note">{w.typed(v.code)}</p>
          </details>
        ),
      },
      ...doors.map(({ name, address }) => ({
        head: w.linkTo(name[language]),
        cell: (v: VillageRow) => address(v.code),
        fileOnly: true as const,
      })),
      may(view, "edit-villages") && {
        head: w.change,
        cell: null,
        show: (v) => (
          <>
            <Form view={view} action={href(view, `/xom/${v.id}/ten`)} inline>
              <Field label={w.rename(v.name)} name="name" value={v.name} max={60} required quiet />
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
          </>
        ),
      },
    ],
    rows: shown,
    id: (v) => v.id,
    none: w.none(unit.lower),
  });
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
    page: "Trang web",
    qrLabel: (name: string) => `Mã quét mở trợ lý ở ${name}`,
    saidAnyway: "Gõ mã này, máy dễ hiểu là một số hoặc một lệnh. Quét mã QR vẫn được. Nên thêm nơi này với mã khác.",
    qrOpens: (channel: string, name: string) => `Mã quét mở ${channel} ở ${name}`,
    linkTo: (channel: string) => `Đường dẫn ${channel}`,
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
    page: "Web page",
    qrLabel: (name) => `QR code that opens the assistant at ${name}`,
    saidAnyway:
      "Typed, this may be taken for a number or a command. Its QR code works. Better add the place with another code.",
    qrOpens: (channel, name) => `QR code that opens ${channel} at ${name}`,
    linkTo: (channel) => `${channel} link`,
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
