import type { Figure } from "../../indicator/figure.ts";
import type { Language } from "../../kit/bilingual.ts";
import { CellBar } from "../../ui/bar.tsx";
import type { Column } from "../../ui/column.ts";
import { percentage } from "../../ui/format.ts";
import { table } from "../../ui/words.ts";
import { answersFor } from "../may.ts";
import type { Overview, VillageLine } from "../overview.ts";
import { href, type View } from "../view.ts";
import { type DeskTable, deskTable } from "./desk-table.tsx";

/** The villages, those in need first, with the commune under them. */
export const villageTable = (view: View, model: Overview): DeskTable => {
  const { language, row } = view;
  const w = words(language);
  const share =
    (of: (line: VillageLine) => Figure): Column<VillageLine>["cell"] =>
    (line) => {
      const { value } = of(line);
      return value === null ? null : { percent: value };
    };
  const columns: readonly Column<VillageLine>[] = [
    {
      head: row.commune.unit.word,
      class: "c-x",
      cell: (line) => nameOf(line, language),
      show: (line) => (
        <>
          {line.id === null ? w.unknown : (line.name ?? line.id)}
          {line.removed && <span class="note"> {w.removed}</span>}
        </>
      ),
    },
    { head: w.adults, cell: (line) => line.adults, numeric: true, class: "c-a" },
    { head: w.reach, cell: (line) => line.reach.numerator, numeric: true, class: "c-n" },
    {
      head: w.reachShare,
      cell: share((line) => line.reach),
      show: (line) => <Share figure={line.reach} average={average(line, model.whole.reach)} language={language} />,
    },
    { head: w.basic, cell: (line) => line.basic.numerator, numeric: true, class: "c-n" },
    {
      head: w.basicShare,
      cell: share((line) => line.basic),
      show: (line) => <Share figure={line.basic} average={average(line, model.whole.basic)} language={language} />,
    },
    {
      head: w.waiting,
      cell: (line) => line.waiting,
      numeric: true,
      class: "c-w",
      show: ({ waiting }) => (waiting > 0 ? <span class="wait has">{waiting}</span> : <span class="wait">–</span>),
    },
  ];
  return deskTable(view, {
    name: "noi",
    title: w.title(row.commune.unit.lower),
    class: "t v",
    columns,
    rows: model.villages.filter((line) => answersFor(view, line.id)),
    total: { ...model.whole, id: WHOLE, name: w.all },
    id: (line) => line.id ?? "?",
    none: "",
  });
};
const WHOLE = "whole";
/** The mark of the commune's average stands on the bars of the villages, not on its own. */
const average = (line: VillageLine, whole: Figure): number | null => (line.id === WHOLE ? null : whole.value);

const nameOf = (line: VillageLine, language: Language): string => {
  const w = words(language);
  const name = line.id === null ? w.unknown : (line.name ?? line.id);
  return line.removed ? `${name} ${w.removed}` : name;
};

/** The rows and "unknown" add up to the commune, and the section says so. */
export const Villages = ({ view, model, lines }: { view: View; model: Overview; lines: DeskTable }) => {
  const { language, row } = view;
  const w = words(language);
  const unit = row.commune.unit;
  const named = model.villages.filter((line) => line.id !== null);
  return (
    <section class="sec vil">
      <header>
        <h2>{w.title(unit.lower)}</h2>
        <span class="aside">{w.legend}</span>
      </header>
      {lines.html}
      {named.length === 0 ? (
        <p class="empty">
          {w.none(unit.lower)} <a href={href(view, "/xom")}>{w.add(unit.lower)}</a>
        </p>
      ) : (
        <p class="note">
          {view.staff.villages
            ? w.yours
            : `${w.adds(unit.lower)}${named.some((l) => l.adults === null) ? ` ${w.noShare(unit.lower)}` : ""}`}
        </p>
      )}
    </section>
  );
};

const Share = ({ figure, average, language }: { figure: Figure; average: number | null; language: Language }) =>
  figure.value === null ? (
    <span class="note">–</span>
  ) : average === null ? (
    <b class="num">{percentage(figure.value, language)}</b>
  ) : (
    <CellBar value={figure.value} average={average} low={figure.value <= average - 5} language={language} />
  );

const words = table(
  {
    title: (unit: string) => `Các ${unit}, nơi cần trước xếp trên`,
    legend: "Vạch: trung bình xã. Nâu: thấp hơn từ 5 điểm",
    adults: "Từ 16 tuổi",
    reach: "Học ≥ 1 bài",
    reachShare: "Tỷ lệ học",
    basic: "Đủ bài cơ bản",
    basicShare: "Tỷ lệ đủ bài",
    waiting: "Đang chờ",
    unknown: "Không rõ",
    removed: "(đã bỏ)",
    all: "Cả xã",
    none: (unit: string) => `Chưa có ${unit} nào trong danh sách.`,
    add: (unit: string) => `Thêm ${unit}, rồi in mã dán ở nhà văn hóa`,
    adds: (unit: string) =>
      `Mỗi người tính ở ${unit} của lần học gần nhất trước giờ chốt số. Cộng các ${unit} và “Không rõ” bằng cả xã.`,
    yours: "Chỉ hiện nơi bạn phụ trách. Dòng cuối là số của cả xã.",
    noShare: (unit: string) => `${unit.charAt(0).toUpperCase()}${unit.slice(1)} chưa nhập số dân thì chỉ ghi số người.`,
  },
  {
    title: () => "Villages, those in need first",
    legend: "Line: commune average. Brown: 5 points or more below",
    adults: "Aged 16+",
    reach: "≥ 1 lesson",
    reachShare: "Share, ≥ 1 lesson",
    basic: "All basic passed",
    basicShare: "Share, all basic",
    waiting: "Waiting",
    unknown: "Unknown",
    removed: "(removed)",
    all: "Commune",
    none: () => "No villages on the list yet.",
    add: () => "Add villages, then print their codes for the meeting houses",
    adds: () =>
      "Each person counts at the village of their last learning before the cut-off. Villages and “Unknown” add up to the commune.",
    yours: "Only the places you answer for. The last line is the whole commune.",
    noShare: () => "Villages without entered residents show people only.",
  },
);
