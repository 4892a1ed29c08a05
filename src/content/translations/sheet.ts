import { z } from "zod";
import type { SourceText } from "./source-texts.ts";
import { standingOf, type Translation } from "./translation.ts";

/** A row of the spreadsheet, by what its columns mean. */
export const SheetRow = z.strictObject({
  key: z.string().min(1),
  where: z.string(),
  vi: z.string().min(1),
  text: z.string(),
  state: z.string(),
  by: z.string(),
  note: z.string(),
});
export type SheetRow = z.infer<typeof SheetRow>;

/** The columns in order. A translator reads Vietnamese; English is there because it is always complete and often clearer. */
export const columns = [
  { id: "key", title: "Mã (không sửa)", width: 24 },
  { id: "where", title: "Ở đâu", width: 26 },
  { id: "max", title: "Dài nhất", width: 9 },
  { id: "vi", title: "Tiếng Việt", width: 48 },
  { id: "en", title: "Tiếng Anh", width: 40 },
  { id: "text", title: "Bản dịch", width: 48 },
  { id: "state", title: "Trạng thái", width: 12 },
  { id: "by", title: "Người dịch", width: 20 },
  { id: "note", title: "Ghi chú", width: 30 },
] as const;

export const sheetNames = { guide: "Đọc trước", texts: "Bản dịch" } as const;

/** What the state column says. A translator who finds an old translation still true writes "đúng" there. */
export const stateWords = { new: "mới", ok: "đúng", stale: "cũ" } as const;

/** One row a text, in the order of the content. */
export const rowsOf = (
  texts: readonly SourceText[],
  translation: Translation,
): readonly (SheetRow & { readonly max: number; readonly en: string })[] =>
  texts.map((t) => {
    const known = translation.texts[t.key];
    return {
      key: t.key,
      where: `${t.file} · ${t.kind === "label" ? "chữ trên nút" : "câu"}`,
      max: t.max,
      vi: t.vi,
      en: t.en,
      text: known?.text ?? "",
      state: stateWords[standingOf(known, t.vi)],
      by: known?.by ?? "",
      note: known?.note ?? "",
    };
  });

/** The first sheet: what to know before the first word. Column A is read by people; the rows of `facts` come back with the file. */
export const guideLines = ({ name }: Translation): readonly string[] => [
  `Dịch lời của máy sang ${name.vi}`,
  "Mở trang “Bản dịch”. Chỉ viết vào ba cột: Bản dịch, Người dịch, Ghi chú. Các cột khác để nguyên.",
  "Dịch ý, không dịch từng chữ. Câu ngắn, một ý một câu, như nói với người già trong làng.",
  "Chữ trong dấu {{ }} máy tự điền. Giữ nguyên, đặt vào chỗ hợp câu, không dịch:",
  "   {{you}} {{You}}: cách gọi người đọc (bác, cô, anh…); {{You}} viết hoa, đứng đầu câu. Không hợp câu thì bỏ được.",
  "   {{who}} {{Who}}: cách gọi kèm tên (bác Hoa). Bỏ được.   {{unit}} {{Unit}}: thôn, xóm, làng. Bỏ được.",
  "   {{commune}}: tên xã.   {{team}}: tên Tổ công nghệ số.   {{at}}/{{of}}: bước thứ mấy trên mấy.   {{n}} và chữ khác: số máy đếm.",
  "Chữ trong **hai dấu sao** in đậm. Nếu đó là tên nút trên điện thoại thì giữ nguyên tiếng Việt, vì màn hình ghi như vậy.",
  "Không thêm số, đường link, số điện thoại mà bản tiếng Việt không có. Tên VNeID, Zalo, OTP giữ nguyên.",
  "Cột “Dài nhất” là số chữ cái máy hiện được. Dài hơn thì máy không nhận.",
  "Trạng thái: mới = chưa dịch; đúng = đã dịch; cũ = tiếng Việt đã đổi từ lúc dịch, câu cũ không được dùng nữa.",
  "Gặp “cũ”: sửa bản dịch, hoặc nếu vẫn đúng thì đổi chữ “cũ” thành “đúng”.",
  "Không chắc thì để trống. Chỗ trống máy nói tiếng Việt, không ai bị hiểu sai.",
  "Cột “Người dịch” ghi tên người chịu trách nhiệm về câu ấy.",
];

export const facts = (t: Translation): readonly (readonly [name: keyof typeof factNames, value: string])[] => [
  ["language", t.language],
  ["own", t.name.own],
  ["vi", t.name.vi],
  ["en", t.name.en],
];

export const factNames = {
  language: "Mã ngôn ngữ (không sửa)",
  own: "Tên tiếng ấy, bằng chính tiếng ấy",
  vi: "Tên tiếng ấy, bằng tiếng Việt",
  en: "Tên tiếng ấy, bằng tiếng Anh",
} as const;
