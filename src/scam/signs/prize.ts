import { scamPhrases } from "../phrases.ts";

/** Won, inherited or given without having played. */
export const prize = scamPhrases([
  [
    2,
    "(ban|quy khach|so dien thoai|thue bao|anh|chi|co|bac|ong|ba|so cua ban|you|kh|khach hang) (da |may man |vua |duoc (chon )?|la khach hang |chuc mung |have ){0,6}(trung|trung thuong|nhan duoc qua|trung giai|nhan qua|chon nhan qua|trung qua|won|nhan phan qua|tang qua)",
  ],
  [2, "(chuc mung|congratulations) ~ (trung|giai|qua|iphone|sh|xe|tien mat|voucher|won)"],
  [2, "(thua ke|di chuc|tai san thua ke|inheritance|trieu usd|trieu do|trieu dola|qua tu nuoc ngoai|hop qua … dola)"],
  [2, "(nhan|lanh) (qua|thuong|giai|phan qua|qua tang) (mien phi|tri gia|tri an|ngay|0d|tai|[0-9]+)"],
  [2, "(gui|goi) … (qua|thung qua|buu kien|hop qua) … (nuoc ngoai|tu my|tu anh|hai quan|san bay)"],
]);
