import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Language } from "../kit/bilingual.ts";
import type { Staff } from "../store/ports/staff.ts";
import { html } from "../ui/html.ts";
import type { DeskDeps } from "./deps.ts";
import { csrfOf, hash, same } from "./hash.ts";
import { LoginPage, PasswordPage, SpentPage } from "./pages/login.tsx";

/** Ways in and out: one-time link, login, logout, language. */
export const authRoutes = (app: FastifyInstance, deps: DeskDeps): void => {
  const { store, clock } = deps;
  const limited = { config: { rateLimit: { max: 10, timeWindow: 60_000 } } };
  const wrong = attempts(clock);

  const enter = async (reply: FastifyReply, staff: Staff) => {
    const key = deps.secret();
    await store.openSession(hash(key), staff.id, clock() + IDLE, clock());
    setCookie(reply, deps, SESSION, key);
    return reply.redirect("/desk", 303);
  };

  app.get("/desk/dang-nhap", async (request, reply) =>
    html(
      reply,
      LoginPage({ deps, language: languageOf(request), csrf: formToken(request, reply, deps), failed: null }),
    ),
  );

  app.post("/desk/dang-nhap", limited, async (request, reply) => {
    const form = Login.safeParse(request.body);
    const again = (failed: "wrong" | "wait" | "stale") =>
      html(
        reply.code(failed === "wait" ? 429 : 403),
        LoginPage({ deps, language: languageOf(request), csrf: formToken(request, reply, deps), failed }),
      );
    if (!form.success || !tokenHolds(request, form.data.csrf, FORM)) return again("stale");
    const login = form.data.login.toLowerCase();
    if (wrong.tooMany(login)) return again("wait");
    const found = await store.staffByLogin(login);
    // The same work for a login that does not exist, so that the time does not tell which ones do.
    const { verify } = await argon2();
    const right = await verify(found?.password ?? (await nobody()), form.data.password);
    if (!found?.password || !right) {
      wrong.add(login);
      return again("wrong");
    }
    wrong.clear(login);
    return enter(reply, found.staff);
  });

  // Looking does not spend the link: mail and chat programs open links to preview them.
  app.get<{ Params: { secret: string } }>("/desk/vao/:secret", limited, async (request, reply) => {
    const language = languageOf(request);
    const staff = await store.staffByLink(hash(request.params.secret), clock());
    reply.header("referrer-policy", "no-referrer").header("cache-control", "no-store");
    if (!staff) return html(reply.code(410), SpentPage({ deps, language }));
    return html(reply, PasswordPage({ deps, language, staff, csrf: formToken(request, reply, deps), failed: false }));
  });

  app.post<{ Params: { secret: string } }>("/desk/vao/:secret", limited, async (request, reply) => {
    const language = languageOf(request);
    const key = hash(request.params.secret);
    const staff = await store.staffByLink(key, clock());
    if (!staff) return html(reply.code(410), SpentPage({ deps, language }));
    const form = NewPassword.safeParse(request.body);
    if (!form.success || !tokenHolds(request, form.data.csrf, FORM) || form.data.password !== form.data.again)
      return html(
        reply.code(form.success ? 403 : 400),
        PasswordPage({ deps, language, staff, csrf: formToken(request, reply, deps), failed: true }),
      );
    const spent = await store.spendLink(key, await (await argon2()).hash(form.data.password), {
      staff: staff.id,
      at: clock(),
    });
    if (!spent) return html(reply.code(410), SpentPage({ deps, language }));
    return enter(reply, staff);
  });

  app.post("/desk/dang-xuat", async (request, reply) => {
    const form = z.object({ csrf: z.string() }).safeParse(request.body);
    const key = request.cookies[SESSION];
    if (key && form.success && tokenHolds(request, form.data.csrf, SESSION)) await store.endSession(hash(key));
    return reply.clearCookie(SESSION, { path: "/desk" }).redirect("/desk/dang-nhap", 303);
  });

  app.get<{ Params: { language: string } }>("/desk/ngon-ngu/:language", async (request, reply) => {
    const language: Language = request.params.language === "en" ? "en" : "vi";
    reply.setCookie(LANGUAGE, language, { path: "/", sameSite: "lax", maxAge: 31_536_000, secure: secure(deps) });
    return reply.redirect(backTo(request), 303);
  });
};

