import { afterAll, beforeAll, expect, test } from "vitest";
import { channelStates } from "../../src/app/channel-states.ts";
import { allChannels } from "../../src/channels/all.ts";
import { parseConfig } from "../../src/config.ts";
import { channelContract } from "../channels/contract/contract.ts";
import { numberOf, type Someone, settled, type Town } from "../channels/contract/town.ts";
import { type RunningHouse, startHouse } from "../house/house.ts";
import { type Outgoing, stubChannel } from "./stub-channel.ts";

const SECRET = "a-secret-of-tests";

/** The house with one channel more in its list. */
const start = async () => {
  const out: Outgoing[] = [];
  const running = await startHouse({ STUB_SECRET: SECRET }, [...allChannels, stubChannel(out)]);
  const post = (body: object, secret = SECRET) =>
    fetch(`${running.url}/webhooks/stub/default`, {
      method: "POST",
      headers: { "x-stub": secret },
      body: JSON.stringify(body),
    });
  return { out, running, post };
};

const stubTown = async (): Promise<Town> => {
  const { out, running, post } = await start();
  let keys = 0;
  const person = (n: number): Someone => {
    const chat = `nguoi-${n}`;
    const connection = "default-stub";
    const chosen = new Map<string, object>();
    let seen = 0;
    let heard = "";
    let last: object = {};
    const brings = async (body: object): Promise<string> => {
      last = body;
      const answered = await post(body);
      if (answered.status !== 200) throw new Error(`the webhook answered ${answered.status}`);
      await settled(running.house, connection, chat);
      const fresh = out.filter((o) => o.chat === chat).slice(seen);
      seen += fresh.length;
      const words = fresh.map((o) => o.text).join("\n");
      if (words !== "") heard = words;
      return words;
    };
    const written = (text: string) => ({ key: `k-${++keys}`, chat, text });
    return {
      connection,
      chat,
      opens: () => brings(written("Xin chào")),
      says: (text) => brings(written(text)),
      chooses: (label) => {
        const body = written(/^\d+\.$/.test(label) ? label.slice(0, -1) : numberOf(heard, label));
        chosen.set(label, body);
        return brings(body);
      },
      choosesAgain: (label) => brings(chosen.get(label) ?? last),
      isBroughtTwice: () => brings(last),
      sends: null,
    };
  };
  return { house: running.house, person, wire: () => [], close: running.close };
};

channelContract("stub", stubTown, false);

let running: RunningHouse;
let post: Awaited<ReturnType<typeof start>>["post"];
beforeAll(async () => ({ running, post } = await start()));
afterAll(() => running.close());

test("its settings are read, and named in the faults", () => {
  const list = [...allChannels, stubChannel([])];
  const refused = parseConfig({ STUB_SECRET: "short" }, ["xa"], list);
  expect(refused.ok ? [] : refused.problems.map((p) => p.en)).toEqual(["STUB_SECRET: must be 8 characters at least"]);
  const slip = parseConfig({ STUB_SECRT: "x" }, ["xa"], list);
  expect(slip.ok && slip.notes.map((n) => n.en)).toEqual([
    "STUB_SECRT: there is no such setting; .env.example lists all",
  ]);
  const parsed = parseConfig({}, ["xa"], list);
  expect(parsed.ok && parsed.config.channels.stub).toEqual({ connection: null, proof: null });
});

test("its webhook lets nobody in without the secret", async () => {
  expect((await post({ key: "k", chat: "a", text: "xin chào" }, "another")).status).toBe(401);
});

test("it is probed, and the desk knows it by its name", async () => {
  const { house } = running;
  const found = house.connected.get("default-stub");
  expect(await found?.open.probe?.(found.connection)).toMatchObject({ ok: true, value: { stands: true } });
  const states = await channelStates(house).channels("phu-binh-thai-nguyen");
  expect(states.map((s) => s.title.vi)).toEqual(["Trang web", "Kênh thử"]);
});
