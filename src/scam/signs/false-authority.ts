import { scamPhrases } from "../phrases.ts";

const who =
  "(cong an|ca xa|ca phuong|ca tinh|can bo ca|csgt|canh sat|vien kiem sat|toa an|can bo|bo cong an|dien luc|nhan vien dien luc|co quan thue|chi cuc thue|can bo thue|bhxh|bao hiem xa hoi|ubnd|cuc vien thong|bo khcn|nha mang|tong dai|ngan hang nha nuoc|phong canh sat|giao vien|nhan vien y te|co quan dieu tra|police)";
const matter =
  "(vneid|dinh danh|dong bo|cap nhat|chuan hoa|kich hoat|xac minh|du lieu|nhan khau|sap nhap|phat nguoi|bien ban|vi pham|giam gia dien|hoan thue|quyet toan|tro cap|the bhyt|tien dien|ho so)";
const far =
  "(ket ban|zalo|goi lai|goi video|video|goi so|lien he so|lien he zalo|lam viec qua|qua dien thoai|qua zalo|qua mang|bam|nhan vao|an vao|truy cap|vao link|vao xlink|theo link|vao duong link|tai app|tai ung dung|cai app|cai ung dung|cai dat|quet ma|link)";

/** Somebody calls themselves an authority and settles its business by chat, call or link instead of at the office. */
export const falseAuthority = scamPhrases([
  [2, `${who} ~ ${matter} ~ ${far}`],
  [2, `${who} ~ ${far} ~ ${matter}`],
  [2, `${matter} ~ ${who} ~ ${far}`],
  [
    3,
    `(cong an|canh sat|vien kiem sat|toa an|csgt|co quan dieu tra|police) ~ (chuyen khoan|chuyen tien|nop tien|nop phat qua|dong phat|transfer)`,
  ],
  [
    2,
    `(dien luc|nhan vien dien luc|thue|bhxh|bao hiem xa hoi) ~ (chuyen khoan|ket ban|zalo [0-9]+|hoan tien|hoan thue)`,
  ],
  [
    3,
    `(cong an|ca xa|ca phuong|canh sat|can bo ca) ~ (dong bo|cap nhat|kich hoat|chuan hoa|dinh danh|du lieu) ~ (ket ban|goi video|duong link|vao link|tai app|cai app)`,
  ],
  [2, "(bam|nhan) phim [0-9] … (can bo|cong an|dieu tra vien)"],
  [2, "(toi|minh|em|chau|day) (la|ben) (can bo |dieu tra vien |chien si |trung uy |thuong uy |dai uy |thieu ta )+"],
  [
    2,
    "(vneid|dinh danh|cccd|du lieu) … (bi loi|loi|chua dong bo|khong khop|sai|trung|chua cap nhat|het han) ~ (xlink|zalo|ket ban|goi|lien he|bam|truy cap)",
  ],
  [2, "(moi|yeu cau|de nghi) … (dong bo|cap nhat|kich hoat|chuan hoa) … (vneid|dinh danh|cccd) ~ (xlink|link|zalo)"],
]);
