import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { z } from "zod";
import { parsePeriod, periodAt } from "../kit/period.ts";
import type { Staff } from "../store/ports/staff.ts";
import { html } from "../ui/html.ts";
import { actions } from "./actions.ts";
import { authRoutes, csrfHolds, languageOf, loggedIn } from "./auth.ts";
import type { DeskDeps } from "./deps.ts";
import { certificatesPage } from "./pages/certificates.tsx";
import { contentPage } from "./pages/content.tsx";
import { figuresPage } from "./pages/figures.tsx";
import { RefusedPage } from "./pages/login.tsx";
import { overviewPage } from "./pages/overview.tsx";
import { pushesPage } from "./pages/pushes.tsx";
import { questionsPage } from "./pages/questions.tsx";
import { settingsPage } from "./pages/settings.tsx";
import { targetsPage } from "./pages/targets.tsx";
import { teamPage } from "./pages/team.tsx";
import { ticketsPage } from "./pages/tickets.tsx";
import { villagesPage } from "./pages/villages.tsx";
import { href, type View } from "./view.ts";

/** The staff console under /desk. Every page and every form passes the same door: login, commune, role, token. */
export const deskRoutes = async (app: FastifyInstance, deps: DeskDeps): Promise<void> => {
  await ready(app);
  authRoutes(app, deps);

  app.get("/desk", async (request, reply) => {
    const who = await loggedIn(request, deps);
    if (!who) return reply.redirect("/desk/dang-nhap", 303);
    const first = (await allowed(deps, who.staff))[0];
    return first ? reply.redirect(`/desk/${first.commune.code}`, 303) : refuse(request, reply, 404, "missing");
  });

  for (const [path, page] of Object.entries(pages))
    app.get(`/desk/:commune${path}`, async (request, reply) => {
      const view = await open(request, reply);
      return view ? html(reply, await page(view, Query.parse(request.query))) : reply;
    });

  for (const { path, role, back, run } of actions)
    app.post(`/desk/:commune${path}`, async (request, reply) => {
      const view = await open(request, reply);
      if (!view) return reply;
      if (!csrfHolds(request)) return refuse(request, reply, 403, "stale");
      if (view.staff.role === "viewer" || (role === "admin" && view.staff.role !== "admin"))
        return refuse(request, reply, 403, "role");
      const outcome = (await run(view, request.body, Params.parse(request.params))) ?? {
        go: back,
        flash: "bad-form" as const,
      };
      if ("show" in outcome) return html(reply, await settingsPage(view, {}, outcome.show));
      return reply.redirect(href(view, outcome.go, { bao: outcome.flash }), 303);
    });

  /** Who asks may see this commune, or has been sent away: then the answer is already on its way. */
  const open = async (request: FastifyRequest, reply: FastifyReply): Promise<View | null> => {
    const who = await loggedIn(request, deps);
    if (!who) {
      await reply.redirect("/desk/dang-nhap", 303);
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
      deps,
    };
  };

  const refuse = (request: FastifyRequest, reply: FastifyReply, status: number, why: "role" | "stale" | "missing") =>
    html(reply.code(status), RefusedPage({ deps, language: languageOf(request), why }));
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
};

const Query = z.record(z.string(), z.unknown());
const Params = z.record(z.string(), z.string());

const allowed = async ({ store }: DeskDeps, { commune }: Staff) =>
  (await store.communes()).filter((row) => commune === null || row.commune.code === commune);

/** What the routes stand on, unless the whole server already has it. */
const ready = async (app: FastifyInstance): Promise<void> => {
  if (!app.hasRequestDecorator("cookies")) await app.register(cookie);
  if (!app.hasContentTypeParser("application/x-www-form-urlencoded"))
    await app.register(formbody, { bodyLimit: 64 * 1024 });
  if (!app.hasDecorator("rateLimit")) await app.register(rateLimit, { global: false });
};
