import { monthOf } from "../../kit/vietnam-time.ts";
import type { Channel, Sent } from "../channel.ts";
import { partlySent } from "../partly-sent.ts";
import { type Delivered, deliverer } from "./deliver.ts";
import type { ZaloDeps } from "./deps.ts";
import { render } from "./render.ts";
import { type Settings, settingsOf } from "./settings.ts";
import type { Tokens } from "./tokens.ts";
import { windowOf } from "./window.ts";

/**
 * Sends one message, in as many parts as the limits ask for, each only when the person's window is open and paid for.
 * Never throws for anything the network or Zalo does.
 */
export const sender = (deps: ZaloDeps, held: Tokens): Channel["send"] => {
  const deliver = deliverer(deps, held);
  const partly = partlySent();

  return async (message, chat, connection) => {
    const settings = settingsOf(connection);
    if (!settings) return { outcome: "unauthorised", reason: "the connection's settings are incomplete" };
    const progress = partly.of(`${connection.id} ${chat} ${message.purpose} ${message.token}`);
    let last: string | null = null;
    for (const [i, part] of render(message, settings.buttons).entries()) {
      if (i < progress.done) continue;
      const price = await priceOf(connection.id, chat, settings);
      if (typeof price !== "string") return price;
      const sent: Delivered = await deliver(part, chat, message, connection, settings);
      await account(connection.id, price, sent);
      if (sent.outcome !== "sent") {
        if (sent.outcome !== "retry" && sent.outcome !== "uncertain") progress.forget();
        return sent;
      }
      last = sent.externalId;
      progress.did(i + 1);
    }
    progress.forget();
    return last === null
      ? { outcome: "refused", reason: "the message says nothing" }
      : { outcome: "sent", externalId: last };
  };

  /** Whether this part may go now, and whether it is paid for; a billed one is booked before it goes. */
  async function priceOf(connection: string, chat: string, settings: Settings): Promise<"free" | "billed" | Sent> {
    const seen = await deps.seen(connection, chat);
    if (seen === null) return { outcome: "refused", reason: "nobody is known by this chat" };
    const window = windowOf(seen, deps.now());
    if (window === "free") return "free";
    if (window === "closed") return { outcome: "wait", reason: "not there for 7 days" };
    if (settings.paid !== "yes")
      return { outcome: "wait", reason: "not there for 48 hours, and this connection sends nothing that costs" };
    const booked = await deps.money.reserve(connection, monthOf(deps.now()), settings.monthlyBudget);
    return booked ? "billed" : { outcome: "wait", reason: "not there for 48 hours, and the month's budget is spent" };
  }

  /** What was not sent costs nothing; what may have been stays booked. Zalo may say that its plan paid. */
  async function account(
    connection: string,
    price: "free" | "billed",
    sent: { readonly outcome: string; readonly quota?: string | null },
  ): Promise<void> {
    const month = monthOf(deps.now());
    const went = sent.outcome === "sent";
    const included = went && PAID_BY_PLAN.has(sent.quota ?? "");
    if (price === "billed" && (included || (!went && sent.outcome !== "uncertain")))
      await deps.money.refund(connection, month);
    if (went && (price === "free" || included)) await deps.money.free(connection, month);
  }
};

const PAID_BY_PLAN = new Set(["reply", "welcome_msg", "sub_quota", "reward_quota"]);
