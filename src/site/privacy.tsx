import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Language } from "../kit/bilingual.ts";
import { Frame } from "../ui/frame.tsx";
import { html } from "../ui/html.ts";
import { Terms } from "../ui/terms.tsx";
import { table } from "../ui/words.ts";

type Deps = { readonly styles: { readonly public: readonly string[] } };

/** /rieng-tu: what is kept, how long, and what people may ask for, with the very terms the clock keeps. */
export const privacyRoutes = async (app: FastifyInstance, deps: Deps): Promise<void> => {
  app.get("/rieng-tu", async (request, reply) => {
    const { lang } = Query.parse(request.query);
    return html(reply, <Privacy deps={deps} language={lang} />);
  });
};

const Query = z.object({ lang: z.enum(["vi", "en"]).catch("vi") });

const Privacy = ({ deps, language }: { deps: Deps; language: Language }) => {
  const w = words(language);
  return (
    <Frame
      language={language}
      title={w.title}
      styles={deps.styles.public}
      other={`/rieng-tu?lang=${language === "vi" ? "en" : "vi"}`}
    >
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      <h2>{w.never}</h2>
      <p>{w.neverList}</p>
      <h2>{w.terms}</h2>
      <Terms language={language} />
      <h2>{w.children}</h2>
      <p>{w.childrenRule}</p>
      <h2>{w.rights}</h2>
      <p>{w.rightsHow}</p>
      <p>{w.withdrawn}</p>
      <p class="note">{w.beyond}</p>
    </Frame>
  );
};

const words = table(
  {
    title: "Dữ liệu của bà con",
    lead: "Xã chỉ lưu khi bà con đồng ý. Không đồng ý thì vẫn học và hỏi được như mọi người.",
    never: "Không bao giờ lưu",
    neverList: "Số căn cước, ngày sinh, mật khẩu, mã OTP, ảnh giấy tờ. Lỡ gõ vào thì trợ lý này chặn lại và nhắc.",
    terms: "Giữ gì, giữ bao lâu",
    children: "Người chưa đủ 16 tuổi",
    childrenRule:
      "Không lưu gì. Tuổi được hỏi trước khi lưu, và sửa được. Sửa xuống dưới 16 thì xóa những gì đang giữ.",
    rights: "Quyền của bà con",
    rightsHow:
      "Trong cuộc trò chuyện, gõ: dữ liệu của tôi. Ở đó xem, sửa, rút lại đồng ý, xóa hết được ngay. Gõ: tải dữ liệu của tôi, để xem hết và tải về.",
    withdrawn:
      "Rút lại đồng ý: tên gọi, thôn xóm, tuổi, công việc, câu hỏi, bài đã học bị xóa. Số đếm không tên và giấy ghi nhận đã cấp còn lại. Xóa hết: giấy ghi nhận cũng mất.",
    beyond:
      "Bản sao lưu đã có hết dần khi bị bản mới thay, lâu nhất 12 tháng. Hình giấy ghi nhận chỉ vẽ trong bộ nhớ, không lưu thành tệp. Tin đã nằm trong máy bà con, trên Zalo hay Telegram thì xã không xóa được.",
  },
  {
    title: "Your data",
    lead: "Nothing is kept unless you agree. Without it you can learn and ask all the same.",
    never: "Never kept",
    neverList:
      "ID numbers, dates of birth, passwords, OTP codes, pictures of papers. If you type one, it is stopped at the door.",
    terms: "What is kept, and how long",
    children: "Under 16",
    childrenRule:
      "Nothing is kept. The age is asked before anything is, and can be corrected; under 16, what was kept is deleted.",
    rights: "Your rights",
    rightsHow:
      "In the chat, type: my data. There you can see, correct, take consent back and delete everything, at once. Type: download my data, to read all of it and download it.",
    withdrawn:
      "Taking consent back: name, village, age, work, questions and lessons are deleted. Counts without a name and certificates already given stay. Deleting everything takes certificates too.",
    beyond:
      "Backups already made go as newer ones replace them, after 12 months at most. Pictures of certificates are drawn in memory and never stored. Messages on your phone, on Zalo or Telegram are out of the commune's reach.",
  },
);
