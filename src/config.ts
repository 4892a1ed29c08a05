import { z } from "zod";

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
  /** Languages shown in the choice although their translation is not finished, to try them. */
  /** Where a backup is made each night; null: none. */
  readonly backupDir: string | null;
  /** For whom backups are encrypted: a public key of age. */
  readonly backupRecipient: string | null;
  readonly tryLanguages: readonly string[];
  /** What Zalo must find on the home page and in a file before it takes an address of ours; null: nothing asked. */
  readonly zaloVerification: string | null;
  readonly telegram: Telegram | null;
  /** Settings of the connection `default` of each Zalo product, by the names its channel uses; null when not set. */
  readonly zaloOa: Readonly<Record<string, string>> | null;
  readonly zaloBot: Readonly<Record<string, string>> | null;
};

export type Telegram = { readonly token: string; readonly apiRoot: string; readonly groups: "silent" | "leave" } & (
  | { readonly mode: "webhook"; readonly secret: string }
  | { readonly mode: "polling" }
);

/** `notes` are worth a line at start but stop nothing; `problems` stop it. One line each; neither ever holds a secret. */
export type ParsedConfig =
  | { readonly ok: true; readonly config: Config; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads the environment once. `communes` are the codes of the seeded communes, the default first. An empty value counts
 * as not set, because compose and unit files pass on `NAME=`. All faults are told at once.
 */
export function parseConfig(
  env: Readonly<Record<string, string | undefined>>,
  communes: readonly string[],
): ParsedConfig {
  const given = givenIn(env);
  const parsed = Settings.safeParse(given);
  const faulty = new Map<string, string>();
  const blame = ({ name, says }: Complaint) => faulty.has(name) || faulty.set(name, `${name}: ${says}`);
  for (const issue of parsed.error?.issues ?? []) blame(complaint(String(issue.path[0]), issue.message, given));
  for (const found of contradictions(given, communes, (name) => faulty.has(name))) blame(found);

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
    zaloVerification: s.ZALO_OA_VERIFY ?? null,
    telegram: telegramOf(s),
    zaloOa: s.ZALO_OA_APP_ID ? named(s, zaloOaNames) : null,
    zaloBot: s.ZALO_BOT_TOKEN ? named(s, zaloBotNames) : null,
  };
  return { ok: true, config, notes: notesOn(env) };
}

const TELEGRAM_API = "https://api.telegram.org";

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const NUMBER = "must be a whole number from 1 to 65535";
const ADDRESS = "must be an address like https://example.vn, without a path, a question mark or a password";
const LEVEL = `must be one of ${logLevels.join(", ")}`;
const WORD = "must be one word without spaces";

const VERIFICATION = "must be the code, the file name (zalo_verifier….html) or the whole meta line that Zalo shows";

/** The code, whichever of the three things Zalo shows was pasted: the bare code, the name of its file, or the meta line. */
export function verificationIn(pasted: string): string {
  return (
    /^zalo_verifier([^.]{1,100})\.html$/.exec(pasted)?.[1] ??
    /content\s{0,5}=\s{0,5}["']([^"']{1,100})["']/.exec(pasted)?.[1] ??
    pasted
  );
}

const Port = z
  .string()
  .regex(/^\d{1,5}$/, NUMBER)
  .transform(Number)
  .pipe(z.number().min(1, NUMBER).max(65535, NUMBER));
const Word = z.string().regex(/^\S+$/, WORD);
const Address = z
  .string()
  .refine(isAddress, ADDRESS)
  .transform((url) => url.replace(/\/$/, ""));

