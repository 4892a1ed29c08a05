import { table } from "../../ui/words.ts";
import type { View } from "../view.ts";

/** What the last form did. Only known keys have words, so an address cannot put words into our mouth. */
export const Flash = ({ view }: { view: View }) => {
  const w = words(view.language);
  if (view.refused) {
    const f = fields(view.language);
    const name = Object.hasOwn(f, view.refused.field) ? f[view.refused.field as keyof typeof f] : f.other;
    return (
      <p class="flash bad" role="alert">
        {refused(view.language).says(name)}
      </p>
    );
  }
  const known = view.flash !== null && Object.hasOwn(w, view.flash) ? (view.flash as FlashKey) : null;
  if (!known) return null;
  return (
    <p class={`flash ${known.startsWith("bad-") ? "bad" : "good"}`} role="status">
      {w[known]}
    </p>
  );
};

const refused = table(
  {
    says: (field: string) =>
      `Chưa lưu: ô “${field}” hình như có số giấy tờ, số thẻ, số tài khoản, mật khẩu, mã OTP hoặc số riêng của ai đó. Máy không giữ những thứ ấy. Viết lại ô này giúp nhé, các ô khác vẫn còn.`,
  },
  {
    says: (field) =>
      `Not saved: “${field}” seems to hold somebody's identity, card or account number, a password, a one-time code or another number of their own. None of these is kept. Please write this field anew; the others are still there.`,
  },
);

/** Every field of the desk that takes words, by the name it has in its form. */
const fields = table(
  {
    name: "tên",
    login: "tên đăng nhập",
    label: "ghi chú của mã mời",
    source: "nguồn số liệu",
    why: "lý do thu hồi",
    words: "câu trả lời",
    text: "cụm từ",
    hotline: "đường dây nóng",
    counter: "điện thoại một cửa",
    police: "điện thoại công an xã",
    hours: "giờ làm việc",
    says: "mức đang thu",
    basis: "theo văn bản nào",
    other: "có chữ",
  },
  {
    name: "name",
    login: "login",
    label: "note on the invitation",
    source: "source of the figure",
    why: "reason of the revocation",
    words: "answer",
    text: "phrase",
    hotline: "hotline",
    counter: "telephone of the counter",
    police: "telephone of the police",
    hours: "office hours",
    says: "what is charged",
    basis: "by which document",
    other: "words",
  },
);

