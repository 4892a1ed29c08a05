import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Config, parseConfig, settingFault, settingNames } from "../src/config.ts";

const COMMUNES = ["xa-mau-tinh-mau", "xa-hai-tinh-mau"];
const nothing = { connection: null, proof: null };
const unset = { web: nothing, telegram: nothing, "zalo-oa": nothing, "zalo-bot": nothing };
const TOKEN = "123456789:AAAAbbbbCCCCddddEEEEffffGGGGhhhhIII";

const problemsOf = (env: Record<string, string>, communes = COMMUNES): readonly string[] => {
  const parsed = parseConfig(env, communes);
  return parsed.ok ? [] : parsed.problems.map((p) => p.en);
};
const configOf = (env: Record<string, string>): Config => {
  const parsed = parseConfig(env, COMMUNES);
  if (!parsed.ok) throw new Error(parsed.problems.map((p) => p.en).join("\n"));
  return parsed.config;
};
/** Its connection is called where it has a secret, and polls where it has none. */
const telegramOf = (env: Record<string, string>) => configOf(env).channels.telegram?.connection;
const notesOf = (env: Record<string, string>): readonly string[] => {
  const parsed = parseConfig(env, COMMUNES);
  return parsed.ok ? parsed.notes.map((n) => n.en) : ["refused"];
};

test("nothing needs to be set", () => {
  expect(parseConfig({ PATH: "/bin" }, COMMUNES)).toEqual({
    ok: true,
    notes: [],
    config: {
      port: 3000,
      host: "0.0.0.0",
      publicUrl: "http://localhost:3000",
      dataDir: "./data",
      logLevel: "info",
      metricsToken: null,
      commune: "xa-mau-tinh-mau",
      backupDir: null,
      backupRecipient: null,
      tryLanguages: [],
      channels: unset,
    },
  });
});

test("what is set holds; an empty value counts as not set; a slash at the end of an address goes", () => {
  const config = configOf({
    PORT: " 8080 ",
    HOST: "127.0.0.1",
    PUBLIC_URL: "https://hoc.example.vn/",
    DATA_DIR: "/srv/data",
    LOG_LEVEL: "debug",
    COMMUNE: "xa-hai-tinh-mau",
    BACKUP_DIR: "/var/backups/hoc",
    BACKUP_RECIPIENT: `age1${"q".repeat(58)}`,
    TRY_LANGUAGES: "bdq,jra",
    TELEGRAM_BOT_TOKEN: "",
    DATABASE_URL: "",
  });
  expect(config).toEqual({
    port: 8080,
    host: "127.0.0.1",
    publicUrl: "https://hoc.example.vn",
    dataDir: "/srv/data",
    logLevel: "debug",
    metricsToken: null,
    commune: "xa-hai-tinh-mau",
    backupDir: "/var/backups/hoc",
    backupRecipient: `age1${"q".repeat(58)}`,
    tryLanguages: ["bdq", "jra"],
    channels: unset,
  });
});

test("the public address follows the port", () => {
  expect(configOf({ PORT: "8081" }).publicUrl).toBe("http://localhost:8081");
});

describe("one clear line for each wrong value", () => {
  const address = "must be an address like https://example.vn, without a path, a question mark or a password";
  const cases: [name: string, value: string, says: string][] = [
    ["PORT", "abc", 'must be a whole number from 1 to 65535, got "abc"'],
    ["PORT", "0", 'must be a whole number from 1 to 65535, got "0"'],
    ["PORT", "65536", 'must be a whole number from 1 to 65535, got "65536"'],
    ["PORT", "80.5", 'must be a whole number from 1 to 65535, got "80.5"'],
    ["HOST", "http://x", 'must be a host name or an IP address, got "http://x"'],
    ["PUBLIC_URL", "hoc.example.vn", `${address}, got "hoc.example.vn"`],
    ["PUBLIC_URL", "https://hoc.example.vn/bdhvs", `${address}, got "https://hoc.example.vn/bdhvs"`],
    ["PUBLIC_URL", "ftp://hoc.example.vn", `${address}, got "ftp://hoc.example.vn"`],
    ["LOG_LEVEL", "loud", 'must be one of fatal, error, warn, info, debug, trace, silent, got "loud"'],
    ["BACKUP_RECIPIENT", "AGE-SECRET-KEY-1", "must be a public key of age, age1 and letters, as age-keygen shows it"],
    ["TRY_LANGUAGES", "Bahnar", 'must be codes of languages with commas between them, like bdq,jra, got "Bahnar"'],
    ["COMMUNE", "hue", 'must be one of xa-mau-tinh-mau, xa-hai-tinh-mau, got "hue"'],
    ["TELEGRAM_API_ROOT", "localhost", `${address}, got "localhost"`],
    ["ZALO_OA_APP_ID", "abc", 'must be digits only, got "abc"'],
    ["ZALO_OA_API_ROOT", "zalo", `${address}, got "zalo"`],
    ["ZALO_OA_OAUTH_ROOT", "zalo", `${address}, got "zalo"`],
    ["ZALO_BOT_API_ROOT", "zalo", `${address}, got "zalo"`],
  ];
  test.each(cases)("%s=%s", (name, value, says) => {
    expect(problemsOf({ [name]: value })).toEqual([`${name}: ${says}`]);
  });

  test("TELEGRAM_MODE", () => {
    const env = {
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_MODE: "push",
      TELEGRAM_API_ROOT: "http://localhost:9",
      TELEGRAM_WEBHOOK_SECRET: "s",
    };
    expect(problemsOf(env)).toEqual(['TELEGRAM_MODE: must be webhook or polling, got "push"']);
  });

  test("all at once, each setting once", () => {
    const env = { PORT: "x", LOG_LEVEL: "y", COMMUNE: "z", TELEGRAM_WEBHOOK_SECRET: "no spaces!" };
    expect(problemsOf(env).map((line) => line.split(":")[0])).toEqual([
      "PORT",
      "LOG_LEVEL",
      "TELEGRAM_WEBHOOK_SECRET",
      "COMMUNE",
      "TELEGRAM_BOT_TOKEN",
    ]);
  });

  test("no commune at all", () => {
    expect(problemsOf({}, [])).toEqual(["COMMUNE: no commune is there to choose; seeds/communes is empty"]);
  });

  test("a PostgreSQL address is refused, not ignored", () => {
    expect(problemsOf({ DATABASE_URL: "postgres://house:geheim@db/house" })).toEqual([
      "DATABASE_URL: is not supported: this version keeps everything in the SQLite file in DATA_DIR; remove the setting",
    ]);
  });
});

