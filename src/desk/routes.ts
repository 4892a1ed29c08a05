import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Language } from "../kit/bilingual.ts";
import { parsePeriod, periodAt } from "../kit/period.ts";
import type { Staff } from "../store/ports/staff.ts";
import { csvOf } from "../ui/csv.ts";
import type { Refused } from "../ui/form.tsx";
import { html } from "../ui/html.ts";
import { actions } from "./actions.ts";
import type { DeskDeps } from "./deps.ts";
import { type Faults, faultWords } from "./faults.ts";
import { may } from "./may.ts";
import type { Page } from "./page.ts";
import { RefusedPage } from "./pages/login.tsx";
import { pages } from "./pages.ts";
import { scopedStore } from "./scoped-store.ts";
import { signInRoutes } from "./sign-in/routes.ts";
import { csrfHolds, languageOf, seen, sessionOf } from "./sign-in/session.ts";
import { throttle } from "./sign-in/throttle.ts";
import { href, type MenuItem, seenOf, type View } from "./view.ts";

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

  for (const page of pages) {
    app.get(`/desk/:commune${page.path}`, async (request, reply) => {
      const view = await open(request, reply, page);
      if (!view) return reply;
      noteView(view, page);
      return html(reply, await page.render(view, Query.parse(request.query)));
    });
    if (page.tables)
      app.get(`/desk/:commune${page.path}/tai/:file`, async (request, reply) => {
        const view = await open(request, reply, page);
        if (!view) return reply;
        const query = Query.parse(request.query);
        const [name, form] = Params.parse(request.params).file?.split(".") ?? [];
        const found = (await page.tables?.(view, query, true))?.find((t) => t.name === name);
        if (!found || (form !== "csv" && form !== "xlsx")) return refuse(request, reply, 404, "missing");
        noteView(view, page);
        const { code } = view.row.commune;
        deps.audit.note(
          {
            what: "exported",
            commune: code,
            after: {
              page: `${page.path || "/"} ${found.name}`,
              form,
              period: page.usesPeriod ? view.period.key : null,
              rows: found.sheet.rows.length,
            },
          },
          seenOf(view),
        );
        const file = `${found.name}-${code}${page.usesPeriod ? `-${view.period.key}` : ""}.${form}`;
        return reply
          .type(form === "csv" ? "text/csv; charset=utf-8" : XLSX)
          .header("cache-control", "no-store")
          .header("content-disposition", `attachment; filename="${file}"`)
          .send(form === "csv" ? csvOf(found.sheet, query.ngan === "phay" ? "," : ";") : await deps.xlsx(found.sheet));
      });
  }

  for (const page of pages.filter(({ files }) => files !== undefined))
    app.get(`/desk/:commune${page.path}/tep/:file`, async (request, reply) => {
      const view = await open(request, reply, page);
      if (!view) return reply;
      const file = await page.files?.(view, Params.parse(request.params).file ?? "");
      if (!file) return refuse(request, reply, 404, "missing");
      const form = file.name.split(".").at(-1) ?? "";
      deps.audit.note(
        {
          what: "exported",
          commune: view.row.commune.code,
          after: { page: page.path, form, rows: null, ...file.about },
        },
        seenOf(view),
      );
      return reply
        .type(file.type)
        .header("cache-control", "no-store")
        .header("content-disposition", `attachment; filename="${file.name}"`)
        .send(file.bytes);
    });

  /** Whoever opens a page with people's words or names on it is noted: once a minute for each page. */
  const noteView = (view: View, { path, holds }: Page): void => {
    const commune = view.row.commune.code;
    if (holds === "tickets" && may(view, "see-people"))
      deps.audit.tally({ what: "tickets-viewed", commune, after: { rows: view.waiting } }, seenOf(view));
    if (holds === "people" && may(view, "see-people"))
      deps.audit.tally({ what: "people-viewed", commune, after: { page: path, rows: null } }, seenOf(view));
  };

  for (const action of actions) {
    const page = pages.find(({ path }) => path === action.back);
    if (!page) throw new Error(`${action.path} stands on ${action.back}, which is no page`);
    const options = action.bodyBytes === undefined ? {} : { bodyLimit: action.bodyBytes };
    app.post(`/desk/:commune${action.path}`, options, async (request, reply) => {
      const view = await open(request, reply, page);
      if (!view) return reply;
      if (!csrfHolds(request)) return refuse(request, reply, 403, "stale", view);
      if (!may(view, action.may)) return refuse(request, reply, 403, "role", view);
      const params = Params.parse(request.params);
      const outcome = await action.run(view, request.body, params);
      if (outcome === "missing") return refuse(request, reply, 404, "missing");
      if ("faults" in outcome) {
        const why = Object.values(outcome.faults).some((f) => f.why === "private") ? "private" : null;
        if (why)
          deps.audit.tally({ what: "form-refused", commune: view.row.commune.code, after: { why } }, seenOf(view));
        // Answered with the page itself, so that nothing has to be typed again; no address takes such words.
        const sent = outcome.form
          ? { action: href(view, outcome.form.path), typed: outcome.form.typed }
          : { action: request.url, typed: Typed.catch({}).parse(request.body) };
        const refused = refusedForm(sent, outcome.faults, view.language);
        return html(
          reply.code(422),
          await page.render({ ...view, refused }, { ...Query.parse(request.query), cau: params.id }),
        );
      }
      if ("show" in outcome)
        return html(reply.header("cache-control", "no-store"), await page.render(view, {}, outcome.show));
      return reply.redirect(href(view, outcome.go, { ...outcome.keys, bao: outcome.flash }), 303);
    });
  }

  /** Who asks may see this commune, or has been sent away: then the answer is already on its way. */
  const open = async (request: FastifyRequest, reply: FastifyReply, page: Page): Promise<View | null> => {
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
    const theirs: DeskDeps = { ...deps, store: scopedStore(deps.store, who.staff) };
    const { ky, bao } = Query.parse(request.query);
    const wanted = typeof ky === "string" ? parsePeriod(ky) : null;
    const [tickets, asked, sample] = await Promise.all([
      theirs.store.tickets(row.commune.code),
      deps.store.questionCount(row.commune.code),
      deps.store.hasSample(row.commune.code),
    ]);
    const waiting = tickets.filter((t) => t.status === "open").length;
    const language = languageOf(request);
    const item = ({ path, nav, icon, usesPeriod, title, waits }: Page): MenuItem => ({
      path,
      nav,
      icon,
      usesPeriod,
      title: title({ language, row }),
      waits: waits?.({ language, waiting, asked }) ?? null,
    });
    const view: View = {
      language,
      staff: who.staff,
      here: item(page),
      menu: pages.filter((p) => may(who, p.may)).map(item),
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
      deps: theirs,
    };
    if (may(view, page.may)) return view;
    await refuse(request, reply, 403, "role", view);
    return null;
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

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What a form brings back: what was typed into it, but for what nobody may keep, and why each field does not hold. */
const refusedForm = (
  { action, typed }: Pick<Refused, "action" | "typed">,
  faults: Faults,
  language: Language,
): Refused => ({
  action,
  faults: Object.fromEntries(Object.entries(faults).map(([name, f]) => [name, faultWords(f, language)])),
  typed: Object.fromEntries(Object.entries(typed).filter(([name]) => faults[name]?.why !== "private")),
});

/** Where somebody who is not in yet goes on. */
const doorOf = { stranger: "/desk/dang-nhap", code: "/desk/ma", "set-up": "/desk/ma-moi", in: "/desk" } as const;
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
