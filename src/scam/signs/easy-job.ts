import { scamPhrases } from "../phrases.ts";

/** Pays much for almost nothing, and asks for money later. */
export const easyJob = scamPhrases([
  [3, "viec nhe … (luong cao|nhan tien|thu nhap)"],
  [
    3,
    "(like|tha tim|xem video|follow|danh gia|tha like|bam like|chot don|xu ly don) … (nhan tien|nhan ngay|kiem|hoa hong|[0-9]+k|tra cong|moi don|thu nhap|co tien)",
  ],
  [
    2,
    "(cong tac vien|nhan vien online|lam tai nha|lam viec tai nha|lam them tai nha|viec lam online|viec online|lam online)",
  ],
  [
    2,
    "(thu nhap|kiem|luong|nhan|tra luong) (tu |den |ngay |them |ve )*([0-9]+ ?(k|trieu|tr)?|[0-9]+k|[0-9]+tr|[0-9]+ den [0-9]+k?) … (ngay|moi ngay|1 ngay|mot ngay|tuan|gio|per day)",
  ],
  [2, "(lam|hoan thanh|nhan) nhiem vu"],
  [2, "(khong can|ko can) (kinh nghiem|bang cap|von) … (luong|thu nhap|nhan)"],
]);
