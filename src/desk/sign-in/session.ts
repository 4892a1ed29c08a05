import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Language } from "../../kit/bilingual.ts";
import { shortAddress } from "../../kit/short-address.ts";
import type { AuditKinds, Seen } from "../../store/ports/audit.ts";
import type { Staff } from "../../store/ports/staff.ts";
import type { StaffSession } from "../../store/ports/staff-sessions.ts";
import type { DeskDeps } from "../deps.ts";
import { csrfOf, hash, same } from "../hash.ts";
import { mustHaveSecondFactor } from "../may.ts";
import { deviceName } from "./device-name.ts";

/** A session with what only its own requests know. `set-up`: the role must have a second factor and has none yet. */
export type SignedIn = Omit<StaffSession, "stage"> & {
  readonly stage: "code" | "set-up" | "in";
  readonly csrf: string;
  readonly hash: string;
};

/** Whose session a request belongs to, at whatever stage; it slides while it is used. Null for strangers. */
export const sessionOf = async (request: FastifyRequest, deps: DeskDeps): Promise<SignedIn | null> => {
  const key = request.cookies[SESSION];
  if (!key) return null;
  const now = deps.clock();
  const session = await deps.store.session(hash(key), now);
  if (!session) return null;
  // Written only every few minutes: a page view should not cost a synced write. What waits for its code does not slide.
  if (session.stage !== "code" && session.expiresAt < now + IDLE - 5 * 60_000)
    await deps.store.extendSession(hash(key), now + IDLE, now);
  // Worked out anew each time, so that an administrator whose second factor was taken away gets no further.
  const lacking = session.stage === "in" && !session.secondFactor && mustHaveSecondFactor(session.staff.role);
  return { ...session, stage: lacking ? "set-up" : session.stage, csrf: csrfOf(key), hash: hash(key) };
};

/** Opens a session under a new key; whatever session the browser had ends. `second` null: its code is still awaited. */
export const openSession = async (
  request: FastifyRequest,
  reply: FastifyReply,
  deps: DeskDeps,
  staff: Staff,
  second: AuditKinds["signed-in"]["second"] | null,
): Promise<void> => {
  const now = deps.clock();
  const old = request.cookies[SESSION];
  if (old) await deps.store.endSession(hash(old));
  const key = deps.secret();
  const device = request.cookies[DEVICE] ?? deps.secret();
  const known = await deps.store.deviceKnown(hash(device), staff.id);
  const session = {
    id: deps.id(),
    staff,
    stage: second === null ? ("code" as const) : ("in" as const),
    expiresAt: now + (second === null ? CODE_LIFE : IDLE),
    endsAt: now + LONGEST,
    device: deviceName(request.headers["user-agent"]),
    newDevice: !known,
  };
  await deps.store.openSession(hash(key), session, seen(request, deps, staff), second ?? undefined);
  setCookie(reply, deps, SESSION, key);
  if (second === null) return;
  await deps.store.rememberDevice(hash(device), staff.id, now);
  setCookie(reply, deps, DEVICE, device, 31_536_000);
};

/** The mark of a browser this person signed in with before; null for any other. */
export const knownDevice = async (request: FastifyRequest, deps: DeskDeps, staff: string): Promise<string | null> => {
  const mark = request.cookies[DEVICE];
  return mark && (await deps.store.deviceKnown(hash(mark), staff)) ? hash(mark) : null;
};

export const signOut = (reply: FastifyReply, deps: DeskDeps): FastifyReply =>
  reply.clearCookie(SESSION, { path: "/desk", secure: secure(deps) });

/** True when the form carries the token of the session that posts it. */
export const csrfHolds = (request: FastifyRequest): boolean => {
  const form = z.object({ csrf: z.string() }).safeParse(request.body);
  return form.success && tokenHolds(request, form.data.csrf, SESSION);
};

/** Before the login a cookie of its own carries the token, so that nobody can log a browser into their account unasked. */
export const formToken = (request: FastifyRequest, reply: FastifyReply, deps: DeskDeps): string => {
  const known = request.cookies[FORM];
  const key = known ?? deps.secret();
  if (!known) setCookie(reply, deps, FORM, key);
  return csrfOf(key);
};
export const formTokenHolds = (request: FastifyRequest, token: string): boolean => tokenHolds(request, token, FORM);

export const languageOf = (request: FastifyRequest): Language => (request.cookies[LANGUAGE] === "en" ? "en" : "vi");
export const setLanguage = (reply: FastifyReply, deps: DeskDeps, language: Language): FastifyReply =>
  reply.setCookie(LANGUAGE, language, { path: "/", sameSite: "lax", maxAge: 31_536_000, secure: secure(deps) });

/** Who asks, for the security log. */
export const seen = (request: FastifyRequest, deps: DeskDeps, staff?: Staff): Seen => ({
  who: staff ? `staff:${staff.id}` : "stranger",
  from: shortAddress(request.ip),
  at: deps.clock(),
});

/** Logged out after twelve hours without a page, and after seven days whatever was done. */
const IDLE = 12 * 3_600_000;
const LONGEST = 7 * 24 * 3_600_000;
/** How long somebody may look for their telephone. */
const CODE_LIFE = 10 * 60_000;

const SESSION = "desk";
const FORM = "desk_form";
const DEVICE = "desk_device";
const LANGUAGE = "desk_language";

const secure = ({ publicUrl }: DeskDeps): boolean => publicUrl.startsWith("https:");
const setCookie = (reply: FastifyReply, deps: DeskDeps, name: string, value: string, maxAge?: number) =>
  reply.setCookie(name, value, {
    path: "/desk",
    httpOnly: true,
    sameSite: "lax",
    secure: secure(deps),
    ...(maxAge === undefined ? {} : { maxAge }),
  });
const tokenHolds = (request: FastifyRequest, token: string, cookie: string): boolean => {
  const key = request.cookies[cookie];
  return key !== undefined && same(token, csrfOf(key));
};
