import { expect } from "vitest";
import type { House } from "../../../src/app.ts";
import type { Someone } from "./town.ts";

/** One golden conversation, told without a word about any channel. */
export type Conversation = { readonly id: string; readonly talk: (person: Someone, house: House) => Promise<void> };

/** Agrees, and is known as Bác Hoa of Xóm Mẫu 2. The village is typed as nobody would print it. */
export const settle = async (p: Someone): Promise<string> => {
  expect(await p.opens()).toContain("Chào");
  await p.says("menu");
  await p.chooses("Việc của tôi");
  await p.chooses("Cho xã lưu");
  await p.chooses("Đồng ý lưu");
  await p.chooses("65 trở lên");
  await p.says("xom  2");
  await p.chooses("nghỉ hưu");
  await p.says("Hoa");
  return p.chooses("Bác");
};

const lessonOf = (house: House, code: string) => {
  const item = house.taught.library.items.find((i) => i.code === code);
  if (item?.kind !== "lesson") throw new Error(`no lesson ${code}`);
  return item;
};

/** Takes the first choice, which leads on, until `there` is heard: into how many messages a page is cut is not the test's. */
const goOn = async (p: Someone, heard: string, there: string): Promise<string> => {
  let now = heard;
  for (let n = 0; !now.includes(there); n++) {
    if (n === 60) throw new Error(`never heard "${there}"; last heard:\n${now}`);
    now = await p.chooses("1.");
  }
  return now;
};

export const conversations: readonly Conversation[] = [
  {
    id: "onboarding",
    talk: async (p) => {
      expect(await settle(p)).toContain("Bác Hoa muốn làm gì?");
    },
  },
  {
    id: "refuses",
    talk: async (p) => {
      await p.opens();
      await p.says("menu");
      await p.chooses("Việc của tôi");
      await p.chooses("Cho xã lưu");
      await p.chooses("Xã giữ gì");
      expect(await p.chooses("Không lưu")).toContain("không lưu gì");
    },
  },
  {
    id: "lesson-one-wrong",
    talk: async (p, house) => {
      const { quiz } = lessonOf(house, "BAI1");
      await settle(p);
      const first = await p.says("bai 1");
      expect(first).toContain("Bước 1/");
      await goOn(p, first, "Câu 1/");
      for (const [i, { options }] of quiz.items.entries()) {
        // The first is answered wrong, by its number as typed; the others by choosing.
        const right = options.findIndex((o) => o.right) + 1;
        if (i === 0) {
          await p.says(String((right % options.length) + 1));
          await p.chooses("Xem câu đúng");
        } else await p.chooses(`${right}.`);
        await p.chooses(i === quiz.items.length - 1 ? "Xem kết quả" : "Câu tiếp theo");
      }
    },
  },
  {
    id: "guide-stuck",
    talk: async (p) => {
      await settle(p);
      await goOn(p, await p.says("hd 1"), "Bước 1/");
      await p.chooses("Tôi bị vướng");
      await p.chooses("1.");
      const done = await goOn(p, await p.chooses("Làm lại bước này"), "giỏi quá");
      await goOn(p, done, "Về menu");
    },
  },
  {
    id: "stop",
    talk: async (p) => {
      await settle(p);
      expect(await p.says("dung")).toContain("Đã dừng");
      await p.chooses("Tiếp tục");
    },
  },
  {
    id: "person",
    talk: async (p) => {
      await settle(p);
      await p.says("BÀI 1");
      expect(await p.says("9")).toContain("Họ sẽ thấy");
      await p.chooses("Nhắn kèm");
      // Nobody of the team is there in this commune, and it says so.
      expect(await p.says("Máy của tôi không thấy nút nào")).toContain("Đã ghi vào sổ của xã");
      await p.chooses("Tiếp tục việc đang làm");
    },
  },
  {
    id: "old-answer",
    talk: async (p) => {
      await settle(p);
      await p.chooses("Học bài mới");
      expect(await p.choosesAgain("Học bài mới")).not.toContain("Bước 1/");
      expect(await p.says("nhắc lại")).toContain("Chiếc điện thoại");
      expect(await p.isBroughtTwice()).toBe("");
      expect(await p.chooses("Chiếc điện thoại")).toContain("Bước 1/");
    },
  },
  {
    id: "photo-and-voice",
    talk: async (p) => {
      await settle(p);
      await p.says("Bai1");
      if (p.sends) {
        expect(await p.sends("photo")).toContain("không giữ ảnh");
        expect(await p.sends("voice")).toContain("Bước 1/");
      }
      await p.chooses("Xong");
    },
  },
  {
    id: "opened-at-once",
    talk: async (p, house) => {
      await settle(p);
      // The search is made when first asked; the server does that at its start, and no connection waits meanwhile.
      house.taught.library.search("vneid", "vi");
      expect(await p.says("quen mat khau vneid")).toContain("Quên mật khẩu");
      expect(await p.chooses("Không phải việc này?")).toContain("hỏi về việc nào");
      await p.chooses("1.");
    },
  },
  {
    id: "secret-typed",
    talk: async (p) => {
      await settle(p);
      expect(await p.says("so can cuoc cua toi la 001099012345")).toContain("không giữ");
      await p.says("mat khau cua toi la Hoa@12345");
    },
  },
];
