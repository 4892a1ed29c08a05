import type { Figure } from "../../indicator/figure.ts";
import type { Language } from "../../kit/bilingual.ts";
import { CellBar } from "../../ui/bar.tsx";
import type { Column } from "../../ui/column.ts";
import { percentage } from "../../ui/format.ts";
import { table } from "../../ui/words.ts";
import { answersFor } from "../may.ts";
import type { Overview, PlaceLine } from "../overview.ts";
import { href, type View } from "../view.ts";
import { type DeskTable, deskTable } from "./desk-table.tsx";

/** The villages, those in need first, with the commune under them. */
export const villageTable = (view: View, model: Overview): DeskTable => {
  const { language, row } = view;
  const w = words(language);
  const whole = model.whole.figures;
  const share =
    (of: (line: PlaceLine) => Figure): Column<PlaceLine>["cell"] =>
    (line) => {
      const { value } = of(line);
      return value === null ? null : { percent: value };
    };
  const columns: readonly Column<PlaceLine>[] = [
    {
      head: row.commune.unit.word,
      class: "c-x",
      cell: (line) => nameOf(line, language),
      show: (line) => (
        <>
          {placeOf(line, language)}
          {line.removed && <span class="note"> {w.removed}</span>}
        </>
      ),
    },
    { head: w.adults, cell: (line) => line.figures.reach.denominator, numeric: true, class: "c-a" },
    { head: w.reach, cell: (line) => line.figures.reach.numerator, numeric: true, class: "c-n" },
    {
      head: w.reachShare,
      cell: share((line) => line.figures.reach),
      show: (line) => <Share figure={line.figures.reach} average={average(line, whole.reach)} language={language} />,
    },
    { head: w.basic, cell: (line) => line.figures["basic-skills"].numerator, numeric: true, class: "c-n" },
    {
      head: w.basicShare,
      cell: share((line) => line.figures["basic-skills"]),
      show: (line) => (
        <Share
          figure={line.figures["basic-skills"]}
          average={average(line, whole["basic-skills"])}
          language={language}
        />
      ),
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
    rows: model.places.filter((line) => answersFor(view, line.village)),
    total: model.whole,
    id: (line) => line.village ?? "?",
    none: "",
  });
};
/** The mark of the commune's average stands on the bars of the villages, not on its own. */
const average = (line: PlaceLine, whole: Figure): number | null => (line.kind === "commune" ? null : whole.value);

const placeOf = (line: PlaceLine, language: Language): string => {
  const w = words(language);
  return line.kind === "commune" ? w.all : line.kind === "unknown" ? w.unknown : (line.name ?? line.village ?? "");
};
const nameOf = (line: PlaceLine, language: Language): string =>
  `${placeOf(line, language)}${line.removed ? ` ${words(language).removed}` : ""}`;

/** The rows and "unknown" add up to the commune, and the section says so. */
export const Villages = ({ view, model, lines }: { view: View; model: Overview; lines: DeskTable }) => {
  const { language, row } = view;
  const w = words(language);
  const unit = row.commune.unit;
  const named = model.places.filter((line) => line.kind === "village");
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
            : `${w.adds(unit.lower)}${named.some((l) => l.figures.reach.denominator === null) ? ` ${w.noShare(unit.lower)}` : ""}`}
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
