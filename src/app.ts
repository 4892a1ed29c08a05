import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { FastifyBaseLogger } from "fastify";
import { alarmWatch } from "./app/alarms/watch.ts";
import { type Backups, backups } from "./app/backups.ts";
import { channelStates } from "./app/channel-states.ts";
import { type ChannelWatch, channelWatch } from "./app/channel-watch.ts";
import {
  type Connected,
  connectChannels,
  defaultConnection,
  type HouseChannel,
  type HouseParts,
  houseParts,
} from "./app/channels.ts";
import { communeNames } from "./app/commune-names.ts";
import type { Taught } from "./app/content.ts";
import { createMetrics } from "./app/metrics.ts";
import { pictures } from "./app/pictures.ts";
import { workerPool } from "./app/pool/pool.ts";
import { type StoreHealth, storeHealth } from "./app/store-health.ts";
import { watchdog } from "./app/watchdog.ts";
import { allChannels } from "./channels/all.ts";
import type { Channel, Connection } from "./channels/channel.ts";
import type { OpenChannel } from "./channels/definition.ts";
import { pushPreview } from "./channels/push-preview.ts";
import { webListeners } from "./channels/web/listeners.ts";
import type { Config } from "./config.ts";
import { createWorld, currentVersions } from "./content/world.ts";
import { type Clock, systemClock } from "./delivery/clock.ts";
import { sender } from "./delivery/sender.ts";
import { indicatorService } from "./indicator/service.ts";
import { timeId } from "./kit/ids.ts";
import { random } from "./kit/random.ts";
import { ok, type Result } from "./kit/result.ts";
import { dayOf } from "./kit/vietnam-time.ts";
import { type Misses, misses } from "./people/misses.ts";
import { lastUsed } from "./pictures/last-used.ts";
import type { Proof } from "./report/paper-file.ts";
import type { Report } from "./report/report.ts";
import { inspect } from "./scam/inspect.ts";
import type { WebRoom } from "./store/outbox.ts";
import { makePrivate } from "./store/private-files.ts";
import { openCold } from "./store/sqlite/cold/cold.ts";
import { deskStore } from "./store/sqlite/cold/desk.ts";
import { learnerCounts } from "./store/sqlite/cold/learners.ts";
import { seedCommunes } from "./store/sqlite/cold/seed.ts";
import { lock } from "./store/sqlite/lock.ts";
import { upToDate } from "./store/sqlite/open.ts";
import { openStore } from "./store/sqlite/store.ts";
import { decider } from "./turns/decide.ts";
import { intake } from "./turns/intake.ts";
import { refusals } from "./turns/refusals.ts";
import { forget } from "./turns/retention.ts";
import { type Speak, speaker } from "./turns/speak.ts";
import { timers } from "./turns/timers.ts";
import { watched } from "./turns/watch.ts";
import type { Sheet } from "./ui/column.ts";
import type { QrPath } from "./ui/qr-path.ts";

/** How soon a disk that fills up, or has room again, is noticed while nobody writes. */
const beatMs = 10_000;

/** How soon a missed backup is made up for; long enough after a start that nobody waits for it. */
const backupLookMs = 10 * 60_000;

/** Some 2 MB: every door poster of a commune with its villages. */
const QR_KEPT = 100;

/** The track that counts for `basic-skills`. */
const BASIC = "co-ban";

/**
 * Builds the whole house on one database file: everything is wired here and nowhere else. Nothing listens or runs yet;
 * `run` starts the clock and the sender, `close` ends them within ten seconds. `work` names what must not be done beside
 * another process; null for what only looks on.
 */
