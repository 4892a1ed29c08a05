import { denominatorAt } from "../../indicator/denominator.ts";
import { dayOf } from "../../kit/vietnam-time.ts";
import { Choose, Field, Form } from "../../ui/form.tsx";
import { day, moment, number } from "../../ui/format.ts";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import { href, mayWrite, type View } from "../view.ts";

/** Where staff enter how many residents there are. Nothing is overwritten: a correction is a new row. */
export const figuresPage = async (view: View) => {
  const { deps, row, language, now } = view;
  const { code, unit } = row.commune;
  const w = words(language);
  const [rows, villages] = await Promise.all([deps.store.denominators(code), deps.store.villages(code)]);
  const shown = villages.filter((v) => !v.removed);
  const names = new Map(villages.map((v) => [v.id, v.name]));
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
    <Desk view={view} at="figures" title={w.title} sample={rows.some((r) => r.sample)}>
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
      {mayWrite(view) && (
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
            <Field
              label={w.value}
              name="value"
              required
              inputmode="numeric"
              pattern="[0-9. ]{1,9}"
              hint={w.valueHint}
            />
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
        {rows.length === 0 ? (
          <p class="empty">{w.none(unit.lower)}</p>
        ) : (
          <table class="t stack">
            <thead>
              <tr>
                <th scope="col">{w.place}</th>
                <th scope="col">{w.population}</th>
                <th class="r" scope="col">
                  {w.value}
                </th>
                <th scope="col">{w.asOf}</th>
                <th scope="col">{w.source}</th>
                <th scope="col">{w.by}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((r) => {
                const inForce = denominatorAt(rows, r.village, now, r.population) === r;
                return (
                  <tr key={`${r.village}${r.population}${r.enteredAt}${r.value}`} class={inForce ? "force" : "old"}>
                    <th scope="row">{r.village === null ? w.whole : (names.get(r.village) ?? r.village)}</th>
                    <td data-label={w.population}>
                      {r.population === "officials" ? w.populations.officials : w.populations.adults}
                    </td>
                    <td class="r" data-label={w.value}>
                      <b>{number(r.value, language)}</b>
                    </td>
                    <td class="num" data-label={w.asOf}>
                      {day(r.asOf)}
                      {inForce && <span class="stand active">{w.inForce}</span>}
                    </td>
                    <td data-label={w.source}>{r.source}</td>
                    <td class="note" data-label={w.by}>{`${r.enteredBy}, ${moment(r.enteredAt)}`}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </section>
    </Desk>
  );
};

const words = table(
  {
    title: "Nhập số liệu",
    missing: (names: string, more: number) =>
      `Chưa nhập số dân từ 16 tuổi: ${names}${more > 0 ? ` và ${more} nơi khác` : ""}. Nơi nào chưa nhập thì chỉ có số người, không có tỷ lệ.`,
    differs: (sum: string, whole: string, unit: string) =>
      `Cộng các ${unit} được ${sum}, còn số của cả xã là ${whole}. Hệ thống không tự sửa; tỷ lệ của xã dùng số của xã.`,
    enter: "Nhập số mới",
    population: "Là số",
    populations: { adults: "Người dân từ 16 tuổi", officials: "Cán bộ, công chức, viên chức" },
    place: "Của",
    whole: "Cả xã",
    value: "Số người",
    valueHint: "Chỉ số, ví dụ 6480.",
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
    valueHint: "Digits only, for example 6480.",
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
    inForce: "in use",
  },
);
