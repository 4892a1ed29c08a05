import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { z } from "zod";
import { parsePeriod, periodAt } from "../kit/period.ts";
import type { Role, Staff } from "../store/ports/staff.ts";
import { html } from "../ui/html.ts";
import { actions } from "./actions.ts";
import type { DeskDeps } from "./deps.ts";
import { filterOf, logCsv, logQuery } from "./log.ts";
import { accountPage } from "./pages/account.tsx";
import { certificatesPage } from "./pages/certificates.tsx";
import { contentPage } from "./pages/content.tsx";
import { figuresPage } from "./pages/figures.tsx";
import { logHeads, logPage } from "./pages/log.tsx";
import { RefusedPage } from "./pages/login.tsx";
import { overviewPage } from "./pages/overview.tsx";
import { pushesPage } from "./pages/pushes.tsx";
import { questionsPage } from "./pages/questions.tsx";
import { settingsPage } from "./pages/settings.tsx";
import { targetsPage } from "./pages/targets.tsx";
import { teamPage } from "./pages/team.tsx";
import { ticketsPage } from "./pages/tickets.tsx";
import { villagesPage } from "./pages/villages.tsx";
import { signInRoutes } from "./sign-in/routes.ts";
import { csrfHolds, languageOf, seen, sessionOf } from "./sign-in/session.ts";
import { throttle } from "./sign-in/throttle.ts";
import { href, seenOf, type View } from "./view.ts";

/** The staff console under /desk. Every page and every form passes the same door: login, commune, role, token. */
export const deskRoutes = async (app: FastifyInstance, deps: DeskDeps): Promise<void> => {
  await ready(app);
  const slow = throttle(deps.clock);
  signInRoutes(app, deps, slow);

  app.get("/desk", async (request, reply) => {
    const who = await sessionOf(request, deps);
    if (who?.stage !== "in") return reply.redirect(doorOf[who?.stage ?? "stranger"], 303);
    const first = (await allowed(deps, who.staff))[0];
    return first ? reply.redirect(`/desk/${first.commune.code}`, 303) : refuse(request, reply, 404, "missing");
  });

  for (const [path, page] of Object.entries(pages))
    app.get(`/desk/:commune${path}`, async (request, reply) => {
      const view = await open(request, reply);
      if (!view) return reply;
      if (Object.hasOwn(adminPages, path) && view.staff.role !== "admin")
        return refuse(request, reply, 403, "role", view);
      noteView(view, path);
      return html(reply, await page(view, Query.parse(request.query)));
    });

  app.get("/desk/:commune/nhat-ky.csv", async (request, reply) => {
    const view = await open(request, reply);
    if (!view) return reply;
    if (view.staff.role !== "admin") return refuse(request, reply, 403, "role", view);
    const rows = await deps.store.securityLog(filterOf(view, logQuery(request.query), mostExported));
    deps.audit.note(
      {
        what: "exported",
        commune: view.row.commune.code,
        after: { page: "/nhat-ky", form: "csv", period: null, rows: rows.length },
      },
      seenOf(view),
    );
    return reply
      .type("text/csv; charset=utf-8")
      .header("cache-control", "no-store")
      .header("content-disposition", `attachment; filename="nhat-ky-${view.row.commune.code}.csv"`)
      .send(logCsv(rows, view, logHeads(view)));
  });

  /** Whoever opens a page with people's words or names on it is noted: once a minute for each page. */
  const noteView = (view: View, path: string): void => {
    const commune = view.row.commune.code;
    if (path === "" || path === "/ho-tro")
      deps.audit.tally({ what: "tickets-viewed", commune, after: { rows: view.waiting } }, seenOf(view));
    else if (Object.hasOwn(personal, path))
      deps.audit.tally({ what: "people-viewed", commune, after: { page: path, rows: null } }, seenOf(view));
  };

  for (const { path, role, back, run } of actions)
    app.post(`/desk/:commune${path}`, async (request, reply) => {
      const view = await open(request, reply);
      if (!view) return reply;
      if (!csrfHolds(request)) return refuse(request, reply, 403, "stale", view);
      if (rank[view.staff.role] < rank[role]) return refuse(request, reply, 403, "role", view);
      const outcome = (await run(view, request.body, Params.parse(request.params))) ?? {
        go: back,
        flash: "bad-form" as const,
      };
      if ("private" in outcome) {
        deps.audit.tally(
          { what: "form-refused", commune: view.row.commune.code, after: { why: "private" } },
          seenOf(view),
        );
        // Answered with the page itself, so that nothing else has to be typed again; no address takes such words.
        const refused = { action: request.url, field: outcome.private, typed: Typed.parse(request.body) };
        const page = pages[back] ?? overviewPage;
        return html(reply.code(422), await page({ ...view, refused }, shownFor(request)));
      }
      if ("show" in outcome) {
        const { show } = outcome;
        const page =
          "codes" in show
            ? accountPage(view, {}, show.codes)
            : "invitation" in show
              ? teamPage(view, {}, show)
              : settingsPage(view, {}, show);
        return html(reply.header("cache-control", "no-store"), await page);
      }
      return reply.redirect(href(view, outcome.go, { bao: outcome.flash }), 303);
    });

  /** Who asks may see this commune, or has been sent away: then the answer is already on its way. */
  const open = async (request: FastifyRequest, reply: FastifyReply): Promise<View | null> => {
    const who = await sessionOf(request, deps);
    if (who?.stage !== "in") {
      await reply.redirect(doorOf[who?.stage ?? "stranger"], 303);
      return null;
    }
    const communes = await allowed(deps, who.staff);
    const row = communes.find(({ commune }) => commune.code === Params.parse(request.params).commune);
    // The same answer for a commune that does not exist and one that is none of theirs.
    if (!row) {
      await refuse(request, reply, 404, "missing");
      return null;
    }
    const now = deps.clock();
    const { ky, bao } = Query.parse(request.query);
    const wanted = typeof ky === "string" ? parsePeriod(ky) : null;
    const [tickets, asked, sample] = await Promise.all([
      deps.store.tickets(row.commune.code),
      deps.store.questionCount(row.commune.code),
      deps.store.hasSample(row.commune.code),
    ]);
    const waiting = tickets.filter((t) => t.status === "open").length;
    return {
      language: languageOf(request),
      staff: who.staff,
      session: { id: who.id, hash: who.hash },
      from: seen(request, deps).from,
      slow,
      csrf: who.csrf,
      row,
      communes,
      // A period that has not begun has nothing to show and would cut off in the future.
      period: wanted && wanted.from <= now ? wanted : periodAt("month", now),
      now,
      waiting,
      asked,
      sample,
      flash: typeof bao === "string" ? bao : null,
      refused: null,
      deps,
    };
  };

  const refuse = (
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    why: "role" | "stale" | "missing",
    view: View | null = null,
  ) => {
    if (view && why !== "missing")
      deps.audit.tally(
        { what: "form-refused", commune: view.row.commune.code, after: { why: why === "role" ? "role" : "token" } },
        seenOf(view),
      );
    return html(reply.code(status), RefusedPage({ deps, language: languageOf(request), why }));
  };
};

