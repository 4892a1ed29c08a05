import { yearOf } from "../kit/vietnam-time.ts";
import type { ReportTexts } from "./draft.ts";
import { type Fields, fieldsOf, filled } from "./fields.ts";
import type { Given } from "./given.ts";
import { chartOf, placeTable } from "./places.ts";
import type { Report, ReportSection } from "./report.ts";
import { elsewhere, targetNotes, targetTable } from "./target-table.ts";
import { periodInWords, upTo } from "./vietnamese.ts";

/** The report these texts make of these figures, or the name between brackets that is no figure, with the text it stands in. */
export const compose = (
  given: Given,
  texts: ReportTexts,
): Report | { readonly unknown: string; readonly in: keyof ReportTexts } => {
  const fields = fieldsOf(given);
  for (const [id, text] of Object.entries(texts)) {
    const made = filled(text, fields);
    if ("unknown" in made) return { unknown: made.unknown, in: id as keyof ReportTexts }; // the keys of texts
  }
  const of = (id: keyof ReportTexts): readonly string[] => paragraphs(texts[id], fields);
  const { commune, period, set } = given;
  const unit = commune.unit.lower.toLocaleUpperCase("vi");
  const villages = set.places.some((p) => p.kind === "village");
  return {
    spec: 1,
    commune: commune.code,
    period: period.key,
    duty: given.duty,
    agency: ["ỦY BAN NHÂN DÂN", `XÃ ${commune.name.toLocaleUpperCase("vi")}`],
    place: commune.name,
    year: yearOf(set.cutoff - 1),
    subject: [`Kết quả thực hiện phong trào “${commune.movement}”`, periodInWords(period)],
    sections: [
      section(null, of("opening")),
      section("I. KẾT QUẢ SO VỚI CHỈ TIÊU", of("results"), { table: targetTable(given), notes: targetNotes(given) }),
      section(`II. KẾT QUẢ THEO ${unit}`, of("villages"), {
        table: villages ? placeTable(given) : null,
        chart: chartOf(given),
      }),
      section("III. KHÓ KHĂN, VƯỚNG MẮC", of("difficulties")),
      section("IV. NHIỆM VỤ KỲ TỚI", of("next")),
      section("V. KIẾN NGHỊ", [...of("proposals"), ...of("closing")]),
    ],
    recipients: of("recipients"),
    signature: { office: ["TM. ỦY BAN NHÂN DÂN", ...of("office")], name: of("signer")[0] ?? "" },
    method: methodOf(given),
    figures: set,
    sample: set.sample,
  };
};

const section = (
  heading: string | null,
  paragraphs: readonly string[],
  more: Partial<Pick<ReportSection, "table" | "chart" | "notes">> = {},
): ReportSection => ({ heading, paragraphs, table: null, chart: null, notes: [], ...more });

const paragraphs = (text: string, fields: Fields): readonly string[] => {
  const made = filled(text, fields);
  return "unknown" in made
    ? []
    : made.text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
};

/** The lessons of the track by their ids, which say nothing to whoever reads a paper; the version names them on the desk. */
const LESSON_IDS = / \([a-z0-9-]+(?:, [a-z0-9-]+)*\)/;

/** How every figure came about, so that whoever doubts one can count it again. */
const methodOf = (given: Given): readonly string[] => {
  const { definitions, set, period } = given;
  const other = elsewhere(given);
  return [
    `Số liệu tính đến ${upTo(set.cutoff, period)}; mỗi người tính một lần, ở nơi ghi của lần cuối cùng người ấy làm gì đó trước thời điểm chốt.`,
    ...Object.values(definitions).map(
      (d) =>
        `${d.title.vi} (${d.version.split(":")[0]}): ${d.numerator.vi.replace(LESSON_IDS, "")} Trên: ${d.denominator.vi}`,
    ),
    ...(other.length > 0
      ? [`Chỉ tiêu không đo được qua trợ lý học số, do cơ quan phụ trách báo cáo: ${other.join("; ")}.`]
      : []),
  ];
};
