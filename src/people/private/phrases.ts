import type { PrivateKind } from "./kinds.ts";

/** What the words beside a number say it is: something private, a harmless figure, or a code of some office. */
export type Label = PrivateKind | "bank" | "message" | "recovery" | "wifi" | "money" | "figure" | "code";

/**
 * The words that say it. Whoever types marks must have typed these ones: "mã" is a code, "mà" and "má" are not. A word
 * after `!` says it only with its marks, because without them it is another everyday word ("no": nó, nợ).
 */
export const privatePhrases: Readonly<Record<Label, readonly string[]>> = {
  identity:
    lines(`cccd, cc, cmnd, cmt, cmtnd, căn cước, căn cước công dân, chứng minh, chứng minh thư, id card, citizen id,
    chứng minh nhân dân, giấy chứng minh, định danh, số cc, id number, identity, identity card, số đầu, số cuối, số định danh,
    gplx, bằng lái, bằng lái xe, giấy phép lái xe, driving licence, driving license, mã định danh, mã số định danh, mã định danh cá nhân, thẻ căn cước, số thẻ căn cước, thẻ cũ`),
  passport: lines("hộ chiếu, passport, hc, số hộ chiếu, passport no, sổ thông hành, giấy thông hành"),
  insurance:
    lines(`bhxh, bhyt, bảo hiểm, bảo hiểm xã hội, bảo hiểm y tế, sổ bảo hiểm, vssid, mã số bhxh, mã bhxh, mã số bảo hiểm,
    thẻ bhyt, thẻ bảo hiểm, thẻ khám bệnh, mã thẻ, sổ bhxh, số sổ bhxh, mã số bhyt, mã bhyt`),
  card: lines(
    "số thẻ, !thẻ, thẻ atm, atm, visa, mastercard, napas, thẻ tín dụng, card number, card, thẻ ngân hàng, thẻ ghi nợ",
  ),
  account: lines(
    `stk, số tk, tk, tài khoản, số tài khoản, tk số, tài khoản số, account, acc, account number, bank account, sổ tiết kiệm, chủ tk, số tài khoản nhận`,
  ),
  bank: lines(`ck, chuyển khoản, chuyển vào, ngân hàng, vcb, vietcombank, vietcom, agribank, agri, bidv, vietin, vietinbank,
    techcom, techcombank, tcb, mb, mbbank, mb bank, acb, tpbank, sacombank, vpbank, vib, shb, hdbank, ocb, msb, lpbank,
    lienvietpostbank, seabank, eximbank, abbank, pvcombank, kienlongbank, ncb, scb, vietbank, bvbank, momo, viettel money,
    viettelpay, zalopay, ví điện tử, ví momo, bank`),
  otp: lines(`otp, mã otp, số otp, passcode, pin, mã pin, số pin, cvv, cvc, mã xác nhận, mã xác thực, mã xác minh, mã kích hoạt,
    mã bảo mật, mã bảo vệ, mã đăng nhập, mã đăng ký, mã mở khoá, mở khoá máy, mã vneid, verification code, security code,
    số xác nhận, số xác thực, mã khoá, khoá số, mã bí mật, mã số bí mật`),
  message: lines("mã, là mã, code, mã nó, đọc mã, gửi mã, mã nhận, mã gửi, mã gửi về, mã số, nhắn số"),
  recovery: lines("mã dự phòng, mã khôi phục, mã phục hồi, recovery code, recovery codes, backup code, backup codes"),
  password: lines("mật khẩu, mk, pass, password, matkhau, pwd"),
  wifi: lines("wifi, wi fi"),
  phone:
    lines(`sđt, sdt, đt, dt, điện thoại, số điện thoại, phone, gọi, alo, máy bàn, số bàn, sim, liên hệ, liên lạc, hotline,
    tổng đài, zalo, số zalo, tel, số lạ, số máy của, số phone, di động, số di động`),
  mail: lines("mail, email, gmail"),
  birth: lines(
    "sinh, ngày sinh, sinh ngày, sanh, ngày sanh, sanh ngày, sn, ngày tháng năm sinh, date of birth, dob, born, đẻ ngày, !đẻ, sinh nhật, sinh vào ngày",
  ),
  tax: lines("mst, mã số thuế, mã số thuế cá nhân, số thuế, mã thuế"),
  plate: lines("biển số, biển, bks, biển số xe"),
  number:
    lines(`số hồ sơ, biên lai, seri, sê ri, serial, số seri, sổ đỏ, gcn, khai sinh, giấy khai sinh, danh bộ, danh bộ nước,
    mã khách hàng, makh, mã kh, mã khách hàng điện, mã đơn, vận đơn, mã vận đơn, đơn hàng, số khung, số máy, số máy xe, mã giao dịch,
    mã đơn hàng, mã hợp đồng, hợp đồng điện, hợp đồng nước, hợp đồng số, hợp đồng, mã khách hàng nước, mã học sinh, mã số học sinh, mã bệnh nhân, phiếu khám,
    mã hộ, mã hộ nghèo, số báo danh, sbd, imei, số hiệu, số hiệu thương binh, thẻ đảng viên, số thẻ đảng viên, giấy chứng nhận, qsdđ,
    séc, tờ séc`),
  money:
    lines(`giá, tiền, !mất, !vay, !nợ, còn nợ, phí, lệ phí, lương, trợ cấp, !tổng, !nộp, nộp phạt, !phạt, phạt, !lãi, !thu, !chi,
    mức đóng, hoá đơn, nạp, nạp thẻ, tiền điện, tiền nước, học phí, bồi thường, !trả, bị trừ, !trừ, !lừa, hỗ trợ, !mua, !bán, vnd,
    số tiền, chuyển tiền, bị lừa, lừa mất, bị mất, đóng phí, thu nhập, doanh thu, vốn`),
  figure:
    lines(`học sinh, vệ sinh, công tơ, chỉ số, số điện, số nước, !nước, odo, km, mã bưu chính, mã bưu điện, bưu chính, bưu điện,
    !lỗi, mã lỗi, báo lỗi, lỗi, error, error code, mã error, thửa, thửa đất, tờ bản đồ, !tờ, diện tích, dân số, !lượt, !xem, view, youtube, toạ độ, điện,
    !tỉ lệ, mã trường, mã ngành, giải đặc biệt, giải nhất, xổ số, vé số, !năm, từ năm, đến năm, tháng, năm học, !tầng, mã vùng, phiên bản, version, android, ios, mã lực, độ cao, đi được, kwh`),
  code: lines(`hồ sơ, mã hồ sơ, hs, mã hs, thủ tục, mã thủ tục, tthc, mã tthc, nghị định, thông tư, quyết định, công văn, văn bản,
    luật, nghị quyết, mã đối tượng, mã mời, giấy ghi nhận, mã liên kết, mã qr, mã vạch, mã lớp, mã đề, mã tỉnh,
    mã xã, giấy mời, quyển số, soạn, nhắn tin tới, mã giảm giá, số quyết định, mã ngạch, mã nghề, mã chương, mã cơ quan, kế hoạch số`),
};

function lines(text: string): readonly string[] {
  return text.split(/,\s+/);
}
