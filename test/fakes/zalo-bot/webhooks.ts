import type { Outcome, Post } from "../zalo-oa/post.ts";
import { type BotUpdate, type Shape, shaped } from "./updates.ts";

export type BotHook = { readonly url: string; readonly secret: string; readonly at: number };

export type BotDeliverOptions = {
  readonly shape?: Shape;
  /** Another secret than the right one; null = no header. */
  readonly secret?: string | null;
  readonly raw?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** When this resolves before the answer, the caller hangs up. */
  readonly giveUp?: Promise<unknown>;
};

/** The caller names itself so; a firewall in front of a bot may refuse it for that. */
const AGENT = { "User-Agent": "Java/17.0.1" };

/** Posts one object per request. No retry is documented, so none is made: what fails is lost. */
export const botCaller = (hook: () => BotHook | null, locate: (url: string) => string | null, post: Post) => {
  const call = async (
    url: string,
    headers: Record<string, string>,
    raw: Buffer,
    giveUp?: Promise<unknown>,
  ): Promise<Outcome> => {
    const at = locate(url);
    return at === null ? "no-connection" : (await post(at, { ...AGENT, ...headers }, raw, giveUp)).outcome;
  };

  return {
    deliver: async (update: BotUpdate, o: BotDeliverOptions = {}): Promise<Outcome> => {
      const to = hook();
      if (to === null) return "no-connection";
      const secret = o.secret === undefined ? to.secret : o.secret;
      const raw = o.raw ?? Buffer.from(JSON.stringify(shaped(update, o.shape ?? "wrapped")));
      const headers = {
        "Content-Type": "application/json",
        ...(secret !== null && { "X-Bot-Api-Secret-Token": secret }),
        ...o.headers,
      };
      return call(to.url, headers, raw, o.giveUp);
    },
    /** An empty body without a content type, as was seen once. */
    probe: async (): Promise<Outcome> => {
      const to = hook();
      return to === null ? "no-connection" : call(to.url, {}, Buffer.alloc(0));
    },
  };
};

/** What setWebhook and testWebhook say of the address. */
export const verificationOf = (outcome: Outcome): Record<string, unknown> => {
  const name =
    typeof outcome === "number" ? nameOf(outcome) : outcome === "gave-up" ? "webhook.err.timeout" : "webhook.err.conn";
  return {
    ok: name === "webhook.ok",
    ...(typeof outcome === "number" && { status_code: outcome }),
    outcome: name,
    latency_ms: 1,
    hint: name === "webhook.ok" ? "" : "Check the webhook address",
  };
};

const nameOf = (status: number): string => {
  if (status >= 200 && status < 300) return "webhook.ok";
  if (status === 403 || status === 404) return `webhook.http.${status}`;
  return status >= 500 ? "webhook.http.5xx" : "webhook.http.other";
};
