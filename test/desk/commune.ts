import { Commune } from "../../src/communes/schema.ts";

/** A commune that does not exist, small enough to count by hand. */
export const commune = (code: string, more: Record<string, unknown> = {}): Commune =>
  Commune.parse({
    spec: 1,
    code,
    name: `Mẫu ${code}`,
    province: "Tỉnh Mẫu",
    province_in_text: true,
    movement: "Học tập số",
    movement_in_text: true,
    movement_aliases: [],
    unit: { word: "Xóm", lower: "xóm" },
    unit_in_text: true,
    team: "Tổ công nghệ số",
    team_in_text: true,
    languages: ["vi", "en"],
    contacts: { hotline: null, counter: null, police: null },
    document: {
      file: "mau.txt",
      kind: "Kế hoạch",
      number: null,
      date: null,
      issuer: "UBND xã",
      adopted: null,
      note: { vi: "Văn bản mẫu.", en: "Sample document." },
    },
    targets: [
      target({
        id: "hoc-2025",
        series: "hoc",
        horizon: 2025,
        text: "Đạt 20% người trưởng thành học tập số",
        value: 20,
        operator: "=",
        unit: "%",
        measured: "bot",
        indicator: "reach",
        flags: ["khac-nhau"],
      }),
      target({
        id: "hoc-2030",
        series: "hoc",
        horizon: 2030,
        text: "Đạt 60% người trưởng thành học tập số",
        value: 60,
        operator: "=",
        unit: "%",
        measured: "bot",
        indicator: "reach",
      }),
      target({
        id: "vneid-2030",
        series: "vneid",
        horizon: 2030,
        text: "Đạt 95% có VNeID",
        value: 95,
        operator: "=",
        unit: "%",
        measured: "staff",
        indicator: null,
      }),
    ],
    flags: [
      {
        id: "khac-nhau",
        about: "targets",
        says: { vi: "Hai nơi ghi khác nhau", en: "Two places differ" },
        reading: { vi: "Dùng số của phụ lục", en: "The annex is used" },
        quotes: [
          { clause: "Mục I", text: "đạt 20%" },
          { clause: "Phụ lục", text: "đạt 25%" },
        ],
      },
    ],
    reports: [
      {
        id: "nam",
        from: "UBND xã",
        to: ["HĐND xã"],
        period: "year",
        deadline: null,
        clause: "Điều 4",
        text: "hằng năm báo cáo",
        content: { vi: "Kết quả", en: "Results" },
      },
    ],
    ...more,
  });

const target = (t: Record<string, unknown>) => ({
  clause: "Mục II.1",
  population: null,
  label: { vi: `Chỉ tiêu ${t.id}`, en: `Target ${t.id}` },
  flags: [],
  ...t,
});
