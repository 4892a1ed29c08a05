import { type Fault, fault, faults } from "../errors.ts";
import { faultOf } from "../store/sqlite/fault-of.ts";

type Log = {
  readonly error: (what: object, says: string) => void;
  readonly info: (what: object, says: string) => void;
};

/** A trouble that lasts is told once a minute, not with every message that is refused. */
const tellMs = 60_000;

/**
 * Whether what people write can be kept. From the first refusal until a commit succeeds the house is not ready, so that
 * whoever watches it knows, and an operator reads once what is wrong and what to do.
 */
export const storeHealth = ({
  log,
  count,
  steady,
  noted = () => {},
}: {
  readonly log: Log;
  readonly count: (name: string, labels: Readonly<Record<string, string>>, by?: number) => void;
  readonly steady: () => number;
  /** For the security log, as often as it is told. */
  readonly noted?: (code: Fault["code"]) => void;
}) => {
  let trouble: Fault | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  let untold = 0;

  const refused = (found: Fault, messages = 1): void => {
    count("store_refused_total", { code: found.code }, messages);
    untold += messages;
    const same = trouble?.code === found.code;
    trouble = found;
    if (same && steady() - toldAt < tellMs) return;
    toldAt = steady();
    noted(found.code);
    const { says, todo } = faults[found.code];
    log.error({ code: found.code, cause: found.cause, refused: untold }, `${says.en}: ${todo.en}`);
    untold = 0;
  };

  const committed = (): void => {
    if (trouble === null) return;
    log.info({ code: trouble.code, refused: untold }, "what people write is kept again");
    trouble = null;
    untold = 0;
  };

  return {
    refused,
    committed,
    /** Something threw that should have been kept. */
    threw: (error: unknown): void =>
      refused(faultOf(error) ?? fault("STORE_FAILED", error instanceof Error ? error.name : "thrown")),
    /** A small write of our own succeeded. A damaged database takes those too, so it proves nothing there. */
    beat: (): void => {
      if (trouble?.code !== "DATABASE_CORRUPT") committed();
    },
    /** Null: all is well. */
    trouble: (): Fault | null => trouble,
  };
};
export type StoreHealth = ReturnType<typeof storeHealth>;
