import { Agent, errors } from "undici";

/** Closed by us before Telegram does: a message written to a connection that is just being closed may or may not arrive. */
export const agent = new Agent({ keepAliveTimeout: 20_000, connections: 128, connect: { timeout: 10_000 } });

/**
 * Posts JSON and gives back what the Bot API answered. Straight on undici's dispatcher: the streams, signals and timers
 * that `request` makes for every call cost as much again as the call. `ms` is how long an answer may take.
 */
export const post = (origin: string, path: string, body: string, ms: number): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let wait: string | string[] | undefined;
    const timeouts = { headersTimeout: ms, bodyTimeout: ms };
    agent.dispatch(
      { origin, path, method: "POST", headers: json, body, ...timeouts },
      {
        onRequestStart: () => {},
        onResponseStart: (_controller, statusCode, headers) => {
          status = statusCode;
          wait = headers["retry-after"];
        },
        onResponseData: (_controller, chunk) => void chunks.push(chunk),
        onResponseEnd: () => {
          try {
            resolve(answerOf(status, wait, Buffer.concat(chunks).toString()));
          } catch (error) {
            reject(error);
          }
        },
        // A refusal that breaks off is still a refusal.
        onResponseError: (_controller, error) =>
          status >= 300 ? resolve(answerOf(status, wait, "")) : reject(isLate(error) ? new Error("timed out") : error),
      },
    );
  });

const isLate = (error: Error): boolean =>
  error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError;

const json = { "content-type": "application/json" };

/**
 * What an HTTP answer says in the Bot API's words. One that is no Bot API answer (a gateway's HTML page) becomes one with
 * its HTTP status, so that 502 and 429 of a proxy mean what they say.
 */
export const answerOf = (status: number, wait: string | string[] | undefined, text: string): unknown => {
  const value = parse(text);
  if (typeof value === "object" && value !== null && "ok" in value) return value;
  if (status >= 200 && status < 300) throw new Error("the answer broke off");
  const seconds = Number(wait);
  const parameters = seconds > 0 ? { retry_after: seconds } : {};
  return { ok: false, error_code: status, description: `HTTP ${status}`, parameters };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