describe("Telegram", () => {
  test("a token alone polls", () => {
    expect(telegramOf({ TELEGRAM_BOT_TOKEN: TOKEN })).toEqual({
      groups: "silent",
      token: TOKEN,
      apiRoot: "https://api.telegram.org",
    });
  });

  test("what it does in groups is the commune's to say, for a bot that is there", () => {
    expect(telegramOf({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_GROUPS: "leave" })?.groups).toBe("leave");
    for (const env of [{ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_GROUPS: "talk" }, { TELEGRAM_GROUPS: "leave" }])
      expect(() => configOf(env)).toThrow();
  });

  test("a secret makes it a webhook", () => {
    const env = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: "a_B-1", PUBLIC_URL: "https://hoc.example.vn" };
    expect(telegramOf(env)).toEqual({
      groups: "silent",
      token: TOKEN,
      apiRoot: "https://api.telegram.org",
      secret: "a_B-1",
    });
    expect(telegramOf({ ...env, TELEGRAM_MODE: "polling" })?.secret).toBeUndefined();
  });

  test("webhook mode needs a secret and a public address", () => {
    expect(problemsOf({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_MODE: "webhook" })).toEqual([
      "TELEGRAM_WEBHOOK_SECRET: is missing; webhook mode needs one (or set TELEGRAM_MODE=polling)",
      "PUBLIC_URL: is missing; Telegram's webhook needs a public https address (or set TELEGRAM_MODE=polling)",
    ]);
  });

  test("Telegram itself calls https only; a server of one's own may call http", () => {
    const env = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: "s", PUBLIC_URL: "http://hoc.example.vn" };
    expect(problemsOf(env)).toEqual([
      'PUBLIC_URL: must begin with https://, Telegram calls no other address (or set TELEGRAM_MODE=polling), got "http://hoc.example.vn"',
    ]);
    expect(problemsOf({ ...env, TELEGRAM_API_ROOT: "http://127.0.0.1:8081" })).toEqual([]);
  });

  test.each(["a b", "a".repeat(257), "ă", "a.b"])("the secret %j is refused", (secret) => {
    const env = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: secret, PUBLIC_URL: "https://hoc.example.vn" };
    expect(problemsOf(env)).toEqual(["TELEGRAM_WEBHOOK_SECRET: must be 1 to 256 of A-Z a-z 0-9 _ -"]);
  });

  test.each(["abc", "123456789", "123456789:short", `bot${TOKEN}`])("%s is no token of Telegram", (token) => {
    expect(problemsOf({ TELEGRAM_BOT_TOKEN: token })).toEqual([
      "TELEGRAM_BOT_TOKEN: must look like 123456789:AbC…, digits, a colon and some 35 characters, as @BotFather gave it",
    ]);
  });

  test("another server takes another token, but none with spaces", () => {
    const env = { TELEGRAM_API_ROOT: "http://127.0.0.1:9001" };
    expect(telegramOf({ ...env, TELEGRAM_BOT_TOKEN: "sampleToken" })?.token).toBe("sampleToken");
    expect(problemsOf({ ...env, TELEGRAM_BOT_TOKEN: "sample token" })).toHaveLength(1);
  });

  test.each([
    ["TELEGRAM_WEBHOOK_SECRET", "s"],
    ["TELEGRAM_MODE", "polling"],
  ])("%s without a token is a forgotten token", (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([`TELEGRAM_BOT_TOKEN: is missing, but ${name} is set`]);
  });
});