/** Every setting there is. `.env.example` lists the same names, each with a sentence. */
const Settings = z.object({
  PORT: Port.default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be a host name or an IP address")
    .default("0.0.0.0"),
  PUBLIC_URL: Address.optional(),
  DATA_DIR: z.string().default("./data"),
  BACKUP_DIR: z.string().optional(),
  BACKUP_RECIPIENT: z
    .string()
    .regex(/^age1[a-z0-9]{20,2000}$/, "must be a public key of age, age1 and letters, as age-keygen shows it")
    .optional(),
  DATABASE_URL: z
    .never("is not supported: this version keeps everything in the SQLite file in DATA_DIR; remove the setting")
    .optional(),
  LOG_LEVEL: z.enum(logLevels, LEVEL).default("info"),
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,256}$/, "must be 16 to 256 characters without spaces")
    .optional(),
  COMMUNE: z.string().optional(),
  TRY_LANGUAGES: z
    .string()
    .regex(/^[a-z]{2,3}(,[a-z]{2,3})*$/, "must be codes of languages with commas between them, like bdq,jra")
    .transform((codes) => codes.split(","))
    .default([]),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^[\w:-]+$/, "must be the token as @BotFather gave it, without spaces")
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,256}$/, "must be 1 to 256 of A-Z a-z 0-9 _ -")
    .optional(),
  TELEGRAM_API_ROOT: Address.default(TELEGRAM_API),
  TELEGRAM_MODE: z.enum(["webhook", "polling"], "must be webhook or polling").optional(),
  TELEGRAM_GROUPS: z.enum(["silent", "leave"], "must be silent or leave").optional(),
  ZALO_OA_APP_ID: z.string().regex(/^\d+$/, "must be digits only").optional(),
  ZALO_OA_APP_SECRET: Word.optional(),
  ZALO_OA_SECRET_KEY: Word.optional(),
  ZALO_OA_REFRESH_TOKEN: Word.optional(),
  ZALO_OA_ACCESS_TOKEN: Word.optional(),
  ZALO_OA_API_ROOT: Address.optional(),
  ZALO_OA_OAUTH_ROOT: Address.optional(),
  ZALO_OA_OA_ID: z.string().regex(/^\d+$/, "must be digits only").optional(),
  ZALO_OA_VERIFY: z
    .string()
    .transform(verificationIn)
    .pipe(z.string().regex(/^[\w-]{10,100}$/, VERIFICATION))
    .optional(),
  ZALO_OA_BUTTONS: z.enum(["both", "only", "none"], "must be both, only or none").optional(),
  ZALO_OA_PAID: z.enum(["yes", "no"], "must be yes or no").optional(),
  ZALO_OA_MONTHLY_BUDGET: z
    .string()
    .regex(/^\d{1,7}$/, "must be a whole number of messages")
    .optional(),
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^\d+:\S+$/, "must be digits, a colon and the secret part, as the bot's maker got it")
    .optional(),
  ZALO_BOT_WEBHOOK_SECRET: z
    .string()
    .regex(/^\S{8,256}$/, "must be 8 to 256 characters without spaces")
    .optional(),
  ZALO_BOT_API_ROOT: Address.optional(),
  ZALO_BOT_PLAN_USERS: z
    .string()
    .regex(/^\d{1,7}$/, "must be a whole number, 0 for no limit")
    .optional(),
  ZALO_BOT_PLAN_MESSAGES: z
    .string()
    .regex(/^\d{1,7}$/, "must be a whole number, 0 for no limit")
    .optional(),
});

type Given = { readonly [name in keyof z.input<typeof Settings>]?: string };
type Complaint = { readonly name: string; readonly says: string };

export const settingNames: readonly string[] = Object.keys(Settings.shape);

/** What is wrong with the value of one setting, looked at alone; null when nothing is. */
export const settingFault = (name: string, value: string): string | null => {
  const shape = Object.entries(Settings.shape).find(([known]) => known === name)?.[1];
  if (!shape) return "there is no such setting";
  const read = shape.safeParse(value);
  return read.success ? null : (read.error.issues[0]?.message ?? "is wrong");
};

/** Never shown, not even in part: a line of the start goes to logs that others read. */
const secrets = /TOKEN|SECRET|DATABASE_URL|BACKUP_RECIPIENT/;

const givenIn = (env: Readonly<Record<string, string | undefined>>): Given =>
  Object.fromEntries(settingNames.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])));

const complaint = (name: string, says: string, given: Given): Complaint => {
  const value = Object.entries(given).find(([key]) => key === name)?.[1];
  // A password in an address, or a token pasted behind the wrong name, is a secret as well.
  const hidden = value === undefined || secrets.test(name) || /@|\d{6}:[\w-]{20}/.test(value);
  return { name, says: hidden ? says : `${says}, got ${JSON.stringify(value.slice(0, 80))}` };
};

