import { composed } from "../../kit/text.ts";
/** Every word printed on a certificate, by language. */
export const certificateWords = { vi: vietnamese, en: english } satisfies Record<
  Certificate["language"],
  (c: Certificate) => Words
>;

export type Words = {
  issuer: string;
  movement: string;
  title: string;
  to: string;
  /** "Xóm 3, xã Phú Bình, đã học xong bài": before the title of what was learned. */
  done: string;
  /** After it: when, and how well. */
  when: string;
  codeLabel: string;
  howToCheck: string;
  teamLabel: string;
  leader: string;
  notice: [before: string, strong: string, after: string];
  sample: string;
  revoked: string;
};

function vietnamese(c: Certificate): Words {
  const score = c.score ? `, trả lời đúng ${c.score.right}/${c.score.of} câu` : "";
  return {
    issuer: `Ủy ban nhân dân ${c.commune}`,
    movement: `${c.province} · ${c.movement}`,
    title: "Giấy ghi nhận hoàn thành",
    to: "Ghi nhận người học",
    done: `${place(c)}, đã học xong ${c.unit}`,
    when: `${vietnameseDay(c.date)}${score}.`,
    codeLabel: "Mã kiểm tra",
    howToCheck: `Quét mã QR, hoặc nhắn mã này cho trợ lý học số của ${kind(c.commune).vi} để biết giấy thật hay giả.`,
    teamLabel: "Đơn vị đồng hành",
    leader: "Tổ trưởng",
    notice: [
      `Giấy này ghi nhận việc học trên trợ lý học số của ${kind(c.commune).vi}. Giấy`,
      "không thay cho xác nhận chính thức",
      "về kỹ năng số trên VNeID.",
    ],
    sample: "Dữ liệu mẫu",
    revoked: "Giấy đã thu hồi",
  };
}

function english(c: Certificate): Words {
  const score = c.score ? `, with ${c.score.right} of ${c.score.of} answers right` : "";
  return {
    issuer: `People’s Committee · ${c.commune}`,
    movement: `${c.province} · ${c.movement}`,
    title: "Record of completion",
    to: "This records that",
    done: `${place(c)}, has completed ${c.unit}`,
    when: `on ${englishDay(c.date)}${score}.`,
    codeLabel: "Check code",
    howToCheck: `Scan the QR code, or send this code to the ${kind(c.commune).en}’s learning assistant, to see whether it is genuine.`,
    teamLabel: "Supported by",
    leader: "Team leader",
    notice: [
      `This records learning with the ${kind(c.commune).en}’s assistant. It`,
      "does not replace the official confirmation",
      "of digital skills on VNeID.",
    ],
    sample: "Sample data",
    revoked: "Withdrawn",
  };
}

function place(c: Certificate): string {
  const text = c.village ? `${c.village}, ${c.commune}` : c.commune;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A ward is not to be called a commune on its own paper. */
function kind(commune: string): { vi: string; en: string } {
  const name = composed(commune).toLowerCase();
  if (name.startsWith("phường ")) return { vi: "phường", en: "ward" };
  if (name.startsWith("đặc khu ")) return { vi: "đặc khu", en: "special zone" };
  return { vi: "xã", en: "commune" };
}

/** Days under 10 and the months January and February take a leading zero (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
function vietnameseDay(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

function englishDay(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** What a certificate says. Every text is already in `language`. */
export type Certificate = {
  /** With its kind: "xã Phú Bình", "phường …". */
  commune: string;
  province: string;
  movement: string;
  name: string;
  village?: string;
  /** What was completed, as it reads before the title: "bài", "chương trình". */
  unit: string;
  title: string;
  /** YYYY-MM-DD */
  date: string;
  score?: { right: number; of: number };
  canDo: string[];
  code: string;
  /** The address the QR code opens. */
  qr: string;
  team: string;
  /** Name of the team's leader; without it nobody is said to have signed. */
  signer?: string;
  sample: boolean;
  language: "vi" | "en";
  revoked?: boolean;
};
