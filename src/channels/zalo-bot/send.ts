import { z } from "zod";
import type { Channel, Sent } from "../channel.ts";
import { degrade, type Shown } from "../degrade.ts";
import { partlySent } from "../partly-sent.ts";
import { api, type Reply } from "./api.ts";
import { zaloBotCapabilities } from "./capabilities.ts";
import { outcomeOf } from "./outcome.ts";
import { type PlanDeps, planWatch } from "./plan.ts";
import { type Settings, settingsOf } from "./settings.ts";

export type SendDeps = PlanDeps & {
  /** A public https address of a card's picture, or of a certificate's, for Zalo to fetch; null where there is none: then words alone go. */
  readonly pictureUrl: (card: string, language: string) => string | null;
  readonly certificateUrl: (code: string) => string | null;
  /** How long an answer may take, ms (default 20,000); then nobody knows whether the message went. */
  readonly timeoutMs?: number;
};

/** Sends one message, in as many parts as the limits ask for. Never throws for anything the network or Zalo does. */
export const sender = (deps: SendDeps): Channel["send"] => {
  const timeoutMs = deps.timeoutMs ?? 20_000;
  const partly = partlySent();
  const plan = planWatch(deps);

  return async (message, chat, connection) => {
    const settings = settingsOf(connection);
    if (!settings) return { outcome: "unauthorised", reason: "the connection's settings are incomplete" };
    const progress = partly.of(`${connection.id} ${chat} ${message.purpose} ${message.token}`);
    let last: string | null = null;
    for (const [i, shown] of degrade(message, zaloBotCapabilities).entries()) {
      if (i < progress.done) continue;
      const sent = await part(shown, chat, message.language, settings);
      if (sent && (sent.outcome === "sent" || sent.outcome === "uncertain"))
        await plan.spent(connection.id, chat, settings);
      if (sent && sent.outcome !== "sent") {
        if (sent.outcome !== "retry" && sent.outcome !== "uncertain") progress.forget();
        return sent;
      }
      last = sent?.externalId ?? last;
      progress.did(i + 1);
    }
    progress.forget();
    return last === null
      ? { outcome: "refused", reason: "the message says nothing" }
      : { outcome: "sent", externalId: last };
  };

  /** One part; null when there is nothing to say. A picture Zalo cannot have must not keep the words from the person. */
  async function part(
    { text, picture }: Shown,
    chat: string,
    language: string,
    settings: Settings,
  ): Promise<Sent | null> {
    const call = async (method: string, params: object) =>
      sentOf(await api(settings, method, { chat_id: chat, ...params }, timeoutMs));
    const photo =
      picture &&
      (picture.kind === "card" ? deps.pictureUrl(picture.card, language) : deps.certificateUrl(picture.code));
    if (photo) {
      const sent = await call("sendPhoto", { photo, ...(text && { caption: text }) });
      if (sent.outcome !== "refused") return sent;
    }
    return text === "" ? null : call("sendMessage", { text });
  }
};

const Result = z.object({ message_id: z.union([z.string(), z.number()]).transform(String).catch("") });

const sentOf = (reply: Reply): Sent =>
  reply.kind === "done"
    ? { outcome: "sent", externalId: Result.safeParse(reply.result).data?.message_id ?? "" }
    : outcomeOf(reply);
