import { promptOn } from "../prompt.ts";
import type { Input, Output } from "../verb.ts";
import { type SetUp, Stopped, sessionOn } from "./session.ts";
import { telegram } from "./telegram.ts";
import { zaloBot } from "./zalo-bot.ts";
import { zaloOa } from "./zalo-oa.ts";

/** `channels setup CHANNEL`: asks for one thing at a time, tries it at once, writes it down and says what is left. */
export const setUp = async ({
  words: [, channel = ""],
  flags,
  language,
  house,
  config,
  taught,
}: Input): Promise<Output> => {
  const way = Object.entries(setUps).find(([name]) => name === channel)?.[1];
  if (!way) return { fault: "usage: channels setup telegram|zalo-oa|zalo-bot" };
  const file = typeof flags.env === "string" ? flags.env : ".env";
  const prompt = promptOn(process.stdin, process.stderr);
  const commune = taught.communes.find((c) => c.code === config.commune);
  const session = sessionOn({ language, house }, `xã ${commune?.name ?? ""}`, prompt, file, process.env);
  try {
    const standing = await way(session);
    return {
      value: { channel, standing, file },
      lines: [
        language === "en"
          ? standing
            ? `Done. The settings are in ${file}.`
            : `Not all of it stands yet; what was set is in ${file}. Run the command again, Enter keeps what is there.`
          : standing
            ? `Xong. Thiết lập nằm trong ${file}.`
            : `Chưa xong hết; phần đã làm nằm trong ${file}. Chạy lại lệnh này, chỗ nào đúng rồi thì Enter.`,
      ],
      ...(standing ? {} : { failed: true }),
    };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return {
      fault:
        language === "en"
          ? `stopped before the end; what was set is in ${file}`
          : `dừng giữa chừng; phần đã làm nằm trong ${file}`,
    };
  } finally {
    prompt.close();
  }
};

const setUps: Readonly<Record<string, SetUp>> = {
  telegram,
  "zalo-oa": zaloOa,
  "zalo-bot": zaloBot,
};
