/** A small commune as its file would say it; sample data, not a real place. Lines are counted from 1 in the tests. */
export const SAMPLE = `spec: 1
code: xa-mau-tinh-mau
name: Mẫu
province: Tỉnh Mẫu
province_in_text: true
movement: Học tập số
movement_in_text: true
movement_aliases: []
unit: { word: Thôn, lower: thôn }
unit_in_text: true
team: Tổ công nghệ số cộng đồng
team_in_text: false
languages: [vi, en]
contacts: { hotline: null, counter: null, police: null }
document: { file: mau.txt, kind: Kế hoạch, number: null, date: null, issuer: UBND xã Mẫu, adopted: null, note: { vi: mẫu, en: sample } }
targets:
  - id: vneid-2025
    series: vneid
    clause: I.1
    text: "Có ≥ 85% người dân có VNeID."
    horizon: 2025
    operator: ">="
    value: 85
    unit: "%"
    population: người dân
    measured: self
    indicator: self:vneid-level2
    label: { vi: VNeID, en: VNeID }
    flags: [falls]
  - id: movement
    series: movement
    clause: I.2
    text: "Triển khai phong trào “Học tập số”."
    horizon: null
    horizon_note: { vi: không ghi năm, en: no year }
    operator: do
    value: null
    unit: null
    population: null
    measured: bot
    indicator: reach
    label: { vi: Phong trào, en: Movement }
    flags: []
flags:
  - id: falls
    about: targets
    says: { vi: giảm, en: falls }
    reading: { vi: giữ, en: kept }
    quotes: [{ clause: I.1, text: "Có ≥ 85% người dân" }]
reports:
  - { id: yearly, from: UBND, to: [HĐND], period: year, deadline: null, clause: II, text: "báo cáo hằng năm", content: { vi: kết quả, en: results } }
`;
