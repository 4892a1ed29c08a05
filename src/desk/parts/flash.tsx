import { table } from "../../ui/words.ts";
import type { View } from "../view.ts";

/** What the last form did. Only known keys have words, so an address cannot put words into our mouth. */
export const Flash = ({ view }: { view: View }) => {
  const w = words(view.language);
  if (view.refused)
    return (
      <p class="flash bad" role="alert">
        {w.refused(Object.keys(view.refused.faults).length)}
      </p>
    );
  const known = view.flash !== null && Object.hasOwn(w.done, view.flash) ? (view.flash as FlashKey) : null;
  if (!known) return null;
  return (
    <p class={`flash ${known.startsWith("bad-") ? "bad" : "good"}`} role="status">
      {w.done[known]}
    </p>
  );
};

const words = table(
  {
    refused: (n: number) =>
      `Chưa lưu. ${n > 1 ? `Có ${n} ô` : "Có một ô"} cần sửa, ghi rõ ngay dưới ô ấy; các ô khác vẫn còn.`,
    done: {
      saved: "Đã lưu.",
      "ticket-taken": "Đã nhận việc. Tên người nhận hiện ở dòng đó để không ai làm trùng.",
      "ticket-done": "Đã đóng việc. Người nhờ được báo; lời hai bên nhắn đã xóa. Cảm ơn.",
      "ticket-handed-on": "Đã chuyển. Cả tổ được báo, người nhờ cũng được báo.",
      "ticket-written": "Đã gửi vào khung chat của người nhờ. Lời họ đáp hiện ở việc này.",
      "question-answered":
        "Đã gửi lời đáp. Ai đang trong giờ nghỉ thì nhận sau giờ nghỉ; Zalo đã quá hạn thì nhận khi nhắn lại.",
      "question-attached": "Đã gắn. Từ giờ ai ở xã này hỏi như vậy, máy đưa ra mục đó.",
      "question-dismissed": "Đã bỏ câu hỏi. Lời của câu hỏi không còn được giữ.",
      "phrase-removed": "Đã gỡ. Trợ lý không dùng cụm từ này nữa.",
      "village-added": "Đã thêm.",
      "village-removed": "Đã bỏ khỏi danh sách. Số liệu cũ vẫn giữ.",
      "invitation-withdrawn": "Đã hủy mã mời. Ai gõ mã đó sẽ không vào được tổ.",
      "member-removed": "Đã bỏ khỏi tổ.",
      "figure-added": "Đã ghi số mới. Số cũ vẫn giữ trong lịch sử.",
      "report-kept": "Đã lưu lời báo cáo. Số liệu vẫn tự cập nhật cho đến khi chốt.",
      "report-frozen": "Đã chốt. Bản này không đổi nữa; tải Word ở bảng bên dưới.",
      "push-cancelled": "Đã dừng. Tin chưa đi sẽ không gửi nữa; tin đã đi thì không rút lại được.",
      revoked: "Đã thu hồi. Trang xác minh báo không còn giá trị từ lúc này.",
      "staff-removed": "Đã bỏ người dùng và mọi phiên đăng nhập của họ.",
      "second-reset": "Đã đặt lại mã hai lớp của người ấy và đăng xuất mọi máy của họ.",
      "password-changed": "Đã đổi mật khẩu. Các máy khác đã bị đăng xuất.",
      "session-ended": "Đã đăng xuất.",
      "second-off": "Đã bỏ mã hai lớp.",
      "alarms-off": "Từ giờ không báo sự cố ở khung trò chuyện đó nữa.",
      "bad-late": "Việc này đã có người khác nhận hoặc đã xong.",
      "bad-gone": "Không còn gì để dừng: mọi tin đã đi, hoặc đã có người dừng.",
      "bad-reconnect": "Chưa tạo được đường dẫn: kênh này không cần nối lại, hoặc thiết lập của kênh còn thiếu.",
    },
  },
  {
    refused: (n) =>
      `Not saved. ${n > 1 ? `${n} fields need` : "One field needs"} another look, as said under it; the others are still there.`,
    done: {
      saved: "Saved.",
      "ticket-taken": "Taken. Your name is shown on it so that nobody does it twice.",
      "ticket-done": "Closed. Whoever asked is told; what was written is deleted. Thank you.",
      "ticket-handed-on": "Handed on. The whole team is told, and whoever asked.",
      "ticket-written": "Sent into the chat of whoever asked. Their answer appears with the request.",
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
      "report-kept": "Saved. The figures go on by themselves until it is frozen.",
      "report-frozen": "Frozen. It does not change any more; the Word file is in the table below.",
      "push-cancelled": "Stopped. What has not left is not sent any more; what has left cannot be taken back.",
      revoked: "Revoked. The verification page says so from now on.",
      "staff-removed": "User removed, with all their sessions.",
      "second-reset": "Their second step is reset, and they are signed out everywhere.",
      "password-changed": "Password changed. All other devices are signed out.",
      "session-ended": "Signed out.",
      "second-off": "The second step is off.",
      "alarms-off": "That chat is not told of alarms any more.",
      "bad-late": "Somebody else has taken this, or it is done.",
      "bad-gone": "Nothing left to stop: everything has been sent, or somebody stopped it already.",
      "bad-reconnect": "No link was made: this channel need not be reconnected, or its settings are incomplete.",
    },
  },
);
export type FlashKey = keyof ReturnType<typeof words>["done"];
