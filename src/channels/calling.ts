import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import axios, { type AxiosError } from "axios";

/** How the house calls a product over HTTP: answers come as text, whatever their status, and are read by hand. */
export const client = axios.create({
  // Errors may come with 200 or with their own status, and gateways answer with pages.
  validateStatus: () => true,
  responseType: "text",
  transformResponse: (text: unknown) => String(text ?? ""),
  maxRedirects: 0,
  maxContentLength: 1024 * 1024,
  httpAgent: new HttpAgent({ keepAlive: true, maxSockets: 64 }),
  httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: 64 }),
});

/**
 * What a call without an answer came to. `unreached`: no connection was made, so nothing happened there.
 * `lost`: it was handed over and nobody knows. The reason is a code: no token, no address and nothing that was said.
 */
export const unanswered = (error: AxiosError): { readonly kind: "unreached" | "lost"; readonly reason: string } => {
  const code = error.code ?? "no answer";
  const connecting = code === "ETIMEDOUT" && /connect/.test(error.message);
  return {
    kind: connecting || NEVER_LEFT.test(code) ? "unreached" : "lost",
    reason: code === "ERR_CANCELED" ? "timeout" : code,
  };
};

const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ERR_TLS_\w+|CERT_\w+|\w+_CERT_\w+|UNABLE_TO_\w+|\w+_IN_CERT_CHAIN|ERR_INVALID_\w+)$/;
