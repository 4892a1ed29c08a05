/** Groups of guides as the menu lists them: what people come for most stands first. VNeID has its own place in the menu. */
export const groupOrder = [
  "dvc",
  "cu-tru",
  "ho-tich",
  "giay-to",
  "nha-dat",
  "xe",
  "bao-hiem",
  "hoc-y-te",
  "tien",
  "kinh-doanh",
  "phong-trao",
  "ha-noi",
] as const;
