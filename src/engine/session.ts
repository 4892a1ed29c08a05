import { z } from "zod";

const Var = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]);
export type Var = z.infer<typeof Var>;

/** A variable of a run as a number: 0 where it holds none. */
export const numberVar = ({ vars }: Run, name: string): number => {
  const value = vars[name];
  return typeof value === "number" ? value : 0;
};

/** A variable of a run as a list: empty where it holds none. */
export const listVar = ({ vars }: Run, name: string): readonly string[] => {
  const value = vars[name];
  return Array.isArray(value) ? value : [];
};

/** One flow being gone through. `at` is the step inside the state that comes next. */
const Run = z.strictObject({
  flow: z.string(),
  version: z.string(),
  state: z.string(),
  at: z.number().int(),
  vars: z.record(z.string(), Var),
  /** Questions already answered, for "quay lại". */
  trail: z.array(z.string()),
});
export type Run = z.infer<typeof Run>;

/** What the person was last asked, exactly as they saw it: the numbers must mean the same when the answer comes. */
const Wait = z.strictObject({
  kind: z.enum(["choose", "ask"]),
  page: z.number().int(),
  shown: z.array(z.strictObject({ n: z.number().int().optional(), key: z.string() })),
});
export type Wait = z.infer<typeof Wait>;

const Bookmark = z.strictObject({ runs: z.array(Run), at: z.number() });
export type Bookmark = z.infer<typeof Bookmark>;

/** The shape sessions are written in today. Whoever changes it raises it, and says in `read-session.ts` what an older one means. */
export const spec = 2;

/** A person's stay: a stack of runs, at least one. Kept as JSON between turns. */
export const Session = z.strictObject({
  spec: z.literal(spec),
  status: z.enum(["waiting", "done"]),
  /** Id of the sprint that asked the present question; buttons and timers carry it, so stale ones are recognised. */
  token: z.string(),
  runs: z.array(Run).min(1),
  wait: Wait.nullable(),
  bookmarks: z.array(Bookmark),
  /** Where the person stood before something was understood that they may want to change; only until they go on. */
  before: z.strictObject({ runs: z.array(Run), wait: Wait.nullable() }).optional(),
  /** The page that was left last, for "và mất bao lâu?" behind it. */
  read: z.strictObject({ flow: z.string(), at: z.number() }).optional(),
  /** Id of the village whose code was opened before the person agreed to be remembered. */
  brought: z.string().optional(),
  /** When the person last wrote, epoch ms. */
  seenAt: z.number(),
  /** Fold of the last input and how often it came in a row, to notice somebody going in circles. */
  echo: z.strictObject({ text: z.string(), times: z.number().int(), since: z.number() }),
});
export type Session = z.infer<typeof Session>;

/** A session that stands on these runs and has not asked anything yet. */
export const newSession = (runs: readonly Run[], now: number): Session => ({
  spec,
  status: "waiting",
  token: "",
  runs: [...runs],
  wait: null,
  bookmarks: [],
  seenAt: now,
  echo: { text: "", times: 0, since: now },
});
