import { scamPhrases } from "../phrases.ts";

/** Hurries or threatens a loss, so that nobody is asked first. Genuine bills and carriers do it too: never enough alone. */
export const hurry = scamPhrases([
  [
    1,
    "(ngay lap tuc|lap tuc|khan cap|gap|khan|ngay bay gio|lam ngay|ngay hom nay|trong hom nay|hom nay la han cuoi|chot so|han cuoi|neu khong|keo|urgent|immediately|within 24h)",
  ],
  [
    1,
    "(truoc|trong|trong vong|sau|con) ([0-9]+h|[0-9]+h[0-9]+|[0-9]+ (gio|tieng|phut|ngay)|[0-9]+p) ?(hom nay|nay|toi|nua)?",
  ],
  [
    1,
    "(se|bi|de|dang) (bi )?(khoa|tam khoa|cat|ngung|dinh chi|vo hieu hoa|thu hoi|huy|xu phat|phat|cuong che|dong bang|mat quyen)",
  ],
  [1, "(khoa|tam khoa|cat|ngung) (tai khoan|the|sim|so|thue bao|dien|dich vu|2 chieu|hai chieu|vneid)"],
]);
