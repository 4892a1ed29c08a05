import { scamPhrases } from "../phrases.ts";

/** A child, friend or boss in sudden need, from a new number or at a bad moment. */
export const someoneClose = scamPhrases([
  [
    2,
    "(con|chau|me|bo|em|anh|chi|minh) (dang |vua |bi |da )*(cap cuu|tai nan|mo gap|phau thuat|nhap vien|mat dien thoai|hong dien thoai|doi so|dung so moi|bi bat)",
  ],
  [2, "(day la|so moi|dien thoai hong|dien thoai moi) … (so moi|so dien thoai moi|cua con|cua minh|luu so)"],
  [
    2,
    "(chuyen|chuyen khoan|chuyen tien|muon|vay|ban|nap|mua) (giup |ho |cho |tam |minh |em |con |anh |chi |toi |dum )+[0-9]+(tr|k|trieu)?",
  ],
  [2, "(con|chau|me|bo|nguoi nha) … (cap cuu|mo gap|phau thuat|tai nan) ~ (chuyen|chuyen khoan|tien|vien phi)"],
  [1, "(chieu|toi|mai|lat|ti|chut) (nua )?(minh |em |con |anh |chi )?(tra|gui lai|chuyen lai)"],
]);
