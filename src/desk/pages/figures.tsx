import { denominatorAt } from "../../indicator/denominator.ts";
import { dayOf } from "../../kit/vietnam-time.ts";
import type { DenominatorEntry } from "../../store/ports/denominators.ts";
import type { VillageRow } from "../../store/ports/villages.ts";
import { Choose, Field, Form } from "../../ui/form.tsx";
import { day, moment, number } from "../../ui/format.ts";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { may } from "../may.ts";
import type { Page } from "../page.ts";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import { href, type View } from "../view.ts";

/** Where staff enter how many residents there are. Nothing is overwritten: a correction is a new row. */
export const figuresPage: Page = {
  path: "/so-lieu",
  title: ({ language }) => words(language).title,
  nav: "work",
  icon: "input",
  may: "see-figures",
  usesPeriod: false,
  tables: async (view) => [entryTable(view, ...(await load(view)))],
  render: async (view) => <Figures view={view} {...(await model(view))} />,
};

const load = ({ deps, row }: View) =>
  Promise.all([deps.store.denominators(row.commune.code), deps.store.villages(row.commune.code)]);

const model = async (view: View) => {
  const [rows, villages] = await load(view);
  return { rows, villages };
};

const Figures = ({
  view,
  rows,
  villages,
}: {
  view: View;
  rows: readonly DenominatorEntry[];
  villages: readonly VillageRow[];
}) => {
  const { row, language, now } = view;
  const { unit } = row.commune;
  const w = words(language);
  const shown = villages.filter((v) => !v.removed);
  const held = (village: string | null) => denominatorAt(rows, village, now)?.value ?? null;
  const missing = [
    ...(held(null) === null ? [w.whole] : []),
    ...shown.filter((v) => held(v.id) === null).map((v) => v.name),
  ];
  const parts = shown.map((v) => held(v.id));
  const sum =
    parts.every((n) => n !== null) && parts.length > 0 ? parts.reduce<number>((a, n) => a + (n ?? 0), 0) : null;
  const whole = held(null);
  return (
    <Desk view={view} sample={rows.some((r) => r.sample)}>
      {missing.length > 0 && (
        <div class="due" role="status">
          <span>{w.missing(missing.slice(0, 6).join(", "), Math.max(0, missing.length - 6))}</span>
        </div>
      )}
      {sum !== null && whole !== null && sum !== whole && (
        <div class="due" role="status">
          <span>{w.differs(number(sum, language), number(whole, language), unit.lower)}</span>
        </div>
      )}
      {may(view, "enter-figures") && (
        <section class="sec narrow">
          <header>
            <h2>{w.enter}</h2>
          </header>
          <Form view={view} action={href(view, "/so-lieu/them")}>
            <Choose
              label={w.population}
              name="population"
              options={[
                { value: "adults", label: w.populations.adults },
                { value: "officials", label: w.populations.officials },
              ]}
            />
            <Choose
              label={w.place}
              name="village"
              options={[{ value: "", label: w.whole }, ...shown.map((v) => ({ value: v.id, label: v.name }))]}
            />
            <Field label={w.value} name="value" required inputmode="numeric" hint={w.valueHint} />
            <Field label={w.asOf} name="as_of" type="date" required value={dayOf(now)} hint={w.asOfHint} />
            <Field label={w.source} name="source" required max={120} hint={w.sourceHint} />
            <button class="btn main" type="submit">
              {w.add}
            </button>
          </Form>
        </section>
      )}
      <section class="sec">
        <header>
          <h2>{w.history}</h2>
          <span class="aside">{w.historyNote}</span>
        </header>
        {entryTable(view, rows, villages).html}
      </section>
    </Desk>
  );
};

