import { call, type HttpCall, type Unanswered } from "../calling.ts";

/** What became of a call. `body` is null when what came was no JSON object. Reasons never hold a token or what was said. */
export type Reply =
  | { readonly kind: "answer"; readonly status: number; readonly body: Readonly<Record<string, unknown>> | null }
  | Unanswered;

/** One HTTP call to Zalo; `data`: an object goes as JSON, URLSearchParams as a form, FormData as multipart. Never throws for anything the network does. */
export const http = async (request: HttpCall): Promise<Reply> => {
  const came = await call(request);
  return came.kind === "answer" ? { kind: "answer", status: came.status, body: objectIn(came.text) } : came;
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
