import type { Clean } from "../../kit/clean.ts";
import type { By } from "./by.ts";

/** People asking for a person. */
export type TicketStore = {
  tickets(commune: string): Promise<TicketRow[]>;
  /** The last that were closed since then, the newest first. */
  closedTickets(commune: string, since: number): Promise<ClosedTicketRow[]>;
  /** False when somebody else was first. */
  takeTicket(commune: string, id: string, by: By & { name: string }): Promise<boolean>;
  closeTicket(commune: string, id: string, result: "done" | "unreached", by: By): Promise<boolean>;
  /** Takes it from whoever has it: it is open again, and the team hears it. */
  handOnTicket(commune: string, id: string, by: By): Promise<boolean>;
  /** Into the chat of whoever asked, in the name of the staff member, who has it from then on. False when somebody of the team has it, or it is closed. */
  writeTicket(commune: string, id: string, words: Clean<"phone">, by: By & { name: string }): Promise<boolean>;
};

export type TicketRow = {
  readonly id: string;
  readonly name: string | null;
  readonly village: string | null;
  readonly topic: string;
  /** Where they were: a flow, and how far in it. */
  readonly flow: string;
  readonly step: number | null;
  readonly steps: number | null;
  /** How often they asked. */
  readonly asked: number;
  readonly text: string | null;
  readonly urgent: boolean;
  readonly status: "open" | "taken" | "done";
  readonly takenBy: string | null;
  /** Somebody of the team has it in their chat: what the two write stays between them. */
  readonly inChat: boolean;
  /** Whoever has it will go there. */
  readonly visit: boolean;
  /** Nobody took it in time. */
  readonly late: boolean;
  /** What was written between who asked and the desk; an empty text is something private that was dropped. */
  readonly words: readonly { readonly mine: boolean; readonly text: string }[];
  readonly createdAt: number;
};

export type ClosedTicketRow = Pick<TicketRow, "id" | "village" | "topic" | "flow" | "takenBy"> & {
  readonly result: "done" | "unreached" | "solved" | "gone";
  readonly closedAt: number;
};
