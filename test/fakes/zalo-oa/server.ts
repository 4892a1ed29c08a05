import { type OaCall, type OaSent, type OaSettings, oaApi } from "./api.ts";
import { refusal, refused } from "./codes.ts";
import { msgIdOf, type OaEvent, oaEvents, subjectOf } from "./events.ts";
import type { Fault, Scope } from "./faults.ts";
import { type Pair, tokenOffice } from "./oauth.ts";
import { type Outcome, poster } from "./post.ts";
import { serve } from "./serve.ts";
import type { Upload } from "./uploads.ts";
import { type Batch, type DeliverOptions, type Delivery, deliverAll, deliverer, type Schedule } from "./webhooks.ts";
import { interact, type Money, type Person, windows } from "./windows.ts";

export type OaOptions = {
  readonly appId?: string;
  readonly oaId?: string;
  readonly appSecret?: string;
  readonly oaSecret?: string;
  /** The callback address saved in the console; any other is refused with -14003. */
  readonly callback?: string;
  readonly clock?: () => number;
  readonly schedule?: Schedule;
  readonly retryOn?: "no-connection" | "any";
  /** Free messages a month outside 48 hours (the plan's), then 55 VND each from `credit`. */
  readonly allowance?: number;
  readonly credit?: number;
  /** Requests a minute of the fake's clock; a clock that stands still never gives new ones. */
  readonly perMinute?: number;
  /** Undocumented, hence settable: the code of a refused token exchange. */
  readonly refusalCode?: number;
};

export type FakeZaloOa = {
  /** Put this where the adapter has openapi.zalo.me and oauth.zaloapp.com. */
  readonly url: string;
  readonly appId: string;
  readonly oaId: string;
  readonly appSecret: string;
  readonly oaSecret: string;
  readonly calls: readonly OaCall[];
  readonly of: (path: string) => readonly OaCall[];
  /** Resolves with the n-th call (from 1) of a path, when it comes. */
  readonly call: (path: string, n?: number) => Promise<OaCall>;
  readonly sent: readonly OaSent[];
  readonly uploads: readonly Upload[];
  readonly events: ReturnType<typeof oaEvents>;
  readonly set: (settings: Partial<OaSettings>) => void;
  readonly fault: (fault: Fault, scope?: Scope) => void;
  readonly clearFaults: () => void;
  /** A pair of tokens got by hand; a code of a consent; the end of every token. */
  readonly grant: () => Pair;
  readonly consent: (challenge?: string) => string;
  readonly revoke: () => void;
  /** A person as the OA knows them; `interact` moves their window without an event. */
  readonly person: (user: string) => Readonly<Person>;
  readonly interact: (user: string, at?: number) => void;
  readonly money: (month?: string) => Money;
  readonly setHook: (url: string | null) => void;
  readonly probe: () => Promise<Outcome>;
  readonly subscribed: () => boolean;
  /** The event happens (windows move) and is posted; resolves when it was accepted or lost. */
  readonly deliver: (event: OaEvent, options?: DeliverOptions) => Promise<Delivery>;
  readonly deliverAll: (events: readonly OaEvent[], options?: Batch & DeliverOptions) => Promise<Delivery[]>;
  readonly close: () => Promise<void>;
};

/** Our own Zalo OA: OAuth, OpenAPI and webhooks over real HTTP on loopback, with faults on demand. Written from the reference alone. */
export const startFakeZaloOa = async (options: OaOptions = {}): Promise<FakeZaloOa> => {
  const o = { ...DEFAULTS, ...options };
  const office = tokenOffice(o);
  const reach = windows(o);
  const authors = new Map<string, string>();
  const { post, close: closePost } = poster();
  const hooks = deliverer(o, post);
  const api = oaApi({ ...o, office, reach, authors });
  const http = await serve<OaCall>({
    on: (path) => path,
    note: api.note,
    perform: api.perform,
    refuse: (f) => refused(refusal(f.code)),
  });

  /** The person acted, whether or not our side hears of it. */
  const happen = (event: OaEvent): void => {
    const user = subjectOf(event);
    const id = msgIdOf(event);
    if (user === null) return;
    if (id !== null) authors.set(id, user);
    interact(reach.person(user), event.event_name, Number(event.timestamp));
  };

  const deliver = (event: OaEvent, how?: DeliverOptions): Promise<Delivery> => {
    happen(event);
    return hooks.deliver(event, how);
  };

  return {
    url: http.url,
    appId: o.appId,
    oaId: o.oaId,
    appSecret: o.appSecret,
    oaSecret: o.oaSecret,
    calls: http.calls,
    of: http.of,
    call: http.call,
    sent: api.sent,
    uploads: api.uploads,
    events: oaEvents(o),
    set: api.set,
    fault: http.fault,
    clearFaults: http.clearFaults,
    grant: office.grant,
    consent: (challenge) => office.consent(challenge ?? null),
    revoke: office.revoke,
    person: reach.person,
    interact: (user, at = o.clock()) => interact(reach.person(user), "user_send_text", at),
    money: reach.money,
    setHook: hooks.setHook,
    probe: hooks.probe,
    subscribed: hooks.subscribed,
    deliver,
    deliverAll: (events, how = {}) => deliverAll((event: OaEvent) => deliver(event, how), events, how),
    close: async () => {
      closePost();
      await http.close();
    },
  };
};

const DEFAULTS: Required<OaOptions> = {
  appId: "4400000000000000001",
  oaId: "5500000000000000001",
  appSecret: "fake-app-secret",
  oaSecret: "fake-oa-secret",
  callback: "https://xa-mau.example/zalo/callback",
  clock: () => Date.UTC(2026, 10, 23, 2),
  schedule: (again) => setImmediate(again),
  retryOn: "no-connection",
  allowance: 0,
  credit: Number.POSITIVE_INFINITY,
  perMinute: 4000,
  refusalCode: -14014,
};
