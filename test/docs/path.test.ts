import { parseEnv } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { listenOnChannels } from "../../src/app/listen.ts";
import { setUp } from "../../src/channels/telegram/setup.ts";
import { someone } from "../cli/setup/someone.ts";
import { startFakeTelegram } from "../fakes/telegram/server.ts";
import { updates } from "../fakes/telegram/updates.ts";
import { startHouse } from "../house/house.ts";

const TOKEN = "123456789:AAAAbbbbCCCCddddEEEEffffGGGGhhhhIII";

test("the guide's path from an empty folder: set up, restarted with what was written, a neighbour's phone gets an answer", async () => {
  const fake = await startFakeTelegram({ token: TOKEN });
  onTestFinished(() => fake.close());
  const officer = someone(
    [
      [/Dán token/, TOKEN],
      [/bấm Bắt đầu/, ""],
      [/Địa chỉ công khai/, ""],
    ],
    { TELEGRAM_API_ROOT: fake.root },
  );
  expect(await setUp(officer.session, officer.parts)).toBe(true);
  expect(officer.left()).toBe(0);

  // The restart: nothing but what the command wrote, and the fake's address.
  const written = Object.entries(parseEnv(officer.written())).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  const server = await startHouse({ ...Object.fromEntries(written), TELEGRAM_API_ROOT: fake.root });
  const stop = new AbortController();
  onTestFinished(async () => {
    stop.abort();
    await server.close();
  });
  await listenOnChannels(server.house, stop.signal);

  const said = updates();
  /** What a neighbour types, and what their phone then shows. */
  const types = async (text: string): Promise<string> => {
    const before = fake.sent.length;
    fake.queue(said.text(7001, text));
    while (fake.sent.length === before)
      await Promise.race(["sendPhoto", "sendMessage"].map((m) => fake.call(m, fake.of(m).length + 1)));
    const { payload } = fake.sent[before] ?? expect.fail("nothing was said");
    expect(String(payload.chat_id)).toBe("7001");
    return String(payload.caption ?? payload.text);
  };
  const answer = await types("BAI1");
  expect(answer).toContain("Chào bác!");
  expect(answer).toContain("Bước 1/6");
});
