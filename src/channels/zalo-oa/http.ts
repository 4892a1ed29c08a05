import { isAxiosError } from "axios";
import { client, unanswered } from "../calling.ts";

export type Call = {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  /** An object goes as JSON, URLSearchParams as a form, FormData as multipart. */
  readonly data?: object;
  readonly timeoutMs: number;
};

/**
 * What became of a call. `unreached`: no connection was made, so nothing happened there. `lost`: it was handed over and
 * nobody knows. `body` is null when what came was no JSON object. Reasons never hold a token or what was said.
 */
export type Reply =
  | { readonly kind: "answer"; readonly status: number; readonly body: Readonly<Record<string, unknown>> | null }
  | { readonly kind: "unreached"; readonly reason: string }
  | { readonly kind: "lost"; readonly reason: string };

/** One HTTP call to Zalo. Never throws for anything the network does. */
export const http = async ({ method, url, headers, params, data, timeoutMs }: Call): Promise<Reply> => {
  try {
    const { status, data: text } = await client.request<string>({
      method,
      url,
      ...(headers && { headers: { ...headers } }),
      ...(params && { params }),
      ...(data && { data }),
      timeout: timeoutMs,
      // axios' own timeout watches an idle socket; this one watches the clock, also while connecting.
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { kind: "answer", status, body: objectIn(text) };
  } catch (error) {
    if (!isAxiosError(error)) throw error;
    return unanswered(error);
  }
};

const objectIn = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null; // just proven
  } catch {
    return null;
  }
};