/** Who is logged in, their sliding session and their form token; null for strangers. */
export const loggedIn = async (
  request: FastifyRequest,
  deps: DeskDeps,
): Promise<{ staff: Staff; csrf: string } | null> => {
  const key = request.cookies[SESSION];
  if (!key) return null;
  const now = deps.clock();
  const session = await deps.store.session(hash(key), now);
  if (!session) return null;
  // Written only every few minutes: a page view should not cost a synced write.
  if (session.expiresAt < now + IDLE - 5 * 60_000) await deps.store.extendSession(hash(key), now + IDLE);
  return { staff: session.staff, csrf: csrfOf(key) };
};

/** True when the form carries the token of the session that posts it. */
export const csrfHolds = (request: FastifyRequest): boolean => {
  const form = z.object({ csrf: z.string() }).safeParse(request.body);
  return form.success && tokenHolds(request, form.data.csrf, SESSION);
};

export const languageOf = (request: FastifyRequest): Language => (request.cookies[LANGUAGE] === "en" ? "en" : "vi");

/** Logged out after twelve hours without a page. */
const IDLE = 12 * 3_600_000;
const SESSION = "desk";
const FORM = "desk_form";
const LANGUAGE = "desk_language";

const Login = z.object({
  csrf: z.string(),
  login: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(200),
});
const NewPassword = z.object({ csrf: z.string(), password: z.string().min(10).max(200), again: z.string().max(200) });

const secure = ({ publicUrl }: DeskDeps): boolean => publicUrl.startsWith("https:");
const setCookie = (reply: FastifyReply, deps: DeskDeps, name: string, value: string) =>
  reply.setCookie(name, value, { path: "/desk", httpOnly: true, sameSite: "lax", secure: secure(deps) });

/** Before the login a cookie of its own carries the token, so that nobody can log a browser into their account unasked. */
const formToken = (request: FastifyRequest, reply: FastifyReply, deps: DeskDeps): string => {
  const key = request.cookies[FORM] ?? deps.secret();
  if (!request.cookies[FORM]) setCookie(reply, deps, FORM, key);
  return csrfOf(key);
};
const tokenHolds = (request: FastifyRequest, token: string, cookie: string): boolean => {
  const key = request.cookies[cookie];
  return key !== undefined && same(token, csrfOf(key));
};

/** Only a page of this desk; an address from outside could send people anywhere. */
const backTo = (request: FastifyRequest): string => {
  const from = request.headers.referer;
  if (!from || !URL.canParse(from)) return "/desk";
  const { pathname, search } = new URL(from);
  return /^\/desk(\/[a-z0-9-]*)*$/.test(pathname) && !pathname.startsWith("/desk/ngon-ngu")
    ? `${pathname}${search}`
    : "/desk";
};

/** Ten wrong passwords close a login for a quarter of an hour, from whatever address they come. */
const attempts = (clock: () => number) => {
  const seen = new Map<string, { n: number; until: number }>();
  return {
    tooMany: (login: string) => {
      const known = seen.get(login);
      return known !== undefined && known.until > clock() && known.n >= 10;
    },
    add(login: string) {
      const known = seen.get(login);
      const n = known && known.until > clock() ? known.n + 1 : 1;
      if (seen.size > 10_000) seen.clear();
      seen.set(login, { n, until: clock() + 15 * 60_000 });
    },
    clear: (login: string) => seen.delete(login),
  };
};

/** Loaded with the first login, which is rare: it is a tenth of an idle house. */
const argon2 = () => import("@node-rs/argon2");
let nobodys: Promise<string> | undefined;
const nobody = () => (nobodys ??= argon2().then((a) => a.hash("nobody has this password")));
