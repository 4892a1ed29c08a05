import type { HttpCall } from "../calling.ts";
import { http, type Reply } from "./http.ts";

/** An answer of the OpenAPI: Zalo's data, or its code (an error although the HTTP status is 200), or the ways not to get one. */
export type Answer =
  | { readonly kind: "done"; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: "refused"; readonly code: number }
  | { readonly kind: "later"; readonly reason: string; readonly whole: boolean }
  | { readonly kind: "lost"; readonly reason: string };

/** Calls the OpenAPI with a token (in the header `access_token`, not as a Bearer). */
export const api = async (
  root: string,
  path: string,
  token: string,
  call: Omit<HttpCall, "url" | "headers">,
): Promise<Answer> => answerOf(await http({ ...call, url: `${root}${path}`, headers: { access_token: token } }));

/** What a reply means, whatever the content type says it is. */
const answerOf = (reply: Reply): Answer => {
  if (reply.kind === "unreached") return { kind: "later", reason: reply.reason, whole: true };
  if (reply.kind === "lost") return reply;
  const { status, body } = reply;
  const code = body === null ? null : Number(body.error ?? Number.NaN);
  if (code !== null && Number.isInteger(code) && code !== 0) return { kind: "refused", code };
  if (code === 0 && status < 400) return { kind: "done", data: isObject(body?.data) ? body.data : {} };
  // A page of a gateway, or half an answer. Below 300, or when a time ran out, somebody may have carried it out.
  if (status < 300 || status === 408 || status === 504)
    return { kind: "lost", reason: `HTTP ${status} without an answer` };
  return { kind: "later", reason: `HTTP ${status}`, whole: status === 429 };
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
