import { renderToString } from "preact-render-to-string";
import { expect, it } from "vitest";
import { spoken } from "../../../src/site/chat/client/listen.ts";
import { Rich } from "../../../src/site/chat/rich.tsx";
import { screens } from "../../browser/screens.ts";

const html = (text: string) => renderToString(<Rich text={text} />);

it("writes bold and nothing else of what looks like markup", () => {
  expect(html("Bấm **Gửi** nhé")).toBe("Bấm <b>Gửi</b> nhé");
  expect(html("**<img src=x onerror=alert(1)>**")).toBe("<b>&lt;img src=x onerror=alert(1)></b>");
  expect(html("2 ** 3 ** và **")).toBe("2 <b> 3 </b> và **");
});

it("links https addresses only", () => {
  expect(html("Xem https://dichvucong.gov.vn/trang.")).toBe(
    'Xem <a href="https://dichvucong.gov.vn/trang" target="_blank" rel="noopener noreferrer">dichvucong.gov.vn/trang</a>.',
  );
  expect(html("javascript:alert(1) http://lua.top")).toBe("javascript:alert(1) http://lua.top");
});

it("reads title, text, keys, then the choices with their numbers", () => {
  expect(spoken({ ...screens.step, token: "t" })).toEqual([
    "Gõ 2 số, rồi bấm Gửi yêu cầu",
    "12 số trên thẻ căn cước",
    "Số điện thoại đã báo với công an",
    "Bấm Gửi yêu cầu",
    "Chỉ gõ trong VNeID, đừng gửi số vào đây.",
    "Số 1: Xong, sang bước 4",
    "Số 2: Tôi bị vướng",
    "Số 9: Gặp Tổ công nghệ số",
  ]);
  expect(spoken({ ...screens.question, token: "t" }).slice(0, 3)).toEqual([
    "Có người gọi, xưng là công an xã.",
    "Họ bảo bác đọc mã 6 số vừa nhắn về máy để “cập nhật VNeID”.",
    "Bác làm thế nào?",
  ]);
});