export const openHouse = async (
  config: Config,
  taught: Taught,
  log: FastifyBaseLogger,
  time: Clock = systemClock,
  work: string | null = "server",
  list: readonly HouseChannel[] = allChannels,
): Promise<Result<House>> => {
  makePrivate(config.dataDir);
  const file = join(config.dataDir, "house.db");
  // Who only looks on beside a running server must not change the tables under it.
  const alone = work ?? (known(file) ? null : "migrate");
  const held = alone === null ? null : lock(config.dataDir, alone);
  if (held && !held.ok) return held;
  const free = (): void => held?.value.release();
  const { now } = time;
  const id = (): string => timeId(now());
  const { library, communes } = taught;
  const opened = openStore(file, {
    id,
    publicUrl: config.publicUrl,
    windows: (people, at) =>
      pushPreview(people, (id) => {
        const found = connected.get(id);
        const cost = found?.open.pushCost;
        return cost && ((seenAt) => cost(found.connection, seenAt, at));
      }),
  });
  if (!opened.ok) {
    free();
    return opened;
  }
  if (work === null) free();
  const store = opened.value;
  seedCommunes(store.db, communes);
  const metrics = createMetrics();
  const health = storeHealth({
    log,
    count: metrics.count,
    steady: time.steady,
    // Counted, not written: it is the database that does not write. It stands in the log once it does again.
    noted: (code) =>
      store.audit.tally(
        { what: "store-broken", commune: null, after: { code } },
        { who: "program", from: null, at: now() },
      ),
  });

  const stored = store.versions.save(currentVersions(library), now());
  const world = createWorld(library, stored, { id, random, inspect }, config.tryLanguages);
  const cold = openCold(file);
  const desk = deskStore(cold);
  const track = library.tracks.find((t) => t.id === BASIC) ?? { id: BASIC, lessons: [] };
  const indicator = indicatorService({ counts: learnerCounts(cold), track, clock: now });
  const drawers = workerPool();
  // A thread of its own: a page with a QR code must not wait behind thirty pictures.
  const qrDrawer = workerPool({ threads: 1 });
  const qrCodes = lastUsed<QrPath>(QR_KEPT);
  const drawn = pictures({
    library,
    communes,
    publicUrl: config.publicUrl,
    today: () => dayOf(now()),
    certificate: desk.certificate,
    villages: desk.villages,
    draw: (drawing, asker) => drawers.run("draw", drawing, asker),
  });

  const parts = houseParts({
    config,
    store,
    drawn,
    now,
    steady: time.steady,
    resume: (connection) => sends.resume(connection),
    log,
  });
  const { all: connected, open: openChannels } = await connectChannels(list, parts, config, communes);
  const reach = (connection: string): number => {
    const found = connected.get(connection);
    return found?.open.reachMs?.(found.connection) ?? Number.POSITIVE_INFINITY;
  };

  const wakes = webListeners();
  const seen = channelWatch(now);
  const sends = sender({
    outbox: store.outbox,
    clock: time,
    random,
    count: (name, labels) => {
      metrics.count(name, labels);
      if (name === "sends_total") seen.sent(labels.connection ?? "", labels.outcome ?? "");
    },
    raise: (fault, connection) =>
      log.error({ code: fault.code, connection, cause: fault.cause }, "an operator is needed"),
  });
  const tried = misses(now);
  const watch = watchdog(config.dataDir, now);
  const turns = {
    store: store.turns,
    urgent: library.urgent,
    decider: watched(
      decider(world, Object.fromEntries(list.map((c) => [c.name, c.capabilities])), (account) =>
        reach(account.connection),
      ),
      watch,
    ),
    watch,
    now,
    newest: store.connections.newest,
    committed: (what: Parameters<typeof sends.committed>[0]) => {
      sends.committed(what);
      wakes.committed(what);
    },
    marks: sends.marks,
    misses: tried,
    refusals: refusals({ audit: store.audit, connection: store.connections.get, now }),
    health,
    count: metrics.count,
  };
  const inbox = intake(turns);
  const clock = timers(turns, time.steady);

  for (const { connection } of connected.values()) {
    store.connections.put({ id: connection.id, commune: connection.commune, channel: connection.channel });
    const channel = connected.get(connection.id)?.channel;
    if (channel) sends.connect(connection, channel);
  }
  metrics.gauge("outbox_waiting", "messages waiting to be sent", () =>
    Object.values(sends.depth()).reduce((a, b) => a + b, 0),
  );
  metrics.gauge("codes_missed", "accounts and addresses that sent a wrong code lately", tried.remembered);
  metrics.gauge("intake_waiting", "turns waiting for their transaction", inbox.waiting);

  const nightly = backups({
    database: file,
    folder: config.backupDir,
    recipient: config.backupRecipient,
    now,
    log,
    count: metrics.count,
    note: (entry) => store.audit.note(entry, { who: "program", from: null, at: now() }),
  });
  metrics.gauge("backup_last_timestamp_seconds", "when the newest backup was begun; 0 where there is none", () =>
    Math.floor((nightly.state().last ?? 0) / 1_000),
  );
  metrics.gauge("backup_late", "1 when the newest backup is older than 36 hours or there is none", () =>
    nightly.state().late ? 1 : 0,
  );

  const speak = speaker(world);
  const wake = (to: readonly WebRoom[]): void => {
    wakes.wake(to);
    void sends.look().catch(health.threw);
  };
  const alarms = alarmWatch({
    alarms: store.alarms,
    channels: channelStates({ channels: list, connected, cold, channelWatch: seen, now }).channels,
    connected,
    facts: store.facts,
    quietOf: store.outbox.quietOf,
    reach,
    speak,
    id,
    now,
    said: wake,
  });

  const jobs: NodeJS.Timeout[] = [];
  const stopTending: (() => void)[] = [];
  const failed = (what: string) => (error: unknown) => log.error({ err: error }, what);
  /** For what runs by itself on the database: said like any other trouble of it, not once a second. */
  const broken = (error: unknown): void => health.threw(error);
  const beat = (): void => {
    try {
      const back = store.beat(now());
      if (back > 0)
        log.warn({ ms: back }, "the clock of this machine was set back; pushes that wait were moved with it");
      health.beat();
    } catch (error) {
      health.threw(error);
    }
  };
  return ok({
    config,
    taught,
    log,
    now,
    id,
    secret: () => randomBytes(24).toString("base64url"),
    file,
    store,
    cold,
    desk,
    indicator,
    basicTrack: track,
    health,
    backups: nightly,
    speak,
    said: wake,
    alarms,
    metrics,
    pictures: drawn,
    paper: (report, proof) => drawers.run("paper", { report, proof }, "house"),
    tooWeak: (password, about) => drawers.run("tooWeak", { password, about }, "house"),
    xlsx: (sheet) => drawers.run("sheet", sheet, "house"),
    qr: (text) => qrCodes(text, () => qrDrawer.run("qr", text, "house")),
    inbox,
    misses: tried,
    rooms: wakes,
    connection: (channel, name) => {
      const found = connected.get(name === "default" ? defaultConnection(channel) : name);
      return found?.channel && found.connection.channel === channel
        ? { connection: found.connection, channel: found.channel }
        : undefined;
    },
    channels: list,
    connected,
    openChannels,
    channelParts: parts,
    channelWatch: seen,
    communes: () => communes.map(communeNames),
    run: async () => {
      for (const update of watch.suspects()) log.warn({ update }, "set aside: an earlier process ended in it");
      watch.start();
      for (const open of openChannels) {
        const own = [...connected.values()].filter((c) => c.open === open).map((c) => c.connection);
        if (own.length > 0 && open.tend)
          stopTending.push(await open.tend(own, { every, failed: failed("tending a channel") }));
      }
      beat();
      await sends.look();
      // Nobody need write for a full disk to be noticed, nor for it to be noticed that it has room again.
      jobs.push(setInterval(beat, beatMs));
      jobs.push(setInterval(() => void (nightly.due() && nightly.run()), backupLookMs));
      jobs.push(setInterval(() => void clock.run().catch(broken), 1_000));
      jobs.push(setInterval(() => void sends.look().catch(broken), 30_000));
      jobs.push(setInterval(() => void forget(store.retention, now()).catch(broken), 3_600_000));
      jobs.push(setInterval(() => void alarms.look().catch(broken), 60_000));
      jobs.push(setInterval(() => store.audit.flush(now()), 60_000));
      jobs.push(setInterval(() => store.versions.drop(currentVersions(library)), 24 * 3_600_000));
    },
    close: async () => {
      for (const job of jobs) clearInterval(job);
      for (const stop of stopTending) stop();
      await watch.close();
      await sends.drain();
      await drawers.close();
      await qrDrawer.close();
      await cold.close();
      store.close();
      free();
    },
  });
};

