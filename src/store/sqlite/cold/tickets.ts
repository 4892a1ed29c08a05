import type { TicketStore } from "../../ports/tickets.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";

/** People who asked for a person: open and taken ones, the urgent first, then who waits longest. */
export const ticketRows = (cold: Cold): TicketStore => ({
  async tickets(commune) {
    const rows = await cold.near
      .selectFrom("tickets")
      .where("commune", "=", commune)
      .where("status", "in", ["open", "taken"])
      .orderBy("urgent", "desc")
      .orderBy("created_at")
      .limit(500)
      .selectAll()
      .execute();
    return rows.map((t) => ({
      id: t.id,
      name: t.name,
      village: t.village,
      topic: t.topic,
      flow: t.flow,
      step: t.step,
      steps: t.steps,
      asked: t.asked,
      text: t.text,
      urgent: t.urgent === 1,
      status: t.status === "open" ? "open" : t.status === "taken" ? "taken" : "done",
      takenBy: t.taken_by,
      createdAt: t.created_at,
    }));
  },
  async takeTicket(commune, ticket, by) {
    return cold.write(
      cold.near
        .updateTable("tickets")
        .set({ status: "taken", taken_by: by.name, updated_at: by.at })
        .where("commune", "=", commune)
        .where("id", "=", ticket)
        .where("status", "=", "open"),
      audit(cold, by, { what: "ticket-taken", commune, about: ticket }),
    );
  },
  async closeTicket(commune, ticket, by) {
    return cold.write(
      cold.near
        .updateTable("tickets")
        // Whatever telephone number was left was left for this call.
        .set({ status: "done", text: null, updated_at: by.at })
        .where("commune", "=", commune)
        .where("id", "=", ticket)
        .where("status", "<>", "done"),
      audit(cold, by, { what: "ticket-done", commune, about: ticket }),
    );
  },
});
