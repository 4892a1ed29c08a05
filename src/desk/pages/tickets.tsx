import { Desk } from "../layout.tsx";
import { TicketList } from "../parts/ticket-list.tsx";
import type { View } from "../view.ts";

/** Everybody who waits for a person. */
export const ticketsPage = async (view: View) => {
  const code = view.row.commune.code;
  const [tickets, villages] = await Promise.all([view.deps.store.tickets(code), view.deps.store.villages(code)]);
  return (
    <Desk view={view} at="tickets" title={view.language === "vi" ? "Cần hỗ trợ" : "Need help"}>
      <div class="narrow">
        <TicketList view={view} tickets={tickets} names={new Map(villages.map((v) => [v.id, v.name]))} />
      </div>
    </Desk>
  );
};
