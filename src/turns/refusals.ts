import type { Inbound } from "../channels/inbound.ts";
import { shortAddress } from "../kit/short-address.ts";
import type { Slowed } from "../people/misses.ts";
import type { Audit, AuditEntry } from "../store/ports/audit.ts";
import type { Turn } from "../store/turn-store.ts";

/** What the security log hears of turns: codes that opened nothing, and turns that could not be handled. Counted, since strangers cause them. */
export const refusals = ({ audit, connection, now }: From): Refusals => {
  const tally = (entry: AuditEntry, address: string | undefined): void =>
    audit.tally(entry, { who: "stranger", from: address === undefined ? null : shortAddress(address), at: now() });
  return {
    wrongCode: ({ connection: id, address }) => {
      const { commune = null, channel = "unknown" } = connection(id) ?? {};
      tally({ what: "wrong-code", commune, after: { opens: "anything", channel } }, address);
    },
    codesSlowed: ({ connection: id, address }, { slowedBy: by }) =>
      tally({ what: "codes-slowed", commune: connection(id)?.commune ?? null, after: { by } }, address),
    setAside: (turn) => {
      const entry = (commune: string | null): AuditEntry => ({
        what: "turn-set-aside",
        commune,
        after: { code: "TURN_FAILED" },
      });
      if (turn.from === "person")
        tally(entry(connection(turn.inbound.connection)?.commune ?? null), turn.inbound.address);
      else tally(entry(turn.timer.commune), undefined);
    },
  };
};

export type Refusals = {
  readonly wrongCode: (inbound: Inbound) => void;
  readonly codesSlowed: (inbound: Inbound, by: Slowed) => void;
  readonly setAside: (turn: Turn) => void;
};

type From = {
  readonly audit: Pick<Audit, "tally">;
  readonly connection: (id: string) => { readonly commune: string; readonly channel: string } | undefined;
  readonly now: () => number;
};
