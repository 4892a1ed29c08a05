import fastifyCookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import type { House } from "../app.ts";
import { wordsOfRecords } from "../content/recorded-words.ts";
import { topicsOf } from "../content/topics.ts";
import { deskRoutes } from "../desk/routes.ts";
import { shortAddress } from "../kit/short-address.ts";
import { saidAnyway } from "../product/said-anyway.ts";
import { loadAssets } from "../site/assets.ts";
import { myDataRoutes } from "../site/my-data.tsx";
import { privacyRoutes } from "../site/privacy.tsx";
import { reportCheckRoutes } from "../site/report-check.tsx";
import { resultsRoutes } from "../site/results.tsx";
import { chatRoutes } from "../site/routes.ts";
import { printRoutes } from "../site/sheet/routes.ts";
import { verifyRoutes } from "../site/verify.tsx";
import { certificateLookup } from "./certificate-lookup.ts";
import { channelStates } from "./channel-states.ts";
import { doors } from "./doors.ts";
import { type EdgeLimits, edgeOf } from "./http/edge.ts";
import { mayReadMetrics } from "./http/metrics-door.ts";
import { printDeps } from "./printed.ts";
import { questionDeps } from "./questions.ts";
import { readMarks } from "./read-marks.ts";
import { signingKey } from "./secret.ts";
import { webhookRoutes } from "./webhooks.ts";

/** Everything that answers over HTTP. `folder` holds the built files of the pages; `limits` are for tests. */
export const serve = async (house: House, folder: string, limits: EdgeLimits = {}): Promise<FastifyInstance> => {
  const { config, metrics, store, inbox, now } = house;
  const assets = loadAssets(folder);
  const edge = edgeOf({
    https: config.publicUrl.startsWith("https://"),
    styles: [assets.url("styles/public.css")],
    refused: (what, from) => {
      metrics.count("refused_total", { class: what });
      store.audit.tally(
        { what: "limit-hit", commune: null, after: { what } },
        { who: "stranger", from: shortAddress(from), at: now() },
      );
    },
    limits,
  });
  const app = Fastify({
    ...edge.options,
    loggerInstance: house.log,
    // One line a request would log what people read; the counters say enough.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    // A proxy on this machine tells who really asks; anybody else's word is not taken.
    trustProxy: "loopback",
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 128 },
  });
  await edge.before(app);
  await app.register(fastifyCookie);
  edge.after(app);
  const signing = signingKey(config.dataDir);
  const certificate = certificateLookup({
    misses: house.misses,
    certificate: house.desk.certificate,
    count: metrics.count,
    audit: store.audit,
    now,
  });
  const marks = readMarks(
    (ids) => store.feed.markSent(ids, now()),
    (error) => house.log.error({ err: error }, "read marks"),
  );
  app.addHook("onClose", marks.close);

  app.get("/healthz", async () => ({ ok: true }));
  app.get("/readyz", async (_request, reply) =>
    readiness(house) === null ? { ready: true } : reply.code(503).send({ ready: false, code: readiness(house) }),
  );
  app.get("/metrics", async (request, reply) =>
    mayReadMetrics(request, config.metricsToken)
      ? reply.type(metrics.contentType).send(await metrics.text())
      : edge.refuse(request, reply, 403),
  );

  await app.register(async (scope) =>
    webhookRoutes(scope, {
      connection: house.connection,
      submit: inbox.submit,
      metrics,
      now,
      audit: house.store.audit,
      received: house.channelWatch.received,
    }),
  );

  for (const open of house.openChannels)
    await app.register(async (scope) =>
      open.serve?.(scope, { connection: (id) => house.connected.get(id)?.connection, log: house.log }),
    );
  await app.register(async (scope) =>
    chatRoutes(scope, {
      assets,
      metas: house.openChannels.flatMap((open) => open.homeMeta ?? []),
      submit: async (inbound) => {
        // Nothing but a commit is a yes: the page keeps what was typed and sends it again with the same key.
        const outcome = await inbox.submit(inbound).catch(() => null);
        return outcome?.ok ? (outcome.value === "failed" ? "failed" : "done") : "full";
      },
      feed: {
        messagesAfter: async (connection, chat, id, limit) =>
          marks.note(await store.feed.after({ connection, chat }, id, limit)),
        last: async (connection, chat, n) => marks.note(await store.feed.last({ connection, chat }, n)),
        onCommit: (connection, chat, wake) => house.rooms.onCommit({ connection, chat }, wake),
      },
      communes: house.communes,
      picture: (card, language) => house.pictures.card(card, language),
      certificatePicture: async (typed, address) => {
        const found = await certificate(typed, address);
        return found && house.pictures.certificate(found.code);
      },
      count: (what) => metrics.count("web_total", { what }),
      now,
      streams: limits.streams,
      secret: signing,
      publicUrl: config.publicUrl,
    }),
  );
  await app.register(async (scope) => printRoutes(scope, printDeps(house, assets)));
  const pages = deskDeps(house, {
    desk: [assets.url("styles/console.css")],
    public: [assets.url("styles/public.css")],
  });
  await app.register(async (scope) => {
    await scope.register(helmet, strict);
    await deskRoutes(scope, pages);
  });
  await app.register(async (scope) => {
    await scope.register(helmet, strict);
    await resultsRoutes(scope, pages);
    await privacyRoutes(scope, pages);
    await reportCheckRoutes(scope, pages);
    await verifyRoutes(scope, { ...pages, certificate });
    await myDataRoutes(scope, { ...pages, misses: house.misses, signing });
  });
  return app;
};

/** Null: what people write is kept. Else the code of what is wrong. */
const readiness = ({ store, health }: House): string | null =>
  store.db.open ? (health.trouble()?.code ?? null) : "STORE_FAILED";

/** Staff and result pages run no script at all, load nothing from elsewhere and stand in nobody's frame. */
const strict = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Only the operator knows whether every address of this host speaks https.
  strictTransportSecurity: false,
};

/** What the desk and the public pages of results and certificates are given. */
const deskDeps = (house: House, styles: { desk: readonly string[]; public: readonly string[] }) => ({
  store: house.desk,
  audit: house.store.audit,
  indicator: house.indicator,
  clock: house.now,
  id: house.id,
  secret: house.secret,
  publicUrl: house.config.publicUrl,
  qr: house.qr,
  paper: house.paper,
  xlsx: house.xlsx,
  tooWeak: house.tooWeak,
  styles,
  titleOf: (id: string, language: "vi" | "en"): string | null => {
    const { library } = house.taught;
    const item = [...library.items, ...library.trackItems].find((i) => i.id === id);
    return item?.title[language] ?? null;
  },
  recorded: wordsOfRecords(house.taught.library),
  topics: topicsOf(house.taught.library.items),
  ...channelStates(house),
  doors: doors(house.connected),
  backup: house.backups.state,
  ...questionDeps(house),
  saidAnyway: (code: string): boolean => saidAnyway(code, house.taught.library),
  opensContent: (code: string): boolean => house.taught.library.codes.has(code),
});
