import { scamPhrases } from "../phrases.ts";

/** Threatens with the law and asks for silence: no court, prosecutor or police does this by message. */
export const lawThreat = scamPhrases([
  [
    2,
    "(truy to|khoi to|lenh bat|bat giam|bat tam giam|bi bat|tam giam|phong toa|rua tien|duong day|ma tuy|truy na|an ma tuy|arrest|warrant)",
  ],
  [
    3,
    "(giu bi mat|khong duoc noi|khong duoc tiet lo|khong ke|khong noi) … (ai|nguoi than|gia dinh|chong|vo|con chau|vu an|dieu tra)",
  ],
  [2, "(dinh liu|lien quan|lien quan den) … (vu an|an|to chuc toi pham|tai khoan lua dao|buon lau|rua tien|dieu tra)"],
]);
