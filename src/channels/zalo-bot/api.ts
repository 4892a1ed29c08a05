import { isAxiosError } from "axios";
import { z } from "zod";
import { client, unanswered } from "../calling.ts";
import { parseJson } from "./json.ts";
import type { Settings } from "./settings.ts";

/**
 * What became of a call. `page`: an answer that is no Bot API answer, such as a gateway's page or half a JSON; `waitMs` = the wait it asks for, or 0.
 * `unreached`: no connection was made, so nothing happened there. `lost`: it was handed over and nobody knows.
 * Reasons never hold the token (which stands in the address) nor what was said.
 */
export type Reply =
  | { readonly kind: "done"; readonly result: unknown }
  | { readonly kind: "refused"; readonly code: number; readonly reason: string }
  | { readonly kind: "page"; readonly status: number; readonly waitMs: number }
  | { readonly kind: "unreached"; readonly reason: string }
  | { readonly kind: "lost"; readonly reason: string };

/** One call of the Bot API. Never throws for anything the network or Zalo does. */
export const api = async (
  { apiRoot, token }: Settings,
  method: string,
  params: object,
  timeoutMs: number,
  stop?: AbortSignal,
): Promise<Reply> => {
  // axios' own timeout watches an idle socket; this one watches the clock, also while connecting.
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const url = `${apiRoot}/bot${token}/${method}`;
    const signal = stop ? AbortSignal.any([late, stop]) : late;
    const { status, data, headers } = await client.post<string>(url, params, { signal });
    return replyOf(status, parseJson(data), Number(headers["retry-after"]));
  } catch (error) {
    if (!isAxiosError(error)) throw error;
    return unanswered(error);
  }
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

const replyOf = (status: number, body: unknown, waitSeconds: number): Reply => {
  const answer = Answer.safeParse(body).data;
  if (!answer) return { kind: "page", status, waitMs: waitSeconds > 0 ? waitSeconds * 1_000 : 0 };
  if (answer.ok) return { kind: "done", result: answer.result };
  const said = answer.error_code ?? answer.errorCode ?? (status >= 400 ? status : 0);
  return { kind: "refused", code: said, reason: `${said} ${answer.description.slice(0, 200)}` };
};
