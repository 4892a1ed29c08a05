import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { AxiosError, AxiosRequestConfig } from "axios";

/** What a product answered, whatever its status: the text as it came, to be read by hand. */
export type CallAnswer = {
  readonly kind: "answer";
  readonly status: number;
  readonly text: string;
  /** How long it asks us to wait, ms; 0 when it does not say. */
  readonly waitMs: number;
};

/**
 * What a call without an answer came to. `unreached`: no connection was made, so nothing happened there.
 * `lost`: it was handed over and nobody knows. The reason is a code: no token, no address and nothing that was said.
 */
export type Unanswered =
  | { readonly kind: "unreached"; readonly reason: string }
  | { readonly kind: "lost"; readonly reason: string };

export type HttpCall = Pick<AxiosRequestConfig, "method" | "url" | "headers" | "params" | "data"> & {
  /** By the clock, from the first byte of the connection to the last of the answer, ms. */
  readonly timeoutMs: number;
  readonly stop?: AbortSignal;
};

/** One HTTP call to a product. Never throws for anything the network does. */
export const call = async ({ timeoutMs, stop, ...config }: HttpCall): Promise<CallAnswer | Unanswered> => {
  // Loaded with the first call: a house without Zalo never pays for it.
  const { default: axios, isAxiosError } = await import("axios");
  // axios' own timeout watches an idle socket; this one watches the clock, also while connecting.
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const { status, data, headers } = await axios.request<string>({
      ...common,
      ...config,
      signal: stop ? AbortSignal.any([late, stop]) : late,
    });
    const seconds = Number(headers["retry-after"]);
    return { kind: "answer", status, text: data, waitMs: seconds > 0 ? seconds * 1_000 : 0 };
  } catch (error) {
    if (!isAxiosError(error)) throw error;
    return unanswered(error);
  }
};

const common = {
  // Errors may come with 200 or with their own status, and gateways answer with pages.
  validateStatus: () => true,
  responseType: "text",
  transformResponse: (text: unknown) => String(text ?? ""),
  maxRedirects: 0,
  maxContentLength: 1024 * 1024,
  httpAgent: new HttpAgent({ keepAlive: true, maxSockets: 64 }),
  httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: 64 }),
} as const satisfies AxiosRequestConfig;

const unanswered = (error: AxiosError): Unanswered => {
  const code = error.code ?? "no answer";
  const connecting = code === "ETIMEDOUT" && /connect/.test(error.message);
  return {
    kind: connecting || NEVER_LEFT.test(code) || CERTIFICATE.test(code) ? "unreached" : "lost",
    reason: code === "ERR_CANCELED" ? "timeout" : code,
  };
};

const CERTIFICATE = /_CERT_|_IN_CERT_CHAIN$/;
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ERR_TLS_\w+|CERT_\w+|UNABLE_TO_\w+|ERR_INVALID_\w+)$/;