const words = table(
  {
    saved: "Đã lưu.",
    "ticket-taken": "Đã nhận việc. Tên người nhận hiện ở dòng đó để không ai làm trùng.",
    "ticket-done": "Đã xong việc. Cảm ơn.",
    "question-answered":
      "Đã gửi lời đáp. Ai đang trong giờ nghỉ thì nhận sau giờ nghỉ; Zalo đã quá hạn thì nhận khi nhắn lại.",
    "question-attached": "Đã gắn. Từ giờ ai ở xã này hỏi như vậy, máy đưa ra mục đó.",
    "question-dismissed": "Đã bỏ câu hỏi. Lời của câu hỏi không còn được giữ.",
    "phrase-removed": "Đã gỡ. Máy không dùng cụm từ này nữa.",
    "village-added": "Đã thêm.",
    "village-removed": "Đã bỏ khỏi danh sách. Số liệu cũ vẫn giữ.",
    "invitation-withdrawn": "Đã hủy mã mời. Ai gõ mã đó sẽ không vào được tổ.",
    "member-removed": "Đã bỏ khỏi tổ.",
    "figure-added": "Đã ghi số mới. Số cũ vẫn giữ trong lịch sử.",
    "push-cancelled": "Đã dừng. Tin chưa đi sẽ không gửi nữa; tin đã đi thì không rút lại được.",
    revoked: "Đã thu hồi. Trang xác minh báo không còn giá trị từ lúc này.",
    "staff-removed": "Đã bỏ người dùng và mọi phiên đăng nhập của họ.",
    "second-reset": "Đã đặt lại mã hai lớp của người ấy và đăng xuất mọi máy của họ.",
    "password-changed": "Đã đổi mật khẩu. Các máy khác đã bị đăng xuất.",
    "session-ended": "Đã đăng xuất.",
    "second-off": "Đã bỏ mã hai lớp.",
    "bad-password": "Chưa làm: mật khẩu hiện nay chưa đúng.",
    "bad-code": "Chưa làm: mã chưa đúng hoặc đã dùng rồi. Đợi mã mới rồi gõ lại.",
    "bad-wait": "Thử nhiều lần quá. Đợi một lát rồi thử lại.",
    "bad-mismatch": "Chưa đổi: hai lần gõ mật khẩu mới chưa khớp.",
    "bad-short": "Chưa đổi: mật khẩu mới ngắn hơn 10 ký tự.",
    "bad-guessable":
      "Chưa đổi: mật khẩu mới dễ đoán, có tên, nơi ở, năm, số điện thoại hoặc từ hay gặp. Thử ghép bốn, năm từ không liên quan.",
    "bad-form": "Chưa lưu: có ô thiếu hoặc chưa đúng. Xem lại rồi gửi lần nữa.",
    "bad-secret": "Chưa gửi: câu này có thể hiểu là hỏi mã OTP, mật khẩu hoặc số giấy tờ. Viết lại rồi gửi.",
    "bad-taken": "Chưa lưu: mã hoặc tên đăng nhập này đã có người dùng.",
    "bad-late": "Việc này đã có người khác nhận hoặc đã xong.",
    "bad-gone": "Không còn gì để dừng: mọi tin đã đi, hoặc đã có người dừng.",
    "bad-reconnect": "Chưa tạo được liên kết: kênh này không cần đồng ý lại, hoặc thiết lập của kênh còn thiếu.",
    "bad-day": "Chưa lưu: ngày của số liệu không được ở tương lai.",
  },
  {
    saved: "Saved.",
    "ticket-taken": "Taken. Your name is shown on it so that nobody does it twice.",
    "ticket-done": "Done. Thank you.",
    "question-answered":
      "Answer sent. In quiet hours it waits until they end; on Zalo, past the window, until the person writes.",
    "question-attached": "Attached. From now on whoever asks like this in this commune is offered that topic.",
    "question-dismissed": "Question dropped. Its words are not kept any longer.",
    "phrase-removed": "Taken back. The machine does not use these words any more.",
    "village-added": "Added.",
    "village-removed": "Taken off the list. Past figures stay.",
    "invitation-withdrawn": "Invitation withdrawn. Its code lets nobody in any more.",
    "member-removed": "Removed from the team.",
    "figure-added": "New figure recorded. The old one stays in the history.",
    "push-cancelled": "Stopped. What has not left is not sent any more; what has left cannot be taken back.",
    revoked: "Revoked. The verification page says so from now on.",
    "staff-removed": "User removed, with all their sessions.",
    "second-reset": "Their second step is reset, and they are signed out everywhere.",
    "password-changed": "Password changed. All other devices are signed out.",
    "session-ended": "Signed out.",
    "second-off": "The second step is off.",
    "bad-password": "Not done: the current password is wrong.",
    "bad-code": "Not done: the code is wrong or was used. Wait for the next one.",
    "bad-wait": "Too many attempts. Wait a while.",
    "bad-mismatch": "Not changed: the two new passwords do not match.",
    "bad-short": "Not changed: the new password is shorter than 10 characters.",
    "bad-guessable":
      "Not changed: the new password is easy to guess: a name, a place, a year, a telephone number or a common word. Try four or five words that have nothing to do with each other.",
    "bad-form": "Not saved: a field is missing or wrong. Check it and send again.",
    "bad-secret":
      "Not sent: it can be read as asking for a code, a password or an identity number. Write it anew and send.",
    "bad-taken": "Not saved: this code or login is taken.",
    "bad-late": "Somebody else has taken this, or it is done.",
    "bad-gone": "Nothing left to stop: everything has been sent, or somebody stopped it already.",
    "bad-reconnect": "No link was made: this channel needs no consent, or its settings are incomplete.",
    "bad-day": "Not saved: the day of a figure cannot be in the future.",
  },
);
export type FlashKey = keyof ReturnType<typeof words>;
