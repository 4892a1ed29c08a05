/**
 * What Vietnamese passwords are made of, the commonest first. Written with their marks: the forms people type without
 * them, in Telex and in VNI, are told by `syllables.ts`, and the estimate looks at the plain form alone.
 */
export const vietnameseWords: readonly string[] = [
  ...list(`mật khẩu|mk|quản trị|quản trị viên|admin|cán bộ|nhân viên|văn phòng|máy tính|đăng nhập|tài khoản|hệ thống|công an
    |ủy ban|uỷ ban|ubnd|uỷ ban nhân dân|ủy ban nhân dân|hđnd|hội đồng|đảng ủy|mặt trận|đoàn thanh niên|phụ nữ|nông dân
    |văn hóa|văn hóa xã hội|tư pháp|hộ tịch|địa chính|kế toán|tài chính|một cửa|hành chính công|bí thư|chủ tịch|phó chủ tịch
    |bình dân học vụ số|bình dân học vụ|chuyển đổi số|tổ công nghệ số|công nghệ|học vụ|dịch vụ công|số hóa|vneid|zalo|facebook|tiktok|youtube|gmail|iphone|pro max|samsung|oppo|vivo|nokia|viettel|vinaphone|mobifone
    |vietcombank|agribank|vietinbank|bidv|techcombank|bảo hiểm xã hội|bưu điện|tiếp dân|trạm y tế|nhà văn hóa`),
  ...list(`xin chào|việt nam|anh yêu em|em yêu anh|yêu em|yêu anh|anh nhớ em|nhớ em|mãi yêu|mãi mãi|tình yêu|vợ yêu|chồng yêu
    |con yêu|bố mẹ|ba mẹ|cha mẹ|gia đình|hạnh phúc|bình an|may mắn|tài lộc|phát tài|phát lộc|an khang|thịnh vượng|sức khỏe
    |không biết|quên rồi|không nhớ|tôi là|của tôi|của em|của anh|bí mật|an toàn|bảo mật|ngôi nhà|quê hương|đất nước|tổ quốc
    |hồ chí minh|bác hồ|độc lập|tự do|cách mạng|sài gòn|thủ đô|năm mới|chúc mừng|cố lên|vui vẻ|cuộc sống|thành công|tương lai
    |hoàng sa|trường sa|điện biên phủ|thống nhất|cảm ơn|xin lỗi|không có gì|chào buổi sáng|chúc mừng năm mới|tết nguyên đán`),
  // Surnames, then the given names and middle names heard most.
  ...list(`nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|nông|hà|đinh|lương|trương|đào|đoàn|lâm|mai
    |trịnh|phùng|cao|tạ|tô|lò|giàng|vàng|sùng|ma|chu|triệu|văn|thị|hữu|đức|ngọc|minh|quang|thanh|xuân|hồng|kim|thu|anh
    |hùng|dũng|tuấn|nam|hải|hưng|long|sơn|linh|trang|lan|hoa|hương|huyền|hằng|nga|phương|thảo|vân|yến|loan|nhung|oanh
    |hiền|hạnh|hòa|hiếu|huy|khánh|khang|bảo|an|bình|cường|chiến|đạt|duy|giang|hiệp|khoa|kiên|lộc|mạnh|nhân|phong|phúc
    |quân|quý|quyền|tâm|tân|thắng|thành|thiện|thịnh|thủy|tiến|toàn|trung|tú|tùng|vinh|vy|nhi|như|ngân|my|ly|trâm|trinh|uyên`),
  // The provinces of now and of before.
  ...list(`hà nội|hải phòng|huế|đà nẵng|cần thơ|an giang|bà rịa vũng tàu|vũng tàu|bắc giang|bắc kạn|bạc liêu|bắc ninh|bến tre
    |bình định|bình dương|bình phước|bình thuận|cà mau|cao bằng|đắk lắk|đắk nông|điện biên|đồng nai|đồng tháp|gia lai|hà giang
    |hà nam|hà tĩnh|hải dương|hậu giang|hòa bình|hưng yên|khánh hòa|kiên giang|kon tum|lai châu|lâm đồng|lạng sơn|lào cai
    |long an|nam định|nghệ an|ninh bình|ninh thuận|phú thọ|phú yên|quảng bình|quảng nam|quảng ngãi|quảng ninh|quảng trị
    |sóc trăng|sơn la|tây ninh|thái bình|thái nguyên|thanh hóa|tiền giang|trà vinh|tuyên quang|vĩnh long|vĩnh phúc|yên bái`),
];

function list(text: string): string[] {
  return text.split("|").map((word) => word.trim().replace(/\s+/g, " "));
}
