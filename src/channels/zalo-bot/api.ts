import { z } from "zod";
import { call, type Unanswered } from "../calling.ts";
import { parseJson } from "../parse-json.ts";
import type { Settings } from "./settings.ts";

/**
 * What became of a call. `page`: an answer that is no Bot API answer, such as a gateway's page or half a JSON; `waitMs` = the wait it asks for, or 0.
 * Reasons never hold the token (which stands in the address) nor what was said.
 */
export type Reply =
  | { readonly kind: "done"; readonly result: unknown }
  | { readonly kind: "refused"; readonly code: number; readonly reason: string }
  | { readonly kind: "page"; readonly status: number; readonly waitMs: number }
  | Unanswered;

/** One call of the Bot API. Never throws for anything the network or Zalo does. */
export const api = async (
  { apiRoot, token }: Settings,
  method: string,
  params: object,
  timeoutMs: number,
  stop?: AbortSignal,
): Promise<Reply> => {
  const url = `${apiRoot}/bot${token}/${method}`;
  const came = await call({ method: "POST", url, data: params, timeoutMs, ...(stop && { stop }) });
  return came.kind === "answer" ? replyOf(came.status, parseJson(came.text), came.waitMs) : came;
};

const code = z.coerce.number().int().optional().catch(undefined);
/** Documented is `error_code`; `errorCode` was seen. */
const Answer = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: code,
  errorCode: code,
  description: z.string().catch("no description"),
});

const replyOf = (status: number, body: unknown, waitMs: number): Reply => {
  const answer = Answer.safeParse(body).data;
  if (!answer) return { kind: "page", status, waitMs };
  if (answer.ok) return { kind: "done", result: answer.result };
  const said = answer.error_code ?? answer.errorCode ?? (status >= 400 ? status : 0);
  return { kind: "refused", code: said, reason: `${said} ${answer.description.slice(0, 200)}` };
};
