import { describe, expect, test } from "vitest";
import { loadLibrary } from "../../src/content/library.ts";
import { fold } from "../../src/kit/text.ts";

const loaded = loadLibrary(".");
if (!loaded.ok) throw new Error("the content does not load");
const { library } = loaded;
const guides = library.items.flatMap((item) => (item.kind === "guide" ? [item] : []));
const vi = (text: Parameters<typeof library.words.say>[0]): string => library.words.say(text, "vi");
const answers = (flow: string, text: string): string | null => {
  const own = library.within(flow, text, "");
  return own?.says.map((s) => [s.question, s.text].map((t) => (t ? vi(t) : "")).join("")).join(" ") ?? null;
};

describe("a question in the middle of a guide", () => {
  test.each([
    ["fee", ["bao nhiêu tiền", "mat bao nhieu tien vay chau", "có mất tiền không ạ", "thế phí bao nhiêu", "how much"]],
    ["time", ["mất bao lâu vậy", "bao gio xong ha con", "mấy ngày thì có", "lâu không cháu", "how long"]],
    ["ask", ["hỏi ai bây giờ", "nop o dau", "làm ở đâu vậy cháu", "thế ra đâu"]],
    ["next", ["xong rồi sao nữa", "sau đó thì làm gì"]],
  ] as const)("about its %s gets its own answer, in every guide", (about, said) => {
    for (const guide of guides.filter((g) => about !== "fee" || !g.after.local_fee))
      for (const text of said) {
        const own = library.within(`guide:${guide.id}`, text, "");
        expect([own?.alone, answers(`guide:${guide.id}`, text)], `${guide.id}: ${text}`).toEqual([
          true,
          vi({ ns: own?.says[0]?.text?.ns ?? "", key: `after.${about}` }),
        ]);
      }
  });

  test("in the words of a place where people get stuck gets what helps there, with marks or without", () => {
    const missed = guides.flatMap((guide) =>
      guide.steps.flatMap((step) =>
        step.stuck.flatMap((stuck) =>
          [stuck.label.vi, fold(stuck.label.vi), `cháu ơi ${stuck.label.vi.toLowerCase()} thì làm sao ạ`].flatMap(
            (said) => {
              const own = library.within(`guide:${guide.id}`, said, `s-${step.id}`);
              const right = own?.says[0]?.text?.key === `steps.${step.id}.stuck.${stuck.id}.answer`;
              return right && own?.alone ? [] : [`${guide.id}: ${said} → ${own?.says[0]?.text?.key}`];
            },
          ),
        ),
      ),
    );
    expect(missed).toEqual([]);
  });

  test.each([
    "tôi làm giấy khai sinh cho cháu mà mất bao lâu thì có",
    "cho hỏi đăng ký xe máy hết bao nhiêu tiền vậy",
    "bao giờ lấy được thẻ bảo hiểm y tế của bố tôi",
  ])("that names another matter is not its own alone: %s", (text) => {
    expect(library.within("guide:vneid-mat-khau", text, "")?.alone ?? false).toBe(false);
  });

  test.each([
    "",
    "?",
    "ừ",
    "quên mật khẩu ngân hàng",
    "x".repeat(2_000),
    "bao nhiêu ".repeat(300),
  ])("says nothing to what it does not know: %s", (text) => {
    expect(library.within("guide:khai-sinh-lien-thong", text, "")).toBeNull();
  });

  test("a flow that teaches nothing, or none at all, answers nothing", () => {
    expect(library.within("menu", "bao nhiêu tiền", "")).toBeNull();
    expect(library.within("guide:khong-co", "bao nhiêu tiền", "")).toBeNull();
  });
});

test("a lesson knows its own steps", () => {
  const lesson = library.items.find((i) => i.kind === "lesson");
  if (lesson?.kind !== "lesson") throw new Error("no lesson");
  for (const step of lesson.steps) expect(answers(`lesson:${lesson.id}`, fold(step.title.vi))).toContain(step.title.vi);
});
