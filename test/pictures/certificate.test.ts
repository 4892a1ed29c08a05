import QRCode from "qrcode";
import { describe, expect, it } from "vitest";
import type { Certificate } from "../../src/pictures/certificate/words.ts";
import { certificateSvg } from "../../src/pictures/certificate.ts";
import { toPng } from "../../src/pictures/png.ts";
import { overlap, pixelsOf, seenTexts } from "./seen.ts";

const plain: Certificate = {
  commune: "xã Mẫu",
  province: "tỉnh Mẫu",
  movement: "Phong trào Bình dân học vụ số",
  name: "Nguyễn Thị Mẫu",
  village: "Xóm Mẫu",
  unit: "bài",
  title: "Kích hoạt và giữ VNeID an toàn",
  date: "2026-11-23",
  score: { right: 4, of: 4 },
  canDo: ["Tự kích hoạt VNeID", "Giữ kín mật khẩu, mã OTP", "Nhận ra cuộc gọi giả công an"],
  code: "MAU-7K4M-2Q",
  qr: "https://hocso.example.vn/xac-minh/MAU-7K4M-2Q",
  team: "Tổ công nghệ số cộng đồng Xóm Mẫu",
  sample: true,
  language: "vi",
};
const english: Certificate = { ...plain, language: "en", unit: "the lesson", title: "Activate VNeID and keep it safe" };
const long: Certificate = {
  ...plain,
  commune: "phường Đường Thượng Nghiêng Phương Trường",
  province: "thành phố Đường Thượng Nghiêng Phương Trường Xuân",
  movement: "Phong trào Bình dân học vụ số toàn dân, toàn diện, thiết thực và hiệu quả",
  name: "Công Tằng Tôn Nữ Nguyễn Thị Phương Thượng Nghiêm Huyền Quỳnh Như",
  village: "Tổ dân phố Trường Thượng – Đường Quốc lộ số 137",
  title: "Nộp hồ sơ trực tuyến trên Cổng Dịch vụ công quốc gia và theo dõi kết quả giải quyết thủ tục tại nhà",
  canDo: [
    "Đăng nhập Cổng Dịch vụ công quốc gia bằng VNeID",
    "Nộp hồ sơ trực tuyến toàn trình tại nhà",
    "Theo dõi hồ sơ và nhận kết quả điện tử",
    "Nhận ra trang giả mạo cơ quan nhà nước",
  ],
  team: "Tổ công nghệ số cộng đồng và chuyển đổi số Tổ dân phố Trường Thượng – Đường Quốc lộ",
  signer: "Công Tằng Tôn Nữ Nguyễn Thị Phương Thượng",
  qr: `https://${"binhdanhocvuso.".repeat(8)}example.vn/xac-minh/MAU-7K4M-2Q`,
};
const cases: [string, Certificate][] = [
  ["an ordinary one", plain],
  ["an English one", english],
  ["one with everything too long", long],
  ["a revoked one", { ...plain, revoked: true, signer: "Người Mẫu" }],
  ["a revoked English one", { ...english, revoked: true }],
  ["a hostile one", { ...plain, name: `<script>"&'👵${"W".repeat(3000)}`, title: "</text><image/>", code: "<&>" }],
];
const said = (c: Certificate) => seenTexts(certificateSvg(c)).map(({ text }) => text.replace(/<[^>]+>/g, ""));

describe.each(cases)("%s", (_, c) => {
  const svg = certificateSvg(c);
  const texts = seenTexts(svg);

  it("keeps every text on the sheet, none over another", () => {
    for (const [i, a] of texts.entries()) {
      expect(a.x, a.text).toBeGreaterThanOrEqual(60);
      expect(a.x + a.width, a.text).toBeLessThanOrEqual(1150);
      expect(a.y + a.height, a.text).toBeLessThanOrEqual(780);
      for (const b of texts.slice(i + 1)) expect(overlap(a, b), `${a.text} / ${b.text}`).toBe(false);
    }
    expect(svg).not.toMatch(/<script|<image/);
  });

  it("has a QR code of the address, readable in the finished picture", () => {
    const { size, data } = QRCode.create(c.qr, { errorCorrectionLevel: "M" }).modules;
    const [, x = 0, y = 0, unit = 0] =
      svg.match(/data-qr="\d+" transform="translate\((\d+) (\d+)\) scale\((\d+)\)"/)?.map(Number) ?? [];
    const { pixels, width } = pixelsOf(toPng(svg, { width: 1200 }));
    const dark = (column: number, row: number) =>
      (pixels[4 * (Math.floor(y + (row + 0.5) * unit) * width + Math.floor(x + (column + 0.5) * unit))] ?? 0) < 128;
    expect(unit).toBeGreaterThanOrEqual(2);
    for (let row = -4; row < size + 4; row++)
      for (let column = -4; column < size + 4; column++) {
        const inside = row >= 0 && column >= 0 && row < size && column < size;
        // Outside the code lies its quiet zone; the frame stands outside that.
        expect(dark(column, row)).toBe(inside && data[row * size + column] === 1);
      }
  });
});

describe("a certificate", () => {
  it("says that it does not replace the official confirmation, in both languages", () => {
    expect(said(plain).join("\n")).toContain("Giấy không thay cho xác nhận chính thức về kỹ năng số trên VNeID.");
    expect(said(english).join("\n")).toContain(
      "does not replace the official confirmation of digital skills on VNeID.",
    );
  });

  it("is labelled where the data are samples, and only there", () => {
    expect(said(plain)).toContain("Dữ liệu mẫu");
    expect(said(english)).toContain("Sample data");
    expect(said({ ...plain, sample: false }).join()).not.toContain("Dữ liệu mẫu");
  });

  it("names a leader only when one is given", () => {
    expect(said(plain)).not.toContain("Tổ trưởng");
    expect(said({ ...plain, signer: "Người Mẫu" })).toEqual(expect.arrayContaining(["Tổ trưởng", "Người Mẫu"]));
  });

  it("shows that it was withdrawn", () => {
    expect(said({ ...plain, revoked: true }).join(" ")).toContain("Giấy đã thu hồi");
    expect(said(plain).join(" ")).not.toContain("thu hồi");
  });

  it("writes days as official papers do", () => {
    expect(said({ ...plain, date: "2027-02-09" }).join("\n")).toContain("ngày 09 tháng 02 năm 2027");
    expect(said({ ...plain, date: "2027-03-31" }).join("\n")).toContain("ngày 31 tháng 3 năm 2027");
    expect(said({ ...english, date: "2027-02-09" }).join("\n")).toContain("on 9 February 2027");
  });

  it("never cuts a person's name short", () => {
    const name = said(long).filter((text) => /Tằng|Quỳnh/.test(text));
    expect(name.join(" ")).toContain(long.name);
  });

  it("calls a ward a ward", () => {
    expect(said(long).join(" ")).toContain("trợ lý học số của phường");
  });

  it("says nothing of a score or a village it does not know", () => {
    const { score: _, village: __, ...rest } = plain;
    const text = said(rest).join("\n");
    expect(text).toContain("Xã Mẫu, đã học xong bài Kích hoạt");
    expect(text).not.toContain("trả lời đúng");
  });

  it("is small enough to send", () => {
    for (const [, c] of cases) expect(toPng(certificateSvg(c), { width: 1200 }).length).toBeLessThan(60_000);
  });
});
