import { scamPhrases } from "../phrases.ts";

const parcel = "(shipper|giao hang|don hang|buu pham|buu kien|kien hang|goi hang|van chuyen|hang|buu dien|parcel)";

/** A parcel that wants a transfer, a link or a "membership" undone. */
export const deliveryFee = scamPhrases([
  [
    2,
    `${parcel} ~ (chuyen khoan|ck|chuyen tien|chuyen em|chuyen cho em|nop phi|dong phi|phi giao lai|phi luu kho|phi hai quan|thue hai quan|dong thue)`,
  ],
  [
    2,
    `${parcel} ~ (khong giao duoc|giao that bai|sai dia chi|thieu dia chi|thieu thong tin|tam giu|bi giu|hoan tra|cap nhat dia chi|xac nhan dia chi|bi that lac|hu hong|undelivered) ~ (xlink|link|phi|zalo)`,
  ],
  [
    3,
    "(hoi vien|the shipper|dang ky shipper|goi hoi vien|phi thanh vien|tru phi|tu dong tru) ~ (huy|xlink|link|zalo|hang thang|chuyen nham)",
  ],
  [2, "(nham|dang ky) … (hoi vien|goi shipper|the hoi vien)"],
]);
