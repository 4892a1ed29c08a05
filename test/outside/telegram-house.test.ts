import { expect, test } from "vitest";
import { addVillages, type RunningHouse, startHouse } from "../house/house.ts";
import { withOutsideClient } from "./telegram-client.ts";

const token = "123456:outside";
const secret = "outside-secret";

/** The whole house, used by a Telegram client and a Bot API server that nobody here wrote (npm `telegram-test-api`, in its own process). */
test("an outside Telegram client goes through onboarding, a lesson, its quiz and a guide", async () => {
  let town: RunningHouse | undefined;
  await withOutsideClient(
    {
      token,
      secret,
      app: async (apiRoot) => {
        town = await startHouse({
          TELEGRAM_BOT_TOKEN: token,
          TELEGRAM_WEBHOOK_SECRET: secret,
          TELEGRAM_API_ROOT: apiRoot,
          TELEGRAM_MODE: "webhook",
        });
        await addVillages(town.house);
        return { webhook: `${town.url}/webhooks/telegram/default`, close: town.close };
      },
    },
    async ({ user, statuses }) => {
      const bac = user(501);
      const press = async (label: string): Promise<string> => {
        await bac.press(label);
        return (await bac.next()).text;
      };
      await bac.say("/start BAI2");
      // The lesson on the poster, before anything is asked.
      const first = (await bac.next()).text;
      expect(first).toContain("Chào bác");
      expect(first).toContain("Bước 1/");
      const lesson = town?.house.taught.library.items.find((i) => i.code === "BAI2");
      if (lesson?.kind !== "lesson") throw new Error("BAI2");
      for (let shown = first, n = 0; !shown.includes("Câu 1/"); n++) {
        if (n === 60) throw new Error("never came to the quiz");
        shown = await press("1.");
      }
      let heard = "";
      for (const [i, item] of lesson.quiz.items.entries()) {
        await press(`${item.options.findIndex((o) => o.right) + 1}.`);
        heard = await press(i === lesson.quiz.items.length - 1 ? "1. Xem kết quả" : "1. Câu tiếp");
      }
      expect(heard).toContain("chúc mừng bác!");
      expect(await press("1. Đồng ý lưu")).toContain("bao nhiêu tuổi");
      expect(await press("5. 65")).toContain("Bác ở xóm nào?");
      await press("2. Xóm Mẫu 2");
      await bac.say("lam sao cai vneid");
      const found = await bac.next();
      expect(found.text).toContain("Cài và kích hoạt VNeID");
      expect(statuses.every((s) => s === 200)).toBe(true);
      const rows = town?.house.store.db
        .prepare("SELECT count(*) AS n FROM learning_events WHERE what = 'lesson-finished'")
        .get();
      expect(rows).toEqual({ n: 1 });
    },
  );
});
