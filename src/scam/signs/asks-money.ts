import { scamPhrases } from "../phrases.ts";

const pay = "(chuyen khoan|chuyen tien|chuyen|nop|dong|nap|thanh toan|dat coc|coc|pay|transfer)";

/** Wants money moved: to an account in the message, or a fee before anything is given. */
export const asksMoney = scamPhrases([
  [
    2,
    `${pay} … (phi|le phi|tien phi|tien coc|phi ho so|thue|phi bao hiem|tien dam bao|phi xac minh|phi giai ngan|phi van chuyen|fee) … (de|truoc|moi|roi|thi|first)`,
  ],
  [
    2,
    `(phi|le phi|coc|tien|dong|nop) … (truoc khi|roi moi|de duoc|de nhan|de rut|de mo khoa|de giai ngan|de lam|de huy)`,
  ],
  [3, "(tai khoan|tk) (an toan|tam giu|bao dam|cua vien kiem sat|cua co quan dieu tra|kho bac tam giu)"],
  [
    2,
    "(chuyen|nop|rut|gui) (het|toan bo|tat ca)? ?(so )?tien … (tai khoan|tk) … (kiem tra|xac minh|dieu tra|chung minh|an toan)",
  ],
  [2, "(nap|mua) (the cao|the dien thoai|the garena|the nap)"],
  [
    1,
    "(chuyen khoan|chuyen tien|chuyen cho|ban tien|chuyen giup|chuyen truoc|chuyen gap|nop tien|nop phat|dong phat|dat coc|nap tien|nap them|transfer)",
  ],
  [1, "(so tai khoan|tai khoan so|stk) [0-9]{6,}"],
  [1, "(muon|vay|cho vay) … ([0-9]+|may|vai|it|trieu|tien)"],
]);