type Page = (view: View, query: Readonly<Record<string, unknown>>) => Promise<VNode>;
const pages: Readonly<Record<string, Page>> = {
  "": overviewPage,
  "/chi-tieu": targetsPage,
  "/ho-tro": ticketsPage,
  "/cau-hoi": questionsPage,
  "/day-bai": pushesPage,
  "/xom": villagesPage,
  "/so-lieu": figuresPage,
  "/to": teamPage,
  "/giay": certificatesPage,
  "/noi-dung": contentPage,
  "/cai-dat": settingsPage,
  "/tai-khoan": accountPage,
  "/nhat-ky": logPage,
};
const adminPages = { "/nhat-ky": true };
/** Pages with names or words of people, beside those of the requests for help. */
const personal = { "/cau-hoi": true, "/to": true, "/giay": true, "/day-bai": true };
/** Enough for a year of a commune; a file that grows without end is no export. */
const mostExported = 50_000;

/** Where somebody who is not in yet goes on. */
const doorOf = { stranger: "/desk/dang-nhap", code: "/desk/ma", "set-up": "/desk/ma-moi", in: "/desk" } as const;
const rank: Readonly<Record<Role, number>> = { viewer: 0, officer: 1, admin: 2 };

/** Which part of the page a form stands on: the question that is open. */
const shownFor = ({ params }: FastifyRequest) => ({ cau: Params.parse(params).id });

const Typed = z.record(z.string(), z.string().catch(""));
const Query = z.record(z.string(), z.unknown());
const Params = z.record(z.string(), z.string());

const allowed = async ({ store }: DeskDeps, { commune }: Staff) =>
  (await store.communes()).filter((row) => commune === null || row.commune.code === commune);

/** What the routes stand on, unless the whole server already has it. */
const ready = async (app: FastifyInstance): Promise<void> => {
  if (!app.hasRequestDecorator("cookies")) await app.register(cookie);
  if (!app.hasContentTypeParser("application/x-www-form-urlencoded"))
    await app.register(formbody, { bodyLimit: 64 * 1024 });
};
