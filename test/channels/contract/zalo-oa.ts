import { type OaButton, type OaEvent, userId } from "../../fakes/zalo-oa/events.ts";
import { startFakeZaloOa } from "../../fakes/zalo-oa/server.ts";
import { startHouse } from "../../house/house.ts";
import { monday } from "../../universe.ts";
import { numberOf, type Someone, settled, type Town, written } from "./town.ts";

/** The house behind the fake Zalo OA: people press a button where the message has it, else type its number. */
export const zaloOaTown = async (): Promise<Town> => {
  // One clock for both: windows and signatures are about time.
  let now = () => monday;
  const fake = await startFakeZaloOa({ clock: () => now() });
  const pair = fake.grant();
  const { house, url, clock, close } = await startHouse({
    ZALO_OA_APP_ID: fake.appId,
    ZALO_OA_APP_SECRET: fake.appSecret,
    ZALO_OA_SECRET_KEY: fake.oaSecret,
    ZALO_OA_ACCESS_TOKEN: pair.access_token,
    ZALO_OA_REFRESH_TOKEN: pair.refresh_token,
    ZALO_OA_API_ROOT: fake.url,
    ZALO_OA_OAUTH_ROOT: fake.url,
  });
  now = clock.now;
  fake.setHook(`${url}/webhooks/zalo-oa/default`);
  let told = 0;

  const person = (n: number): Someone => {
    const chat = userId(n);
    const connection = "default-zalo-oa";
    const buttons: OaButton[] = [];
    const chosen = new Map<string, OaEvent>();
    let seen = 0;
    let heard = "";
    let last: OaEvent | null = null;
    const brings = async (event: OaEvent): Promise<string> => {
      last = event;
      const { lost, tries } = await fake.deliver(event);
      if (lost || tries.at(-1) !== 200) throw new Error(`the webhook answered ${tries.join(", ")}`);
      await settled(house, connection, chat);
      const fresh = fake.sent.filter((s) => s.user === chat).slice(seen);
      seen += fresh.length;
      const shown = fresh.flatMap((s) => buttonsOf(s.message));
      buttons.push(...shown);
      const words = [...fresh.map((s) => String(s.message.text ?? "")), ...shown.map((b) => b.title)].join("\n");
      if (words !== "") heard = words;
      return words;
    };
    const button = (label: string, of: readonly OaButton[]) =>
      of.find((b) => b.title.includes(label) && b.type === "oa.query.hide");
    const latest = () => buttons.filter((b) => heard.includes(b.title)).reverse();
    return {
      connection,
      chat,
      opens: () => brings(fake.events.follow(chat)),
      says: (text) => brings(fake.events.text(chat, text)),
      chooses: (label) => {
        const found = button(label, latest());
        const number = /^\d+\.$/.test(label) ? label.slice(0, -1) : null;
        const event = found ? fake.events.press(chat, found) : fake.events.text(chat, number ?? numberOf(heard, label));
        chosen.set(label, event);
        return brings(event);
      },
      choosesAgain: (label) => {
        const old = button(label, buttons);
        return brings(old ? fake.events.press(chat, old) : (chosen.get(label) ?? fake.events.text(chat, "?")));
      },
      isBroughtTwice: () => brings(last ?? fake.events.text(chat, "?")),
      sends: (what) => brings(what === "photo" ? fake.events.image(chat) : fake.events.audio(chat)),
    };
  };

  return {
    house,
    person,
    wire: () => {
      const fresh = fake.calls.slice(told);
      told += fresh.length;
      return fresh.map(({ on, body }) => plain(written(on, Object(body?.message ?? body ?? {}))));
    },
    close: async () => {
      await close();
      await fake.close();
    },
  };
};

const buttonsOf = (message: Readonly<Record<string, unknown>>): OaButton[] => {
  // The shape the API wants; the fake refuses any other.
  const { attachment } = message as { attachment?: { payload?: { buttons?: OaButton[] } } };
  return attachment?.payload?.buttons ?? [];
};

/** A token of the day is not what is compared. */
const plain = (text: string): string =>
  text.replace(/~[\w-]{22}/g, "~<token>").replace(/"attachment_id":"[^"]+"/g, '"attachment_id":"<upload>"');
