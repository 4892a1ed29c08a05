import { fault } from "../../errors.ts";
import type { Result } from "../../kit/result.ts";
import type { Connection, Sent } from "../channel.ts";
import type { Message } from "../message.ts";
import { type Answer, api } from "./api.ts";
import { type Meaning, meaningOf } from "./codes.ts";
import type { ZaloDeps } from "./deps.ts";
import { paths, switched } from "./endpoint.ts";
import { attachments } from "./pictures.ts";
import { goesPlain, noteRefused } from "./refused-buttons.ts";
import { bodyOf, type Part } from "./render.ts";
import type { Settings } from "./settings.ts";
import type { Tokens } from "./tokens.ts";
import { untilMorning } from "./window.ts";

export type Delivered =
  | Exclude<Sent, { outcome: "sent" }>
  | { readonly outcome: "sent"; readonly externalId: string; readonly quota: string | null };

/** Gives one part to Zalo. Each remedy (new token, other address, new upload, words alone) is tried once, so it ends. */
export const deliverer = (deps: ZaloDeps, held: Tokens) => {
  const attach = attachments(deps);
  const timeoutMs = deps.timeoutMs ?? 20_000;

  return async (
    part: Part,
    chat: string,
    { language, purpose }: Pick<Message, "language" | "purpose">,
    connection: Connection,
    settings: Settings,
  ): Promise<Delivered> => {
    const { apiRoot } = settings;
    const used = new Set<string>();
    const first = (remedy: string): boolean => !used.has(remedy) && used.add(remedy).size > 0;
    let token = await held.current(connection);
    let endpoint = deps.learnt.read(connection.id).endpoint;
    let simple = goesPlain(deps.learnt, connection.id, part, deps.now());
    /** The code for which it goes in words alone, where that says something about the buttons. */
    let refusedFor: number | null = null;
    let expired: string | null = null;
    let attached: string | null = null;

    const attempt = async (access: string): Promise<Answer> => {
      attached = null;
      if (part.picture && !simple) {
        const got = await attach(apiRoot, access, connection.id, part.picture, language, expired);
        if ("id" in got) attached = got.id;
        // Nothing was said to anybody yet, so a lost upload is only a delay.
        else if (got.failed.kind !== "refused")
          return { kind: "later", reason: `upload: ${got.failed.reason}`, whole: false };
        else if (!unpicturable(meaningOf(got.failed.code))) return got.failed;
      }
      const data = { recipient: { user_id: chat }, message: bodyOf(part, attached, simple) };
      return api(apiRoot, paths[endpoint], access, { method: "POST", data, timeoutMs });
    };

    for (;;) {
      if (!token.ok) return tokenless(token);
      const answer = await attempt(token.value);
      if (answer.kind === "done") {
        if (refusedFor !== null) noteRefused(deps.learnt, connection.id, part, deps.now());
        return { outcome: "sent", externalId: String(answer.data.message_id ?? ""), quota: quotaOf(answer.data) };
      }
      if (answer.kind === "lost") return { outcome: "uncertain", reason: answer.reason };
      if (answer.kind === "later") return { outcome: "retry", afterMs: 0, whole: answer.whole, reason: answer.reason };
      const meaning = meaningOf(answer.code);
      const reason = `${answer.code} ${meaning.says.en}`;
      if (meaning.outcome === "refresh" && first("token")) {
        token = await held.replacementFor(connection, token.value);
      } else if (meaning.outcome === "switch" && first("address")) {
        const other = switched(deps.learnt, connection.id, endpoint, deps.now());
        if (other === null) return { outcome: "unauthorised", reason: `${reason}; no send address is left` };
        endpoint = other;
      } else if (meaning.outcome === "upload" && attached !== null && first("upload")) {
        expired = attached;
      } else if (
        (meaning.simpler || meaning.outcome === "upload") &&
        !simple &&
        (attached !== null || part.buttons.length > 0)
      ) {
        simple = true;
        if (part.buttons.length > 0 && ABOUT_SHAPE.has(answer.code)) refusedFor = answer.code;
      } else {
        if (meaning.tell) deps.raise(fault("SEND_REFUSED", reason), connection.id);
        return outcomeOf(meaning, reason, purpose, deps.now());
      }
    }
  };
};

/** These two say that a kind of message or field will not do; -210 is about one text that is too long. */
const ABOUT_SHAPE = new Set([-201, -233]);

/** What is left when no remedy is. */
const outcomeOf = (
  meaning: Meaning,
  reason: string,
  purpose: Message["purpose"],
  now: number,
): Exclude<Sent, { outcome: "sent" }> => {
  switch (meaning.outcome) {
    case "retry":
      return {
        outcome: "retry",
        // Whoever wrote at night is answered at night, as soon as Zalo lets it through.
        afterMs: meaning.after === "morning" ? (purpose === "reply" ? 0 : untilMorning(now)) : (meaning.after ?? 0),
        whole: meaning.whole ?? false,
        reason,
      };
    case "wait":
      return { outcome: "wait", reason };
    case "unreachable":
      return { outcome: "blocked", reason };
    case "alarm":
    case "refresh":
    case "switch":
      return { outcome: "unauthorised", reason };
    case "upload":
    case "give-up":
      return { outcome: "refused", reason };
  }
};

/** This picture, or any until the month ends: the words must go alone. Other refusals concern the message too. */
const unpicturable = ({ outcome, picture }: Meaning): boolean =>
  outcome === "give-up" || outcome === "wait" || outcome === "upload" || picture === true;

const tokenless = ({
  fault: { code, cause },
}: Extract<Result<string>, { ok: false }>): Exclude<Sent, { outcome: "sent" }> =>
  code === "SEND_RETRY"
    ? { outcome: "retry", afterMs: 0, whole: true, reason: cause }
    : { outcome: "unauthorised", reason: cause };

const quotaOf = ({ quota }: Readonly<Record<string, unknown>>): string | null =>
  typeof quota === "object" && quota !== null && "quota_type" in quota && typeof quota.quota_type === "string"
    ? quota.quota_type
    : null;
