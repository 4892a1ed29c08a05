import { existsSync } from "node:fs";
import type { HouseChannel } from "../app/channels.ts";
import type { House } from "../app.ts";
import { allChannels } from "../channels/all.ts";
import { Stopped } from "../channels/setting-up.ts";
import type { Bilingual, Language } from "../kit/bilingual.ts";
import { fileFault, readSettings } from "./env-file.ts";
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
      says: {
        vi: "tệp thiết lập của máy chủ: đọc từ đó, và setup ghi vào đó (mặc định: .env)",
        en: "the server's settings file: read, and written to by setup (default: .env)",
      },
    },
  },
  run: async (input) => {
    const {
      words: [what, only, to],
      flags: { env },
      house,
    } = input;
    const file = typeof env === "string" ? env : null;
    if (what === "setup") return setUp(input, file);
    const chosen = probed.filter(({ name }) => only === undefined || only === name);
    if (what !== "probe" || chosen.length === 0)
      return {
        misused: usage(`channels probe [${namesOf(probed).join("|")}]`, `channels setup ${namesOf(setUps).join("|")}`),
      };
    if (file !== null && !existsSync(file)) return { fault: noFile(file) };
    if (file !== null) takeSettings(file);
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

/**
 * The settings of the file somebody named are the server's, and so is the folder of data they name. They win over those of
 * the shell, which may have been opened before the last change.
 */
const takeSettings = (file: string): void => void Object.assign(process.env, readSettings(file));

const noFile = (file: string): Bilingual => ({
  vi: `${file}: không có tệp thiết lập này`,
  en: `${file}: there is no such settings file`,
});

const setUp = async (input: Input, given: string | null): Promise<Output> => {
  const {
    words: [, channel = ""],
    language,
    house,
  } = input;
  const way = setUps.find(({ name }) => name === channel)?.setUp;
  if (!way) return { misused: usage(`channels setup ${namesOf(setUps).join("|")}`) };
  const file = given ?? ".env";
  // Before the first question: whoever has pasted a token must not learn then that it cannot be kept.
  const fault = fileFault(file);
  if (fault) return { fault };
  if (given !== null) takeSettings(given);
  const { config, taught } = input;
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

/** Every line names its channel, for several stand below one another; what helps stands behind what was found. */
const probe = async (house: House, { name, words }: HouseChannel, to?: string): Promise<Found> => {
  const found = [...house.connected.values()].find(({ connection }) => connection.channel === name);
  const named = ({ vi, en }: Bilingual): Bilingual => ({
    vi: inFront(words.name.vi, vi),
    en: inFront(words.name.en, en),
  });
  if (!found?.open.probe) {
    const { vi, en } = words.unset ?? { vi: "", en: "" };
    return { value: null, ok: true, lines: [named({ vi: `chưa cấu hình (${vi}).`, en: `not set up (${en}).` })] };
  }
  const state = await found.open.probe(found.connection, to);
  if (!state.ok) {
    const { cause } = state.fault;
    const cures = found.open.cure?.(state.fault) ?? [];
    const behind = (language: Language) => cures.map((cure) => ` ${cure[language]}`).join("");
    return {
      value: { fault: state.fault },
      ok: false,
      lines: [named({ vi: `chưa được (${cause}).${behind("vi")}`, en: `not yet (${cause}).${behind("en")}` })],
    };
  }
  const { stands, found: what, lines } = state.value;
  return { value: { ok: stands, ...what, lines }, ok: stands, lines: lines.map(named) };
};

/** A sentence that begins with the channel's name is about it already. */
const inFront = (name: string, line: string): string => (line.startsWith(name) ? line : `${name}: ${line}`);
