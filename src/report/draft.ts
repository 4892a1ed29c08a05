import type { Target } from "../communes/schema.ts";
import type { Given } from "./given.ts";
import { behind } from "./places.ts";
import { people } from "./vietnamese.ts";

/** What staff may write anew before a report is frozen. A line is a paragraph; `[đã học]` is a figure by its name. */
export type ReportTexts = Readonly<Record<TextId, string>>;
export const textIds = [
  "opening",
  "results",
  "villages",
  "difficulties",
  "next",
  "proposals",
  "closing",
  "recipients",
  "office",
  "signer",
] as const;
export type TextId = (typeof textIds)[number];
export const eachText = <T>(of: (id: TextId) => T): Record<TextId, T> =>
  Object.fromEntries(textIds.map((id) => [id, of(id)])) as Record<TextId, T>; // the ids are all there are

/** The sentences a report begins with: what the figures say, what people met with, what follows from it. Nothing is claimed that was not counted. */
export const draft = (given: Given): ReportTexts => ({
  opening: opening(given),
  results: results(given),
  villages: villages(given),
  difficulties: lines(difficulties(given)),
  next: lines(next(given)),
  proposals: lines(proposals(given)),
  closing: "Trên đây là báo cáo kết quả [kỳ] của Ủy ban nhân dân xã./.",
  recipients: recipients(given).join("\n"),
  office: "CHỦ TỊCH",
  signer: "",
});

const lines = (items: readonly string[]): string => items.map((item, i) => `${i + 1}. ${item}`).join("\n");

const opening = ({ commune: { document, name } }: Given): string => {
  const number = document.number === null ? "" : ` số ${document.number}`;
  const date = document.date === null ? "" : ` ${/^ngày/.test(document.date) ? "" : "ban hành "}${document.date}`;
  return `Thực hiện ${document.kind}${number}${date} của ${document.issuer}, Ủy ban nhân dân xã ${name} báo cáo kết quả [kỳ] (số liệu tính đến [tính đến]) như sau:`;
};

const results = ({ set, commune }: Given): string => {
  const { reach } = set.places[0].figures;
  const [learnt, passed] =
    reach.denominator === null
      ? ["[đã học] người", "[đạt bài cơ bản] người"]
      : ["[đã học]/[dân từ 16 tuổi] người từ 16 tuổi ([tỷ lệ đã học])", "[đạt bài cơ bản] người ([tỷ lệ đạt])"];
  return [
    `Trong kỳ có thêm [học mới] người học xong ít nhất một bài, đưa tổng số người đã học lên ${learnt}. Có ${passed} đạt đủ các bài cơ bản, thêm [đạt mới] người so với đầu kỳ. Trong kỳ có [có học trong kỳ] người học.`,
    `Kết quả so với ${commune.document.kind.toLocaleLowerCase("vi")} nêu tại Bảng 1.`,
  ].join("\n");
};

const villages = ({ set, commune }: Given): string => {
  const unit = commune.unit.lower;
  const rows = set.places.filter((p) => p.kind === "village" && !p.removed);
  const known = rows.filter((p) => p.figures.reach.value !== null);
  if (rows.length === 0) return `Chưa lập danh sách ${unit} nên chưa có kết quả theo ${unit}.`;
  const missing = rows.length - known.length;
  const gap =
    missing === 0
      ? ""
      : ` ${missing === rows.length ? `Các ${unit}` : `Có ${people(missing)} ${unit}`} chưa có số dân từ 16 tuổi nên chưa tính được tỷ lệ.`;
  const low = behind(set);
  if (low.length > 0)
    return `Có ${people(low.length)} ${unit} có tỷ lệ người đã học thấp hơn mức chung của xã từ 5 điểm phần trăm trở lên: [${unit} thấp].${gap} Chi tiết tại Bảng 2.`;
  if (known.length === 0 || set.places[0].figures.reach.value === null)
    return `Số người học theo từng ${unit} nêu tại Bảng 2.${gap}`;
  return `Không ${unit} nào thấp hơn mức chung của xã từ 5 điểm phần trăm trở lên. Chi tiết tại Bảng 2.${gap}`;
};

