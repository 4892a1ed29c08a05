import type { HouseChannel } from "../app/channels.ts";
import type { House } from "../app.ts";
import { allChannels } from "../channels/all.ts";
import { Stopped } from "../channels/setting-up.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import { promptOn } from "./prompt.ts";
import { sessionOn } from "./setting-up.ts";
import type { Input, Output, Verb } from "./verb.ts";

type Found = { readonly value: unknown; readonly lines: readonly Bilingual[]; readonly ok: boolean };

const list: readonly HouseChannel[] = allChannels;
const probed = list.filter((channel) => channel.connections === "default");
const setUps = list.filter((channel) => channel.setUp);
const namesOf = (channels: readonly HouseChannel[]): readonly string[] => channels.map((c) => c.name);
const probeWords = probed.map(({ name, words }) => (words.probeTakes ? `${name} [${words.probeTakes}]` : name));

/**
 * `channels probe`: asks each configured channel whether it would work, and says what to do if not.
 * `channels setup CHANNEL`: asks for one thing at a time, tries it at once, writes it down and says what is left.
 */
export const channels: Verb = {
  words: `probe [${probeWords.join(" | ")}] | setup (${namesOf(setUps).join(" | ")})`,
  says: {
    vi: "nối một kênh từng bước; thử khoá và webhook của các kênh đã nối",
    en: "set a channel up step by step; check the credentials and the webhook of every channel",
  },
  options: {
    env: {
      value: "FILE",
      says: { vi: "tệp thiết lập mà setup ghi vào (mặc định: .env)", en: "the file setup writes to (default: .env)" },
    },
  },
  run: async (input) => {
    const {
      words: [what, only, to],
      house,
    } = input;
    if (what === "setup") return setUp(input);
    const chosen = probed.filter(({ name }) => only === undefined || only === name);
    if (what !== "probe" || chosen.length === 0)
      return {
        misused: usage(`channels probe [${namesOf(probed).join("|")}]`, `channels setup ${namesOf(setUps).join("|")}`),
      };
    const open = await house();
    const found: [string, Found][] = [];
    for (const channel of chosen) found.push([channel.name, await probe(open, channel, to)]);
    return {
      value: Object.fromEntries(found.map(([name, f]) => [name, f.value])),
      lines: found.flatMap(([, f]) => f.lines),
      ...(found.every(([, f]) => f.ok) ? {} : { failed: true }),
    };
  },
};

const usage = (...ways: readonly string[]): Bilingual => ({
  vi: `cách dùng: ${ways.join(", hoặc ")}`,
  en: `usage: ${ways.join(", or ")}`,
});

const setUp = async ({ words: [, channel = ""], flags, language, house, config, taught }: Input): Promise<Output> => {
  const way = setUps.find(({ name }) => name === channel)?.setUp;
  if (!way) return { misused: usage(`channels setup ${namesOf(setUps).join("|")}`) };
  const file = typeof flags.env === "string" ? flags.env : ".env";
  const prompt = promptOn(process.stdin, process.stderr);
  const commune = taught.communes.find((c) => c.code === config.commune);
  const session = sessionOn(language, `xã ${commune?.name ?? ""}`, prompt, file, process.env);
  try {
    const standing = await way(session, async () => (await house()).channelParts);
    return {
      value: { channel, standing, file },
      lines: [
        standing
          ? { vi: `Xong. Thiết lập nằm trong ${file}.`, en: `Done. The settings are in ${file}.` }
          : {
              vi: `Chưa xong hết; phần đã làm nằm trong ${file}. Chạy lại lệnh này, chỗ nào đúng rồi thì Enter.`,
              en: `Not all of it stands yet; what was set is in ${file}. Run the command again, Enter keeps what is there.`,
            },
      ],
      ...(standing ? {} : { failed: true }),
    };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return {
      fault: {
        vi: `dừng giữa chừng; phần đã làm nằm trong ${file}`,
        en: `stopped before the end; what was set is in ${file}`,
      },
    };
  } finally {
    prompt.close();
  }
};

const probe = async (house: House, { name, words }: HouseChannel, to?: string): Promise<Found> => {
  const found = [...house.connected.values()].find(({ connection }) => connection.channel === name);
  const both = (vi: string, en: string): Bilingual => ({
    vi: `${words.name.vi}: ${vi}`,
    en: `${words.name.en}: ${en}`,
  });
  if (!found?.open.probe) {
    const { vi, en } = words.unset ?? { vi: "", en: "" };
    return { value: null, ok: true, lines: [both(`chưa cấu hình (${vi}).`, `not set up (${en}).`)] };
  }
  const state = await found.open.probe(found.connection, to);
  if (!state.ok) {
    const cures = found.open.cure?.(state.fault) ?? [];
    return {
      value: { fault: state.fault },
      ok: false,
      lines: [
        both(`chưa được (${state.fault.cause}).`, `not yet (${state.fault.cause}).`),
        ...cures.map(({ vi, en }) => ({ vi: `  ${vi}`, en: `  ${en}` })),
      ],
    };
  }
  const { stands, found: what, lines } = state.value;
  return { value: { ok: stands, ...what, lines }, ok: stands, lines };
};
