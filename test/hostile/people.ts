import type { House } from "../../src/app.ts";
import { plain } from "../../src/channels/plain.ts";

/** Somebody at a web chat of a running house: says, opens or presses, and gets the words of the last answer. */
export const atWeb = (house: House, chat: string, { commune = "phu-binh-thai-nguyen", address = "192.0.2.1" } = {}) => {
  const connection = `web-${commune}`;
  let key = 0;
  const heard = async (): Promise<string> => {
    const [last] = await house.store.feed.last({ connection, chat }, 1);
    return last ? plain(last.message) : "";
  };
  const does = async (content: Parameters<House["inbox"]["submit"]>[0]["content"]): Promise<string> => {
    await house.inbox.submit({ connection, key: `${chat} ${++key}`, chat, at: house.now(), address, content });
    return heard();
  };
  const says = async (...texts: readonly string[]): Promise<string> => {
    let last = "";
    for (const text of texts) last = await does({ kind: "text", text });
    return last;
  };
  const one = {
    chat,
    connection,
    heard,
    says,
    opens: (code: string | null) => does({ kind: "open", code }),
    /** Presses the option whose label begins so, as the page would. */
    presses: async (label: string): Promise<string> => {
      const [last] = await house.store.feed.last({ connection, chat }, 1);
      const choice = last?.message.choices.find((c) => c.label.startsWith(label));
      if (!last || !choice)
        throw new Error(`no ${label} among ${last?.message.choices.map((c) => c.label).join(", ")}`);
      return does({ kind: "press", token: last.message.token, key: choice.key });
    },
    /** Takes the first choice, which leads on, until there is a question: into how many messages a page is cut is not the test's. */
    goesOnToTheQuiz: async (): Promise<void> => {
      for (let n = 0; n < 60; n++) {
        const [last] = await house.store.feed.last({ connection, chat }, 1);
        if (last?.message.progress?.unit === "question") return;
        await does({ kind: "press", token: last?.message.token ?? "", key: last?.message.choices[0]?.key ?? "" });
      }
      throw new Error("never came to the quiz");
    },
    /** The whole lesson, with every question right. */
    learns: async (id: string): Promise<void> => {
      const lesson = house.taught.library.items.find((i) => i.id === id);
      if (lesson?.kind !== "lesson") throw new Error(id);
      await one.says(lesson.code);
      await one.goesOnToTheQuiz();
      for (const item of lesson.quiz.items) {
        await one.says(String(item.options.findIndex((o) => o.right) + 1));
        await one.presses(item === lesson.quiz.items.at(-1) ? "Xem kết quả" : "Câu tiếp theo");
      }
    },
    press: (token: string, key: string) => does({ kind: "press", token, key }),
    last: async () => (await house.store.feed.last({ connection, chat }, 1))[0]?.message,
  };
  return one;
};
export type Person = ReturnType<typeof atWeb>;

/** To the question whether to be kept, without learning anything before it. */
export const toConsent = async (p: Person): Promise<string> => {
  await p.opens(null);
  await p.says("menu");
  await p.presses("Việc của tôi");
  return p.presses("Cho xã lưu");
};

/** Agrees to be remembered, lives in the first village there is, and has a name. */
export const settle = async (p: Person, name: string): Promise<string> => {
  let heard = await toConsent(p);
  for (let n = 0; n < 12; n++) {
    const last = await p.last();
    if (heard.includes("muốn làm gì?")) return heard;
    const asks = last?.expects === "text";
    const ways = last?.choices.filter((c) => !/^(?:\/|skip|no$)/.test(c.key)) ?? [];
    const way = ways.find((c) => c.label.startsWith("65")) ?? ways[0];
    heard = asks ? await p.says(name) : await p.press(last?.token ?? "", way?.key ?? "");
  }
  throw new Error(`never settled: ${heard}`);
};
