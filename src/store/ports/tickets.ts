import type { By } from "./by.ts";

/** People asking for a person. */
export type TicketStore = {
  tickets(commune: string): Promise<TicketRow[]>;
  /** False when somebody else was first. */
  takeTicket(commune: string, id: string, by: By & { name: string }): Promise<boolean>;
  closeTicket(commune: string, id: string, by: By): Promise<boolean>;
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
  readonly createdAt: number;
};