/** Faults that no single setting shows. They are read from the given words, so that they are told along with the others. */
function* contradictions(
  given: Given,
  communes: readonly string[],
  faulty: (name: string) => boolean,
): Generator<Complaint> {
  if (communes.length === 0) yield { name: "COMMUNE", says: "no commune is there to choose; seeds/communes is empty" };
  else if (given.COMMUNE && !communes.includes(given.COMMUNE))
    yield complaint("COMMUNE", `must be one of ${communes.join(", ")}`, given);

  for (const [name, needed] of together)
    if (given[name] && !given[needed] && !faulty(name)) yield { name: needed, says: `is missing, but ${name} is set` };

  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, TELEGRAM_MODE: mode } = given;
  if (!token) {
    const orphan = (["TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_MODE", "TELEGRAM_GROUPS"] as const).find((n) => given[n]);
    if (orphan) yield { name: "TELEGRAM_BOT_TOKEN", says: `is missing, but ${orphan} is set` };
    return;
  }
  // Bot API servers of one's own, and test servers, take any token; Telegram's has one shape, and a mutilated copy is the usual mistake.
  const real = (given.TELEGRAM_API_ROOT ?? TELEGRAM_API).replace(/\/$/, "") === TELEGRAM_API;
  if (real && !/^\d{5,}:[\w-]{30,}$/.test(token))
    yield {
      name: "TELEGRAM_BOT_TOKEN",
      says: "must look like 123456789:AbC…, digits, a colon and some 35 characters, as @BotFather gave it",
    };
  if (modeOf(mode, secret) === "polling") return;
  if (!secret)
    yield {
      name: "TELEGRAM_WEBHOOK_SECRET",
      says: "is missing; webhook mode needs one (or set TELEGRAM_MODE=polling)",
    };
  if (real && !given.PUBLIC_URL)
    yield {
      name: "PUBLIC_URL",
      says: "is missing; Telegram's webhook needs a public https address (or set TELEGRAM_MODE=polling)",
    };
  else if (real && !/^https:/i.test(given.PUBLIC_URL ?? ""))
    yield complaint(
      "PUBLIC_URL",
      "must begin with https://, Telegram calls no other address (or set TELEGRAM_MODE=polling)",
      given,
    );
}

/** A secret serves nothing but a webhook, so it chooses; with the token alone the bot works on any machine, by polling. */
const modeOf = (mode: string | undefined, secret: string | undefined): string =>
  mode ?? (secret ? "webhook" : "polling");

const telegramOf = (s: z.output<typeof Settings>): Telegram | null => {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_WEBHOOK_SECRET: secret } = s;
  if (!token) return null;
  const bot = { token, apiRoot, groups: s.TELEGRAM_GROUPS ?? "silent" };
  if (secret && modeOf(s.TELEGRAM_MODE, secret) === "webhook") return { ...bot, mode: "webhook", secret };
  return { ...bot, mode: "polling" };
};

/** A Zalo product works with all of these or none: the first named needs the second. */
const together = [
  ["ZALO_OA_APP_ID", "ZALO_OA_APP_SECRET"],
  ["ZALO_OA_APP_SECRET", "ZALO_OA_APP_ID"],
  ["ZALO_OA_SECRET_KEY", "ZALO_OA_APP_ID"],
  ["ZALO_OA_REFRESH_TOKEN", "ZALO_OA_APP_ID"],
  ["ZALO_OA_ACCESS_TOKEN", "ZALO_OA_APP_ID"],
  ["ZALO_BOT_WEBHOOK_SECRET", "ZALO_BOT_TOKEN"],
] as const;

const zaloOaNames = {
  ZALO_OA_APP_ID: "appId",
  ZALO_OA_APP_SECRET: "appSecret",
  ZALO_OA_SECRET_KEY: "secretKey",
  ZALO_OA_OA_ID: "oaId",
  ZALO_OA_REFRESH_TOKEN: "refreshToken",
  ZALO_OA_ACCESS_TOKEN: "accessToken",
  ZALO_OA_API_ROOT: "apiRoot",
  ZALO_OA_OAUTH_ROOT: "oauthRoot",
  ZALO_OA_BUTTONS: "buttons",
  ZALO_OA_PAID: "paid",
  ZALO_OA_MONTHLY_BUDGET: "monthlyBudget",
} as const;

const zaloBotNames = {
  ZALO_BOT_TOKEN: "token",
  ZALO_BOT_WEBHOOK_SECRET: "secret",
  ZALO_BOT_API_ROOT: "apiRoot",
  ZALO_BOT_PLAN_USERS: "planUsers",
  ZALO_BOT_PLAN_MESSAGES: "planMessages",
} as const;

const named = (
  s: z.output<typeof Settings>,
  names: Readonly<Partial<Record<keyof z.output<typeof Settings>, string>>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(s).flatMap(([name, value]) => {
      const short = Object.entries(names).find(([n]) => n === name)?.[1];
      return short !== undefined && typeof value === "string" ? [[short, value]] : [];
    }),
  );

const notesOn = (env: object): string[] => {
  const unknown = Object.keys(env).filter((name) => /^(TELEGRAM|ZALO)_/.test(name) && !settingNames.includes(name));
  return [...unknown.map((name) => `${name}: there is no such setting; .env.example lists all`)];
};

function isAddress(text: string): boolean {
  if (!URL.canParse(text) || /[?#]/.test(text)) return false;
  const { protocol, pathname, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === "/" && username === "" && password === "";
}
