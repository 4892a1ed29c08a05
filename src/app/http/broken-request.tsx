import type { Socket } from "node:net";
import { renderToString } from "preact-render-to-string";
import { Frame } from "../../ui/frame.tsx";
import type { ErrorPages } from "./error-pages.tsx";
import { aroundErrors, errorWords } from "./error-words.ts";

/** `rawPacket`: what arrived last, where Node tells. */
type Broken = Error & { readonly code?: string; readonly rawPacket?: unknown };

/** Answers what is no HTTP, too slow to be any, or has headers without end: no hook of ours saw it, and there is no request to ask. */
export const brokenRequest = (look: ErrorPages) => {
  // Made once each: whoever sends broken lines must not have a page made for every one.
  const pages = new Map<number, string>();
  const pageOf = (status: number): string => {
    const page = pages.get(status) ?? `<!doctype html>${renderToString(<BrokenPage status={status} {...look} />)}`;
    pages.set(status, page);
    return page;
  };
  return (error: Broken, socket: Socket): void => {
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    const [status, reason, word] = kindOf(error);
    const json = wantsJson(Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString("latin1") : "");
    const body = json ? JSON.stringify({ error: word }) : pageOf(status);
    const head = [
      `HTTP/1.1 ${status} ${reason}`,
      `Content-Type: ${json ? "application/json" : "text/html"}; charset=utf-8`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Cache-Control: no-store",
      "Content-Security-Policy: default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'",
      "X-Content-Type-Options: nosniff",
      ...(look.https ? ["Strict-Transport-Security: max-age=31536000"] : []),
      "Connection: close",
    ];
    socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
    // A line that will not read its last words is not waited for.
    socket.destroySoon();
  };
};

const kindOf = ({ code }: Broken): readonly [number, string, string] =>
  code === "ERR_HTTP_REQUEST_TIMEOUT"
    ? [408, "Request Timeout", "TOO_SLOW"]
    : code === "HPE_HEADER_OVERFLOW"
      ? [431, "Request Header Fields Too Large", "TOO_LARGE"]
      : [400, "Bad Request", "UNREADABLE"];

/** As far as can be seen: what arrived last may be the middle of a header. Who does not say gets the page. */
const wantsJson = (arrived: string): boolean =>
  /^[A-Z]+ \/(?:webhooks|api|healthz|readyz|metrics|chat\/)/.test(arrived) ||
  (acceptsJson(arrived) && !arrived.includes("text/html"));

const acceptsJson = (arrived: string): boolean =>
  arrived
    .toLowerCase()
    .split("\n")
    .some((line) => line.startsWith("accept:") && line.includes("json"));

const BrokenPage = ({ status, styles }: ErrorPages & { status: number }) => {
  const { vi, en } = errorWords(status);
  return (
    <Frame language="vi" title={vi[0]} styles={styles} other="/?lang=en">
      <h1>{vi[0]}</h1>
      <p>{vi[1]}</p>
      <p>
        <a class="btn main" href="/">
          {aroundErrors.vi.home}
        </a>
      </p>
      <p class="note" lang="en">
        {`${en[0]}. ${en[1]}`}
      </p>
    </Frame>
  );
};