describe("Zalo", () => {
  test("each product's settings, by the names its channel uses; what is not set is left out", () => {
    const config = configOf({
      ZALO_OA_APP_ID: "12345",
      ZALO_OA_APP_SECRET: "s3cret",
      ZALO_OA_PAID: "yes",
      ZALO_BOT_TOKEN: "12:abc-xyz",
    });
    expect(config.channels["zalo-oa"]?.connection).toEqual({ appId: "12345", appSecret: "s3cret", paid: "yes" });
    expect(config.channels["zalo-bot"]?.connection).toEqual({ token: "12:abc-xyz" });
  });

  test("half a product is one line that names what is missing", () => {
    expect(problemsOf({ ZALO_OA_APP_ID: "12345" })).toEqual([
      "ZALO_OA_APP_SECRET: is missing, but ZALO_OA_APP_ID is set",
    ]);
    expect(problemsOf({ ZALO_BOT_WEBHOOK_SECRET: "long-enough" })).toEqual([
      "ZALO_BOT_TOKEN: is missing, but ZALO_BOT_WEBHOOK_SECRET is set",
    ]);
  });

  test.each([
    ["ZALO_OA_APP_SECRET", "two words"],
    ["ZALO_OA_SECRET_KEY", "two words"],
    ["ZALO_OA_PAID", "perhaps"],
    ["ZALO_OA_MONTHLY_BUDGET", "-1"],
    ["ZALO_BOT_TOKEN", "abc"],
    ["ZALO_BOT_PLAN_USERS", "many"],
  ])("%s is checked", (name, value) => {
    expect(
      problemsOf({ ZALO_OA_APP_ID: "12345", ZALO_OA_APP_SECRET: "s", ZALO_BOT_TOKEN: "12:abc-xyz", [name]: value }),
    ).toHaveLength(1);
  });
});

test("a misspelt name is pointed out", () => {
  expect(notesOf({ TELEGRAM_TOKEN: TOKEN })).toEqual([
    "TELEGRAM_TOKEN: there is no such setting; .env.example lists all",
  ]);
});

describe("no secret is ever printed", () => {
  const SECRET = "geheim two words";
  test.each(settingNames.filter((name) => /TOKEN|SECRET|DATABASE_URL/.test(name)))("%s", (name) => {
    const said = [...problemsOf({ [name]: SECRET }), ...notesOf({ [name]: SECRET })].join("\n");
    expect(said).toContain(name);
    expect(said).not.toContain("geheim");
  });

  test("a password inside an address", () => {
    const said = problemsOf({ PUBLIC_URL: "https://user:geheim@hoc.example.vn" });
    expect(said).toHaveLength(1);
    expect(said.join()).not.toContain("geheim");
  });

  test("a token behind the wrong name", () => {
    expect(problemsOf({ COMMUNE: TOKEN, PORT: TOKEN }).join()).not.toContain(TOKEN.slice(10));
  });
});

test(".env.example lists every setting with a sentence, and nothing else; as it stands it changes nothing", () => {
  const lines = readFileSync(new URL("../.env.example", import.meta.url), "utf8").split("\n");
  const listed = lines.flatMap((line, at) => {
    const name = /^#?([A-Z_]+)=/.exec(line)?.[1];
    return name ? [{ name, sentence: lines[at - 1] ?? "" }] : [];
  });
  expect(listed.map((setting) => setting.name)).toEqual(settingNames);
  for (const { name, sentence } of listed) expect(sentence, name).toMatch(/^# \S.{15,}\.$/);
  expect(lines.filter((line) => line !== "" && !line.startsWith("#"))).toEqual([]);
});

test("the domain's verification is taken however Zalo shows it, also before anything else of Zalo is set", () => {
  const code = "Ab-3_dEfGhIjKlMnOpQrStUvWxYz0123456789";
  for (const pasted of [
    code,
    `zalo_verifier${code}.html`,
    `<meta name="zalo-platform-site-verification" content="${code}" />`,
    `<meta content='${code}' property='zalo-platform-site-verification'>`,
  ])
    expect(configOf({ ZALO_OA_VERIFY: pasted }).channels["zalo-oa"]?.proof).toBe(code);
  for (const wrong of ["short", "a code with blanks in it", "<script>alert(1)</script>", `${code}/../../etc`])
    expect(problemsOf({ ZALO_OA_VERIFY: wrong })).toEqual([expect.stringContaining("ZALO_OA_VERIFY: must be")]);
});

test("whatever is wrong is said in both languages, of every setting", () => {
  for (const name of settingNames)
    for (const value of ["không hợp lệ!", "x".repeat(300), "-1", "ftp://x", "1"]) {
      const alone = settingFault(name, value);
      const parsed = parseConfig({ [name]: value }, COMMUNES);
      for (const says of [...(alone ? [alone] : []), ...(parsed.ok ? parsed.notes : parsed.problems)]) {
        expect(says.vi, name).not.toBe(says.en);
        expect(says.vi, name).toMatch(/phải|còn thiếu|chỉ|chưa|không có/);
      }
    }
});
