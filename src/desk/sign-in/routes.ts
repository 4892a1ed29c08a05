import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Language } from "../../kit/bilingual.ts";
import type { Staff } from "../../store/ports/staff.ts";
import { html } from "../../ui/html.ts";
import type { DeskDeps } from "../deps.ts";
import { hash } from "../hash.ts";
import { LoginPage, PasswordPage, SpentPage } from "../pages/login.tsx";
import { CodePage, RecoveryCodesPage, SetUpPage } from "../pages/second-factor.tsx";
import { checkPassword, hashPassword, longestPassword } from "./password.ts";
import { codeTaken, guessedFirst } from "./proofs.ts";
import { enrolment, newSecret, recoveryCodes, recoveryHash, timeStepOf } from "./second-factor.ts";
import {
  csrfHolds,
  formToken,
  formTokenHolds,
  knownDevice,
  languageOf,
  openSession,
  seen,
  sessionOf,
  setLanguage,
  signOut,
} from "./session.ts";
import type { Throttle } from "./throttle.ts";

/** Ways in and out: one-time link, login, second factor, logout, language. */
export const signInRoutes = (app: FastifyInstance, deps: DeskDeps, slow: Throttle): void => {
  const { store, clock, audit } = deps;

  /** Password or link was right: now the second factor, for whoever has one. */
  const enter = async (request: FastifyRequest, reply: FastifyReply, staff: Staff) => {
    const factor = await store.secondFactor(staff.id);
    await openSession(request, reply, deps, staff, factor ? null : "none");
    return reply.redirect(factor ? "/desk/ma" : "/desk", 303);
  };

  app.get("/desk/dang-nhap", async (request, reply) =>
    html(
      reply,
      LoginPage({ deps, language: languageOf(request), csrf: formToken(request, reply, deps), failed: null }),
    ),
  );

  app.post("/desk/dang-nhap", async (request, reply) => {
    const form = Login.safeParse(request.body);
    const again = (status: number, failed: "wrong" | "stale" | { readonly seconds: number }) =>
      html(
        reply.code(status),
        LoginPage({ deps, language: languageOf(request), csrf: formToken(request, reply, deps), failed }),
      );
    const wait = (ms: number) => {
      const seconds = Math.max(1, Math.ceil(ms / 1_000));
      reply.header("retry-after", String(seconds));
      return again(429, { seconds });
    };
    if (!form.success || !formTokenHolds(request, form.data.csrf)) return again(403, "stale");
    const login = form.data.login.toLowerCase();
    const found = await store.staffByLogin(login);
    const about = { commune: found?.staff.commune ?? null, about: found?.staff.id ?? null };
    const device = found && (await knownDevice(request, deps, found.staff.id));
    const reserved = slow.reserve(`login ${login}`, request.ip, device ?? null);
    if (!reserved.ok) {
      audit.tally({ what: "sign-in-slowed", ...about, after: { by: reserved.by } }, seen(request, deps));
      return wait(reserved.ms);
    }
    // The same work for a login that does not exist, so that the time does not tell which ones do.
    const checked = await checkPassword(found?.password ?? null, form.data.password);
    if (checked === null) return wait(5_000);
    if (!found || !checked.right) {
      audit.tally(
        { what: "sign-in-failed", ...about, after: { why: found ? "password" : "login" } },
        seen(request, deps),
      );
      return again(403, "wrong");
    }
    reserved.right();
    if (checked.better) await store.rehash(found.staff.id, checked.better);
    return enter(request, reply, found.staff);
  });

  app.get("/desk/ma", async (request, reply) => {
    const session = await sessionOf(request, deps);
    if (session?.stage !== "code") return reply.redirect("/desk", 303);
    return html(reply, CodePage({ deps, language: languageOf(request), csrf: session.csrf, failed: null }));
  });

  app.post("/desk/ma", async (request, reply) => {
    const session = await sessionOf(request, deps);
    if (session?.stage !== "code") return reply.redirect("/desk", 303);
    const { staff, csrf } = session;
    const again = (status: number, failed: "wrong" | { readonly seconds: number }) =>
      html(reply.code(status), CodePage({ deps, language: languageOf(request), csrf, failed }));
    const form = Code.safeParse(request.body);
    if (!form.success || !csrfHolds(request)) return again(403, "wrong");
    // Whoever stands here knows the password: their guesses count together, from wherever they come.
    const reserved = slow.reserve(`code ${staff.id}`, null, await knownDevice(request, deps, staff.id));
    if (!reserved.ok) {
      audit.tally(
        { what: "sign-in-slowed", commune: staff.commune, about: staff.id, after: { by: reserved.by } },
        seen(request, deps),
      );
      return again(429, { seconds: Math.ceil(reserved.ms / 1_000) });
    }
    const second = await codeTaken(deps, staff, form.data.code);
    if (!second) {
      audit.tally(
        { what: "sign-in-failed", commune: staff.commune, about: staff.id, after: { why: "second" } },
        seen(request, deps),
      );
      return again(403, "wrong");
    }
    reserved.right();
    await openSession(request, reply, deps, staff, second);
    return reply.redirect("/desk", 303);
  });

  app.get("/desk/ma-moi", async (request, reply) => {
    const session = await sessionOf(request, deps);
    if (!session || session.stage === "code" || (await store.secondFactor(session.staff.id)))
      return reply.redirect("/desk", 303);
    return html(reply, await setUp(request, session, false));
  });

  app.post("/desk/ma-moi", async (request, reply) => {
    const session = await sessionOf(request, deps);
    if (!session || session.stage === "code" || (await store.secondFactor(session.staff.id)))
      return reply.redirect("/desk", 303);
    const form = Code.safeParse(request.body);
    const secret = await store.draft(session.id, newSecret);
    const step = form.success && csrfHolds(request) ? timeStepOf(secret, form.data.code, clock()) : null;
    if (step === null) return html(reply.code(403), await setUp(request, session, true));
    const codes = recoveryCodes();
    const by = seen(request, deps, session.staff);
    await store.setSecondFactor(session.staff, secret, step, codes.map(recoveryHash), by);
    return html(reply, RecoveryCodesPage({ deps, language: languageOf(request), codes }));
  });

  const setUp = async (
    request: FastifyRequest,
    { id, staff, csrf }: { readonly id: string; readonly staff: Staff; readonly csrf: string },
    failed: boolean,
  ) => {
    const secret = await store.draft(id, newSecret);
    const language = languageOf(request);
    const drawn = await deps.qr(enrolment(secret, staff.login));
    return SetUpPage({ deps, language, csrf, secret, drawn, failed, staff });
  };

  // Looking does not spend the link: mail and chat programs open links to preview them.
  app.get<{ Params: { secret: string } }>("/desk/vao/:secret", async (request, reply) => {
    const language = languageOf(request);
    const staff = await store.staffByLink(hash(request.params.secret), clock());
    reply.header("referrer-policy", "no-referrer").header("cache-control", "no-store");
    if (!staff) return html(reply.code(410), SpentPage({ deps, language }));
    return html(reply, PasswordPage({ deps, language, staff, csrf: formToken(request, reply, deps), failed: null }));
  });

  app.post<{ Params: { secret: string } }>("/desk/vao/:secret", async (request, reply) => {
    const language = languageOf(request);
    const key = hash(request.params.secret);
    const staff = await store.staffByLink(key, clock());
    if (!staff) return html(reply.code(410), SpentPage({ deps, language }));
    const form = NewPassword.safeParse(request.body);
    const again = (status: number, failed: "mismatch" | "short" | "guessable" | "busy") =>
      html(reply.code(status), PasswordPage({ deps, language, staff, csrf: formToken(request, reply, deps), failed }));
    if (!form.success) return again(400, "mismatch");
    if (!formTokenHolds(request, form.data.csrf) || form.data.password !== form.data.again)
      return again(403, "mismatch");
    const weak = await deps.tooWeak(form.data.password, await guessedFirst(deps, staff));
    if (weak) return again(400, weak);
    const hashed = await hashPassword(form.data.password);
    if (hashed === null) return again(429, "busy");
    if (!(await store.spendLink(key, hashed, staff, seen(request, deps, staff))))
      return html(reply.code(410), SpentPage({ deps, language }));
    return enter(request, reply, staff);
  });

  app.post("/desk/dang-xuat", async (request, reply) => {
    const session = await sessionOf(request, deps);
    if (session && csrfHolds(request)) await store.endSession(session.hash);
    // What the browser kept of pages; its storage is the chat's, which may be somebody's of the house.
    return signOut(reply, deps).header("clear-site-data", '"cache"').redirect("/desk/dang-nhap", 303);
  });

  app.get<{ Params: { language: string } }>("/desk/ngon-ngu/:language", async (request, reply) => {
    const language: Language = request.params.language === "en" ? "en" : "vi";
    return setLanguage(reply, deps, language).redirect(backTo(request), 303);
  });
};

const Login = z.object({
  csrf: z.string(),
  login: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(longestPassword),
});
const Code = z.object({ code: z.string().trim().min(6).max(40) });
const NewPassword = z.object({
  csrf: z.string(),
  password: z.string().min(1).max(longestPassword),
  again: z.string().max(longestPassword),
});

/** Only a page of this desk; an address from outside could send people anywhere. */
const backTo = (request: FastifyRequest): string => {
  const from = request.headers.referer;
  if (!from || !URL.canParse(from)) return "/desk";
  const { pathname, search } = new URL(from);
  return /^\/desk(\/[a-z0-9-]*)*$/.test(pathname) && !pathname.startsWith("/desk/ngon-ngu")
    ? `${pathname}${search}`
    : "/desk";
};
