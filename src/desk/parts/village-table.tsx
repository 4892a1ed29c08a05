import type { Figure } from "../../indicator/figure.ts";
import type { Language } from "../../kit/bilingual.ts";
import { CellBar } from "../../ui/bar.tsx";
import { number, percentage } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { table } from "../../ui/words.ts";
import type { Overview } from "../overview.ts";
import { href, type View } from "../view.ts";

/** Villages, those in need first. The rows and "unknown" add up to the commune, and the table says so. */
export const VillageTable = ({ view, model }: { view: View; model: Overview }) => {
  const { language, row } = view;
  const w = words(language);
  const unit = row.commune.unit;
  const [reach, basic] = [model.kpis[0]?.figure, model.kpis[1]?.figure];
  if (!reach || !basic) return null;
  const named = model.villages.filter((line) => line.id !== null);
  return (
    <section class="sec vil">
      <header>
        <h2>{w.title(unit.lower)}</h2>
        <span class="aside">{w.legend}</span>
      </header>
      <table class="t v">
        <thead>
          <tr>
            <th class="c-x" scope="col">
              {unit.word}
            </th>
            <th class="r c-a" scope="col">
              {w.adults}
            </th>
            <th scope="col">
              <span class="sort">
                {w.reach} <Icon name="down" small up />
              </span>
            </th>
            <th scope="col">{w.basic}</th>
            <th class="r c-w" scope="col">
              {w.waiting}
            </th>
          </tr>
        </thead>
        <tbody>
          {model.villages.map((line) => (
            <tr key={line.id ?? "?"}>
              <th scope="row">
                {line.id === null ? w.unknown : (line.name ?? line.id)}
                {line.removed && <span class="note"> {w.removed}</span>}
              </th>
              <td class="r">{line.adults === null ? "–" : number(line.adults, language)}</td>
              <td>
                <Cell figure={line.reach} average={reach.value} language={language} />
              </td>
              <td>
                <Cell figure={line.basic} average={basic.value} language={language} />
              </td>
              <td class="r">
                {line.waiting > 0 ? <span class="wait has">{line.waiting}</span> : <span class="wait">–</span>}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.all}</th>
            <td class="r">{reach.denominator === null ? "–" : number(reach.denominator, language)}</td>
            <td class="num">
              {w.sum(
                reach.value === null ? null : percentage(reach.value, language),
                number(reach.numerator, language),
              )}
            </td>
            <td class="num">
              {w.sum(
                basic.value === null ? null : percentage(basic.value, language),
                number(basic.numerator, language),
              )}
            </td>
            <td class="r">
              <span class="wait">{view.waiting || "–"}</span>
            </td>
          </tr>
        </tfoot>
      </table>
      {named.length === 0 ? (
        <p class="empty">
          {w.none(unit.lower)} <a href={href(view, "/xom")}>{w.add(unit.lower)}</a>
        </p>
      ) : (
        <p class="note">{`${w.adds(unit.lower)}${named.some((l) => l.adults === null) ? ` ${w.noShare(unit.lower)}` : ""}`}</p>
      )}
    </section>
  );
};

const Cell = ({ figure, average, language }: { figure: Figure; average: number | null; language: Language }) =>
  figure.value === null ? (
    <span class="ib bare">
      <b>{number(figure.numerator, language)}</b> {words(language).people}
    </span>
  ) : (
    <CellBar
      value={figure.value}
      average={average}
      low={average !== null && figure.value <= average - 5}
      language={language}
    />
  );

const words = table(
  {
    title: (unit: string) => `Các ${unit}, nơi cần trước xếp trên`,
    legend: "Vạch: trung bình xã. Nâu: thấp hơn từ 5 điểm",
    adults: "Từ 16 tuổi",
    reach: "Đã học ≥ 1 bài",
    basic: "Đạt đủ bài cơ bản",
    waiting: "Đang chờ",
    unknown: "Không rõ",
    removed: "(đã bỏ)",
    people: "người",
    all: "Cả xã",
    sum: (share: string | null, n: string) => `${share ? `${share} · ` : ""}${n} người`,
    none: (unit: string) => `Chưa có ${unit} nào trong danh sách.`,
    add: (unit: string) => `Thêm ${unit}, rồi in mã dán ở nhà văn hóa`,
    adds: (unit: string) =>
      `Mỗi người tính ở ${unit} của lần học gần nhất trước giờ chốt số. Cộng các ${unit} và “Không rõ” bằng cả xã.`,
    noShare: (unit: string) => `${unit.charAt(0).toUpperCase()}${unit.slice(1)} chưa nhập số dân thì chỉ ghi số người.`,
  },
  {
    title: () => "Villages, those in need first",
    legend: "Line: commune average. Brown: 5 points or more below",
    adults: "Aged 16+",
    reach: "≥ 1 lesson",
    basic: "All basic passed",
    waiting: "Waiting",
    unknown: "Unknown",
    removed: "(removed)",
    people: "people",
    all: "Commune",
    sum: (share, n) => `${share ? `${share} · ` : ""}${n} people`,
    none: () => "No villages on the list yet.",
    add: () => "Add villages, then print their codes for the meeting houses",
    adds: () =>
      "Each person counts at the village of their last learning before the cut-off. Villages and “Unknown” add up to the commune.",
    noShare: () => "Villages without entered residents show people only.",
  },
);
