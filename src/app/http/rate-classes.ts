import { allChannels } from "../../channels/all.ts";

/**
 * What may be asked of this house, and how often: every route has one of these classes, named in `routes` below, and a
 * route without one stops the start (`rateOf`). A minute's worth for one address (an IPv6 /64 counts as one), and for
 * everybody together. One address may be thirty people: a class in the commune's hall shares its wireless network.
 */
export const rateClasses = {
  /** A page somebody reads. Thirty people open a lesson's address, its sheet and its picture, and try again. */
  page: { address: 600, all: 12_000, says: "page" },
  /** Built styles, scripts and fonts; some ten for a first visit, and cheap. */
  file: { address: 6_000, all: 60_000, says: "json" },
  /** Somebody says something. A class of forty, each tapping every five seconds, stays under it. */
  chat: { address: 600, all: 12_000, says: "json" },
  /** Fetching what was said, and opening a stream: the same class on a bad line. */
  read: { address: 1_200, all: 30_000, says: "json" },
  /** Drawings. Those never asked for before also wait for the workers (app/pool). */
  picture: { address: 600, all: 6_000, says: "picture" },
  /** Whatever opens with a code. A class holds up its certificates at once; a machine trying codes is slowed. */
  code: { address: 120, all: 1_200, says: "page" },
  /** The way into the desk: the form, and the tries. */
  "sign-in": { address: 60, all: 600, says: "page" },
  /** Pages of staff who are known. The whole commune office has one address. */
  desk: { address: 1_200, all: 6_000, says: "page" },
  /** Channels come from few addresses and bring many people, so only what was refused counts, and nobody can use up everybody's share. */
  webhook: { address: 120, all: Number.POSITIVE_INFINITY, says: "nothing", counts: "refused" },
  /** Probes and figures of the operator; they cost next to nothing. */
  machine: { address: 60_000, all: 120_000, says: "json" },
  /** Addresses that do not exist. */
  unknown: { address: 300, all: 6_000, says: "page" },
} as const satisfies Readonly<Record<string, Rate>>;

export type RateClass = keyof typeof rateClasses;

/** `says`: what a refusal looks like to whoever asked. `counts`: only refused requests use up the share. */
export type Rate = {
  readonly address: number;
  readonly all: number;
  readonly says: "page" | "picture" | "json" | "nothing";
  readonly counts?: "refused";
};

/** The routes of the house. A new one is entered here, or the house does not start; those of a channel stand in its folder. */
const routes: Readonly<Record<string, RateClass>> = {
  ...Object.assign({}, ...allChannels.map((channel) => channel.routes ?? {})),
  "GET /": "page",
  "GET /chat": "page",
  "GET /chat/shell": "page",
  "GET /in": "page",
  "GET /in/:guide": "page",
  "GET /tranh": "page",
  "GET /tranh/:name": "picture",
  "GET /ket-qua/:page": "page",

  "GET /tep/*": "file",
  "GET /nhung.js": "file",
  "GET /chat-sw.js": "file",
  "GET /manifest.webmanifest": "file",

  "GET /hinh/:card.png": "picture",

  "GET /rieng-tu": "page",
  "GET /xac-minh": "page",
  "GET /xac-minh/:code": "code",
  "GET /kiem-bao-cao": "page",
  "GET /kiem-bao-cao/:code": "code",
  "GET /giay/:code.png": "code",
  "GET /du-lieu/:code": "code",
  "POST /du-lieu/:code": "code",
  "POST /du-lieu/tep": "code",

  "GET /desk/dang-nhap": "sign-in",
  "POST /desk/dang-nhap": "sign-in",
  "GET /desk/ma": "sign-in",
  "POST /desk/ma": "sign-in",
  "GET /desk/ma-moi": "sign-in",
  "POST /desk/ma-moi": "sign-in",
  "GET /desk/vao/:secret": "sign-in",
  "POST /desk/vao/:secret": "sign-in",
  "POST /desk/dang-xuat": "desk",
  "GET /desk/ngon-ngu/:language": "desk",
  "GET /desk": "desk",

  "POST /webhooks/:channel/:connection": "webhook",

  "GET /healthz": "machine",
  "GET /readyz": "machine",
  "GET /metrics": "machine",
};

/** Every page and form of a commune stands behind the same door (`desk/routes.ts`), so they share one class. */
const BEHIND_THE_DOOR = /^(GET|POST) \/desk\/:commune(\/|$)/;

/** The class of a route; null when nobody gave it one. HEAD is GET without the body. */
export const rateOf = (method: string, url: string): RateClass | null => {
  const name = `${method === "HEAD" ? "GET" : method} ${url}`;
  return routes[name] ?? (BEHIND_THE_DOOR.test(name) ? "desk" : null);
};

/** For the check: the names in the table, so that one whose route is gone is taken out. */
export const namedRoutes = (): readonly string[] => Object.keys(routes);

declare module "fastify" {
  interface FastifyContextConfig {
    /** Set for every route as it is registered, from the table above. */
    rate?: RateClass;
  }
}
