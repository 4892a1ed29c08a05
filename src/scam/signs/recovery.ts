import { scamPhrases } from "../phrases.ts";

/** Promises lost money or accounts back. It is the second theft from the same person. */
export const recovery = scamPhrases([
  [
    3,
    "(ho tro|giup|nhan|dich vu|cam ket|chuyen|luat su|ben em|an ninh mang) … (lay lai|thu hoi|hoan lai|rut lai) … (tien|von|so tien|tai khoan|facebook)",
  ],
  [3, "(bi lua|bi mat tien|bi treo|mat tien) … (lay lai|thu hoi|hoan lai|hoan tra)"],
  [3, "(lay lai|thu hoi) (duoc )?(so |tien |von |[0-9]+ )*(bi lua|da mat|bi treo|bi chiem doat|lua dao)"],
  [2, "(lay lai|mo khoa|khoi phuc) (nick|facebook|tai khoan facebook|zalo) … (phi|gia|tra|uy tin|lien he|ib|nhan tin)"],
]);