const entryTable = (view: View, rows: readonly DenominatorEntry[], villages: readonly VillageRow[]): DeskTable => {
  const { language, now, row } = view;
  const w = words(language);
  const names = new Map(villages.map((v) => [v.id, v.name]));
  const inForce = (r: DenominatorEntry) => denominatorAt(rows, r.village, now, r.population) === r;
  return deskTable(view, {
    name: "so-lieu",
    title: w.history,
    columns: [
      { head: w.place, cell: (r) => (r.village === null ? w.whole : (names.get(r.village) ?? r.village)) },
      {
        head: w.population,
        cell: (r) => (r.population === "officials" ? w.populations.officials : w.populations.adults),
      },
      { head: w.value, cell: (r) => r.value, numeric: true, show: (r) => <b>{number(r.value, language)}</b> },
      {
        head: w.asOf,
        cell: (r) => ({ day: r.asOf }),
        class: "num",
        show: (r) => (
          <>
            {day(r.asOf)}
            {inForce(r) && <span class="stand active">{w.inForce}</span>}
          </>
        ),
      },
      { head: w.source, cell: (r) => r.source },
      { head: w.by, cell: (r) => r.enteredBy, class: "note", show: (r) => `${r.enteredBy}, ${moment(r.enteredAt)}` },
      { head: w.entered, cell: (r) => ({ at: r.enteredAt }), fileOnly: true },
      { head: w.inForce, cell: (r) => (inForce(r) ? w.inForce : ""), fileOnly: true },
    ],
    rows,
    id: (r) => `${r.village}${r.population}${r.enteredAt}${r.value}`,
    look: (r) => ({ class: inForce(r) ? "force" : "old" }),
    none: w.none(row.commune.unit.lower),
  });
};

const words = table(
  {
    title: "Nhập số liệu",
    missing: (names: string, more: number) =>
      `Chưa nhập số dân từ 16 tuổi: ${names}${more > 0 ? ` và ${more} nơi khác` : ""}. Nơi nào chưa nhập thì chỉ có số người, không có tỷ lệ.`,
    differs: (sum: string, whole: string, unit: string) =>
      `Cộng các ${unit} được ${sum}, còn số của cả xã là ${whole}. Máy không tự sửa; tỷ lệ của xã dùng số của xã.`,
    enter: "Nhập số mới",
    population: "Là số",
    populations: { adults: "Người dân từ 16 tuổi", officials: "Cán bộ, công chức, viên chức" },
    place: "Của",
    whole: "Cả xã",
    value: "Số người",
    valueHint: "Ví dụ 6480 hoặc 6.480.",
    asOf: "Tính đến ngày",
    asOfHint: "Ngày ghi trên nguồn, không phải ngày nhập.",
    source: "Nguồn",
    sourceHint: "Ai cung cấp, văn bản nào. Ví dụ: Công an xã, báo cáo tháng 10.",
    add: "Ghi số mới",
    history: "Đã nhập",
    historyNote: "Không sửa, không xóa: nhập sai thì ghi dòng mới",
    none: (unit: string) =>
      `Chưa nhập số nào. Hỏi công an xã số dân từ 16 tuổi của xã và từng ${unit}, ghi kèm ngày và nguồn.`,
    by: "Người nhập",
    entered: "Lúc nhập",
    inForce: "đang dùng",
  },
  {
    title: "Enter figures",
    missing: (names, more) =>
      `Residents aged 16+ not entered: ${names}${more > 0 ? ` and ${more} more` : ""}. Where it is missing there are people but no percentage.`,
    differs: (sum, whole) =>
      `The villages add up to ${sum}, the commune is entered as ${whole}. Nothing is repaired; the commune's share uses the commune's number.`,
    enter: "Enter a new figure",
    population: "Number of",
    populations: { adults: "Residents aged 16+", officials: "Officials" },
    place: "Of",
    whole: "Whole commune",
    value: "People",
    valueHint: "For example 6480 or 6,480.",
    asOf: "As of",
    asOfHint: "The day of the source, not of entering it.",
    source: "Source",
    sourceHint: "Who gave it, which document.",
    add: "Record",
    history: "Entered so far",
    historyNote: "Never changed or deleted: correct it with a new row",
    none: () =>
      "Nothing entered yet. Ask the commune police for residents aged 16+ of the commune and each village, with day and source.",
    by: "Entered by",
    entered: "Entered at",
    inForce: "in use",
  },
);
