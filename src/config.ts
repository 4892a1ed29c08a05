import { z } from "zod";
import { allChannels } from "./channels/all.ts";
import type { ChannelConfig, ChannelSettings } from "./channels/channel-settings.ts";
import type { Bilingual } from "./kit/bilingual.ts";
import { Address, wrong, wrongIn } from "./kit/setting-shapes.ts";

/** The settings of one process, from its environment. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Where people and channels reach us, without a slash at the end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly logLevel: (typeof logLevels)[number];
  /** Lets a monitor on another machine read `/metrics`; null: only this machine may. */
  readonly metricsToken: string | null;
  /** Code of the commune that the connections of the environment, and `/` and `/chat` without a name, belong to. */
  readonly commune: string;
  /** Where a backup is made each night; null: none. */
  readonly backupDir: string | null;
  /** For whom backups are encrypted: a public key of age. */
  readonly backupRecipient: string | null;
  /** Languages shown in the choice although their translation is not finished, to try them. */
  readonly tryLanguages: readonly string[];
  /** What is set of each channel, by its id. */
  readonly channels: Readonly<Record<string, ChannelConfig>>;
};

/** What is read here of a channel. */
type Configured = { readonly name: string; readonly settings: ChannelSettings };

/** `notes` are worth a line at start but stop nothing; `problems` stop it. One line each; neither ever holds a secret. */
export type ParsedConfig =
  | { readonly ok: true; readonly config: Config; readonly notes: readonly Bilingual[] }
  | { readonly ok: false; readonly problems: readonly Bilingual[] };

/**
 * Reads the environment once. `communes` are the codes of the seeded communes, the default first. An empty value counts
 * as not set, because compose and unit files pass on `NAME=`. All faults are told at once.
 */
export function parseConfig(
  env: Readonly<Record<string, string | undefined>>,
  communes: readonly string[],
  channels: readonly Configured[] = allChannels,
): ParsedConfig {
  const names = settingsOf(channels);
  const given = givenIn(env, names);
  const parsed = Settings.safeParse(given);
  const ofChannels = z.object(Object.assign({}, ...channels.map((c) => c.settings.env))).safeParse(given);
  const faulty = new Map<string, Bilingual>();
  const blame = ({ name, says }: Complaint) =>
    faulty.has(name) || faulty.set(name, { vi: `${name}: ${says.vi}`, en: `${name}: ${says.en}` });
  for (const issue of [...(parsed.error?.issues ?? []), ...(ofChannels.error?.issues ?? [])])
    blame(complaint(String(issue.path[0]), wrongIn(issue.message), given));
  for (const found of communeFault(given, communes)) blame(found);
  for (const { name, says, because, quoted } of channels.flatMap((c) => c.settings.faults(given)))
    if (because === undefined || !faulty.has(because)) blame(quoted ? complaint(name, says, given) : { name, says });

  const commune = given.COMMUNE ?? communes[0];
  if (!parsed.success || faulty.size > 0 || commune === undefined) return { ok: false, problems: [...faulty.values()] };

  const s = parsed.data;
  const publicUrl = s.PUBLIC_URL ?? `http://localhost:${s.PORT}`;
  const config = {
    port: s.PORT,
    host: s.HOST,
    publicUrl,
    dataDir: s.DATA_DIR,
    logLevel: s.LOG_LEVEL,
    metricsToken: s.METRICS_TOKEN ?? null,
    commune,
    backupDir: s.BACKUP_DIR ?? null,
    backupRecipient: s.BACKUP_RECIPIENT ?? null,
    tryLanguages: s.TRY_LANGUAGES,
    channels: Object.fromEntries(channels.map((c) => [c.name, c.settings.read(given)])),
  };
  return { ok: true, config, notes: notesOn(env, names, channels) };
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const NUMBER = wrong("phải là số nguyên từ 1 đến 65535", "must be a whole number from 1 to 65535");
const LEVEL = wrong(`phải là một trong ${logLevels.join(", ")}`, `must be one of ${logLevels.join(", ")}`);

const Port = z
  .string()
  .regex(/^\d{1,5}$/, NUMBER)
  .transform(Number)
  .pipe(z.number().min(1, NUMBER).max(65535, NUMBER));

/** The settings of the house itself; each channel brings its own. `.env.example` lists all, each with a sentence. */
const Settings = z.object({
  PORT: Port.default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, wrong("phải là tên máy hoặc địa chỉ IP", "must be a host name or an IP address"))
    .default("0.0.0.0"),
  PUBLIC_URL: Address.optional(),
  DATA_DIR: z.string().default("./data"),
  BACKUP_DIR: z.string().optional(),
  BACKUP_RECIPIENT: z
    .string()
    .regex(
      /^age1[a-z0-9]{20,2000}$/,
      wrong(
        "phải là khóa công khai của age: age1 rồi tới các chữ, đúng như age-keygen hiện ra",
        "must be a public key of age, age1 and letters, as age-keygen shows it",
      ),
    )
    .optional(),
  DATABASE_URL: z
    .never(
      wrong(
        "chưa dùng được: bản này giữ mọi thứ trong tệp SQLite ở DATA_DIR; hãy bỏ biến này",
        "is not supported: this version keeps everything in the SQLite file in DATA_DIR; remove the setting",
      ),
    )
    .optional(),
  LOG_LEVEL: z.enum(logLevels, LEVEL).default("info"),
  METRICS_TOKEN: z
    .string()
    .regex(
      /^\S{16,256}$/,
      wrong("phải dài 16 đến 256 ký tự, không có dấu cách", "must be 16 to 256 characters without spaces"),
    )
    .optional(),
  COMMUNE: z.string().optional(),
  TRY_LANGUAGES: z
    .string()
    .regex(
      /^[a-z]{2,3}(,[a-z]{2,3})*$/,
      wrong(
        "phải là mã các tiếng, cách nhau bằng dấu phẩy, như bdq,jra",
        "must be codes of languages with commas between them, like bdq,jra",
      ),
    )
    .transform((codes) => codes.split(","))
    .default([]),
});