/** A file that cannot be read is told by opening it. */
const known = (file: string): boolean => {
  try {
    return upToDate(file);
  } catch {
    return false;
  }
};

/** Everything the process, the command line and the tests work with. */
export type House = {
  readonly config: Config;
  readonly taught: Taught;
  readonly log: FastifyBaseLogger;
  readonly now: () => number;
  readonly id: () => string;
  readonly secret: () => string;
  readonly file: string;
  readonly store: Extract<ReturnType<typeof openStore>, { ok: true }>["value"];
  readonly cold: ReturnType<typeof openCold>;
  readonly desk: ReturnType<typeof deskStore>;
  readonly indicator: ReturnType<typeof indicatorService>;
  readonly speak: Speak;
  /** Something was put into the outbox by other means than a turn: the sender looks, open web pages fetch it. */
  readonly said: (to: readonly WebRoom[]) => void;
  /** Tells staff of alarms in their chat. */
  readonly alarms: ReturnType<typeof alarmWatch>;
  readonly basicTrack: { readonly id: string; readonly lessons: readonly string[] };
  readonly metrics: ReturnType<typeof createMetrics>;
  readonly health: StoreHealth;
  readonly backups: Backups;
  readonly pictures: ReturnType<typeof pictures>;
  /** Drawn in a worker; those last wanted are kept. */
  readonly qr: (text: string) => Promise<QrPath>;
  /** A report as a Word file, made in a worker. */
  readonly paper: (report: Report, proof: Proof | null) => Promise<Uint8Array>;
  /** Why a password is too easy to guess, found in a worker. */
  readonly tooWeak: (password: string, about: readonly string[]) => Promise<"short" | "guessable" | null>;
  /** A table as an Excel file, made in a worker. */
  readonly xlsx: (sheet: Sheet) => Promise<Uint8Array>;
  readonly inbox: ReturnType<typeof intake>;
  /** Codes that opened nothing, counted for every way in. */
  readonly misses: Misses;
  readonly rooms: ReturnType<typeof webListeners>;
  readonly connection: (
    channel: string,
    name: string,
  ) => { readonly connection: Connection; readonly channel: Channel } | undefined;
  readonly connected: ReadonlyMap<string, Connected>;
  /** What there is of each channel, whether it is connected or not. */
  readonly channels: readonly HouseChannel[];
  readonly openChannels: readonly OpenChannel[];
  /** What a channel asks of the house, for setting one up. */
  readonly channelParts: HouseParts;
  readonly channelWatch: ChannelWatch;
  readonly communes: () => readonly ReturnType<typeof communeNames>[];
  readonly run: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const every = (ms: number, run: () => void): (() => void) => {
  const timer = setInterval(run, ms);
  return () => clearInterval(timer);
};
