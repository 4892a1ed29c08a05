import type { Message } from "../../../src/channels/message.ts";
import { startHouse } from "../../house/house.ts";
import { type Someone, type Town, written } from "./town.ts";

const commune = "phu-binh-thai-nguyen";
type Item = { readonly id: number; readonly message: Message };

/** The house and browsers that talk to it as the page does: the chat's own addresses, with a cookie. */
export const webTown = async (): Promise<Town> => {
  const { house, url, close } = await startHouse();
  const wire: string[] = [];

  const person = (n: number): Someone => {
    let cookie = "";
    const all: Item[] = [];
    let last = {};
    const enter = async (): Promise<void> => {
      const page = await fetch(`${url}/chat?commune=${commune}`);
      cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
    };
    const post = async (body: object): Promise<string> => {
      if (cookie === "") await enter();
      last = body;
      const answer = await fetch(`${url}/chat/messages`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie },
        body: JSON.stringify({ ...body, commune, after: all.at(-1)?.id ?? 0 }),
      });
      if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`);
      const { messages } = (await answer.json()) as { messages: Item[] }; // the chat API's own answer
      all.push(...messages);
      wire.push(...messages.map((m) => plain(written("message", m.message))));
      return messages.map((m) => wordsOf(m.message)).join("\n");
    };
    let keys = 0;
    const key = () => `key-of-${n}-${++keys}`;
    const press = (choice: { token: string; key: string } | undefined, label: string): Promise<string> => {
      if (!choice)
        throw new Error(
          `no choice "${label}" among ${all
            .at(-1)
            ?.message.choices.map((c) => c.label)
            .join(" | ")}`,
        );
      return post({ key: key(), press: choice });
    };
    const choices = () =>
      all.flatMap(({ message }) =>
        message.choices.map((c) => ({ label: `${c.n}. ${c.label}`, token: message.token, key: c.key })),
      );
    const bare = (c: { token: string; key: string } | undefined) => c && { token: c.token, key: c.key };
    return {
      connection: `web-${commune}`,
      get chat() {
        return /talk=([^.]+)\./.exec(cookie)?.[1] ?? "";
      },
      opens: () => post({ key: key(), open: { code: null } }),
      says: (text) => post({ key: key(), text }),
      chooses: (label) => press(bare(choices().findLast((c) => c.label.includes(label))), label),
      choosesAgain: (label) => press(bare(choices().find((c) => c.label.includes(label))), label),
      isBroughtTwice: () => post(last),
      sends: null,
    };
  };

  return { house, person, wire: () => wire.splice(0), close };
};

const wordsOf = ({ blocks, choices, progress }: Message): string =>
  [
    ...(progress
      ? [`${progress.title} – ${progress.unit === "step" ? "Bước" : "Câu"} ${progress.at}/${progress.of}`]
      : []),
    ...blocks.flatMap((b) => ("text" in b ? [b.text] : b.kind === "keys" ? b.items.map((i) => i.text) : [b.alt])),
    ...choices.map((c) => `${c.n}. ${c.label}`),
  ]
    .join("\n")
    .replaceAll("**", "");

/** A token of the day is not what is compared. */
const plain = (json: string): string =>
  json.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<token>");
