import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Frame } from "../../ui/frame.tsx";
import { html } from "../../ui/html.ts";
import { busyPicture } from "./busy-picture.ts";
import { aroundErrors, errorWords } from "./error-words.ts";
import { rateClasses } from "./rate-classes.ts";
import { secureHeaders } from "./security-headers.ts";

export type ErrorPages = { readonly styles: readonly string[]; readonly https: boolean };

/**
 * What every request gets that led nowhere: a page for whoever reads pages, a picture in a picture's place, a short word
 * for programs. Nothing of the error itself goes out: that is in the log, where the operator reads it.
 */
export const errorPages = (app: FastifyInstance, look: ErrorPages): void => {
  app.setErrorHandler((error: unknown, request, reply) => {
    const status = statusOf(error);
    if (status >= 500 && status !== 503) request.log.error({ err: error }, "request");
    return sendError(request, reply, status, look);
  });
  app.setNotFoundHandler((request, reply) => sendError(request, reply, 404, look));
};

/** For addresses so broken that no route, and none of our hooks, ever saw them. */
export const frameworkErrors =
  (look: ErrorPages) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    secureHeaders(reply.raw, look.https);
    void sendError(request, reply, statusOf(error), look);
  };

/** Answers in the way the asker can use. */
export const sendError = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  look: Pick<ErrorPages, "styles">,
): FastifyReply => {
  reply.code(status).header("cache-control", "no-store");
  if ((status === 429 || status === 503) && !reply.hasHeader("retry-after")) reply.header("retry-after", "10");
  switch (wayToSay(request)) {
    case "nothing":
      return reply.send();
    case "json":
      return reply.type("application/json; charset=utf-8").send(JSON.stringify({ error: codeOf(status) }));
    case "picture":
      return reply.type("image/svg+xml; charset=utf-8").send(busyPicture(status));
    case "page":
      return html(reply, <ErrorPage status={status} request={request} styles={look.styles} />);
  }
};

/** A browser that goes somewhere always says that it takes HTML; everybody else is told apart by what they asked for. */
const wayToSay = (request: FastifyRequest): "page" | "picture" | "json" | "nothing" => {
  const { rate } = request.routeOptions?.config ?? {};
  const path = pathOf(request);
  const says = rate ? rateClasses[rate].says : /^\/(webhooks|api)(\/|$)/.test(path) ? "json" : "page";
  if (says === "json" || says === "nothing") return says;
  const accept = String(request.headers.accept ?? "");
  if (accept.includes("text/html")) return "page";
  if (path.endsWith(".png")) return "picture";
  return /\bapplication\/([\w.+-]+\+)?json\b/.test(accept) ? "json" : "page";
};

const ErrorPage = ({
  status,
  request,
  styles,
}: {
  status: number;
  request: FastifyRequest;
  styles: readonly string[];
}) => {
  const language = languageOf(request);
  const other = language === "vi" ? "en" : "vi";
  const [title, todo] = errorWords(status)[language];
  const [otherTitle, otherTodo] = errorWords(status)[other];
  const around = aroundErrors[language];
  const path = pathOf(request);
  const atDesk = /^\/desk(\/|$)/.test(path);
  const lang = language === "en" ? "?lang=en" : "";
  const [href, label] = atDesk
    ? ["/desk", around.desk]
    : path.startsWith("/xac-minh/")
      ? [`/xac-minh${lang}`, around.code]
      : [`/${lang}`, around.home];
  return (
    <Frame language={language} title={title} styles={styles} other={`?lang=${other}`}>
      <h1>{title}</h1>
      <p>{todo}</p>
      {!atDesk && status !== 404 && <p class="note">{around.chatting}</p>}
      <p>
        <a class="btn main" href={href}>
          {label}
        </a>
      </p>
      <p class="note" lang={other}>
        {`${otherTitle}. ${otherTodo}`}
      </p>
    </Frame>
  );
};

/** As the page they came from: by its address, or the language chosen at the desk. */
const languageOf = (request: FastifyRequest): "vi" | "en" => {
  const asked = /[?&]lang=(vi|en)(&|$)/.exec(request.url)?.[1];
  if (asked === "vi" || asked === "en") return asked;
  const chosen = /(^|;\s*)(__Host-)?desk_language=en(;|$)/.test(request.headers.cookie ?? "");
  return chosen && pathOf(request).startsWith("/desk") ? "en" : "vi";
};

const pathOf = (request: FastifyRequest): string => request.url.split("?", 1)[0] ?? "";

/** 4xx only where the error says so itself: whatever else threw is our own fault. */
const statusOf = (error: unknown): number => {
  const given = typeof error === "object" && error !== null && "statusCode" in error ? Number(error.statusCode) : 500;
  return given >= 400 && given <= 599 ? given : 500;
};

/** For programs: a word that does not change, no sentence. */
const codeOf = (status: number): string => codes[status] ?? (status >= 500 ? "FAILED" : "UNREADABLE");
const codes: Readonly<Record<number, string>> = {
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  408: "TOO_SLOW",
  413: "TOO_LARGE",
  414: "TOO_LONG",
  415: "UNREADABLE",
  429: "TOO_MANY",
  503: "BUSY",
};