type Given = Readonly<Record<string, string | undefined>>;
type Complaint = { readonly name: string; readonly says: Bilingual };

const settingsOf = (channels: readonly Configured[]): readonly string[] => [
  ...Object.keys(Settings.shape),
  ...channels.flatMap((c) => Object.keys(c.settings.env)),
];

export const settingNames: readonly string[] = settingsOf(allChannels);

/** What is wrong with the value of one setting, looked at alone; null when nothing is. */
export const settingFault = (name: string, value: string): Bilingual | null => {
  const shapes = [Settings.shape, ...allChannels.map((c) => c.settings.env)].flatMap((all) => Object.entries(all));
  const shape = shapes.find(([known]) => known === name)?.[1];
  if (!shape) return noSuch;
  const [issue] = shape.safeParse(value).error?.issues ?? [];
  return issue ? wrongIn(issue.message) : null;
};

/** Never shown, not even in part: a line of the start goes to logs that others read. */
const secrets = /TOKEN|SECRET|DATABASE_URL|BACKUP_RECIPIENT/;

const givenIn = (env: Readonly<Record<string, string | undefined>>, names: readonly string[]): Given =>
  Object.fromEntries(names.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])));

const complaint = (name: string, says: Bilingual, given: Given): Complaint => {
  const value = Object.entries(given).find(([key]) => key === name)?.[1];
  // A password in an address, or a token pasted behind the wrong name, is a secret as well.
  const hidden = value === undefined || secrets.test(name) || /@|\d{6}:[\w-]{20}/.test(value);
  if (hidden) return { name, says };
  const got = JSON.stringify(value.slice(0, 80));
  return { name, says: { vi: `${says.vi}; đang là ${got}`, en: `${says.en}, got ${got}` } };
};

function* communeFault(given: Given, communes: readonly string[]): Generator<Complaint> {
  if (communes.length === 0)
    yield {
      name: "COMMUNE",
      says: {
        vi: "không có xã nào để chọn; seeds/communes đang trống",
        en: "no commune is there to choose; seeds/communes is empty",
      },
    };
  else if (given.COMMUNE && !communes.includes(given.COMMUNE))
    yield complaint(
      "COMMUNE",
      { vi: `phải là một trong ${communes.join(", ")}`, en: `must be one of ${communes.join(", ")}` },
      given,
    );
}

/** A name that begins as those of a channel do and is none is a slip; anything else belongs to somebody else. */
const notesOn = (env: object, names: readonly string[], channels: readonly Configured[]): Bilingual[] => {
  const firstWords = new Set(channels.flatMap((c) => Object.keys(c.settings.env)).map(firstWord));
  const unknown = Object.keys(env).filter((name) => firstWords.has(firstWord(name)) && !names.includes(name));
  return unknown.map((name) => ({ vi: `${name}: ${noSuch.vi}`, en: `${name}: ${noSuch.en}` }));
};

const noSuch: Bilingual = {
  vi: "không có thiết lập này; .env.example liệt kê đủ",
  en: "there is no such setting; .env.example lists all",
};

const firstWord = (name: string): string => name.split("_", 1).join();
