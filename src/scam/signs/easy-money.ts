import { scamPhrases } from "../phrases.ts";

/** Loans without questions, sure gains, numbers for the lottery. */
export const easyMoney = scamPhrases([
  [
    2,
    "(vay|cho vay|giai ngan|ho tro vay) … (khong the chap|khong can the chap|chi can cccd|chi can can cuoc|no xau|nhanh|trong ngay|lai suat 0|5 phut|10 phut|30 phut|online)",
  ],
  [
    2,
    "(dau tu|san|chung khoan|tien ao|crypto|forex|coin|nap) ~ (loi nhuan|lai [0-9]+|x2|x3|nhan doi|bao lo|cam ket|moi ngay|chuyen gia|lenh|room|nhom)",
  ],
  [2, "(soi cau|so de|danh de|bach thu|lo de|nha cai|casino|no hu|tai xiu|ca cuoc|nap dau)"],
]);