const difficulties = ({ difficulties: d, set, commune }: Given): readonly string[] => {
  const { asked, waiting, unanswered, stuck } = d;
  const [worst, ...others] = stuck;
  const unclear = flagsOfTargets(commune);
  return [
    ...(worst
      ? [
          `Việc người dân hay vướng nhất: ${[worst, ...others].map((s) => `${s.title} (${people(s.people)} người)`).join("; ")}.`,
        ]
      : []),
    ...(asked + waiting > 0
      ? [
          "Trong kỳ có [xin gặp người] lượt người dân xin gặp người giúp, đã giúp xong [đã giúp] lượt; hiện [đang chờ] người đang chờ.",
        ]
      : []),
    ...(unanswered > 0 ? ["Còn [câu hỏi chờ trả lời] câu hỏi của người dân chưa có câu trả lời."] : []),
    ...(set.places[0].figures.reach.denominator === null
      ? ["Chưa có số dân từ 16 tuổi của xã theo nguồn chính thức nên chưa tính được tỷ lệ."]
      : []),
    ...(unclear.length > 0
      ? [`${commune.document.kind} có chỗ chưa thống nhất: ${unclear.map(endless).join("; ")}.`]
      : []),
    ...(worst || asked + waiting > 0 || unanswered > 0 || unclear.length > 0
      ? []
      : ["Trong kỳ chưa ghi nhận vướng mắc qua trợ lý học số."]),
  ];
};

const next = ({ set, commune, difficulties: { waiting, unanswered, stuck } }: Given): readonly string[] => [
  ...(behind(set).length > 0 ? [`Tổ chức buổi hướng dẫn trực tiếp tại [${commune.unit.lower} thấp].`] : []),
  ...(stuck[0] ? [`Tổ chức hướng dẫn lại “${stuck[0].title}” cho những người đang vướng.`] : []),
  ...(waiting > 0 ? [`${commune.team} giúp xong [đang chờ] người đang chờ.`] : []),
  ...(unanswered > 0 ? ["Trả lời các câu hỏi còn chờ của người dân."] : []),
  `${commune.team} tiếp tục giúp người cao tuổi, người khuyết tật học tại nhà.`,
];

const proposals = ({ commune }: Given): readonly string[] => {
  const unclear = flagsOfTargets(commune);
  return unclear.length > 0
    ? [`Đề nghị cấp có thẩm quyền cho ý kiến về cách hiểu các chỉ tiêu nêu là chưa thống nhất tại mục III.`]
    : ["Không có."];
};

/** Where the document does not agree with itself about what this report judges; the other flags stand on the desk. */
const flagsOfTargets = ({ targets, flags }: Given["commune"]): readonly string[] => {
  const judged = targets.filter((t: Target) => t.indicator !== null && typeof t.value === "number");
  const ids = new Set(judged.flatMap((t) => t.flags));
  return flags
    .filter((f) => ids.has(f.id))
    .map((f) => f.says.vi)
    .slice(0, MOST_FLAGS);
};
/** More would bury what people met with; the desk has them all. */
const MOST_FLAGS = 3;
/** Without the full stop at its end, because the sentence goes on. */
const endless = (sentence: string): string => {
  let end = sentence.length;
  while (/[.;\s]/.test(sentence.charAt(end - 1))) end -= 1;
  return sentence.slice(0, end);
};

const recipients = ({ commune, duty }: Given): readonly string[] => [
  ...(commune.reports.find((d) => d.id === duty)?.to.map((to) => `${to} (để báo cáo)`) ?? []),
  "Chủ tịch, các Phó Chủ tịch UBND xã",
  commune.team,
  "Lưu: VT",
];
