import { DAY } from "../../kit/vietnam-time.ts";
import { Desk } from "../layout.tsx";
import type { Page } from "../page.ts";
import { ClosedTickets, TicketList } from "../parts/ticket-list.tsx";

/** Everybody who waits for a person. */
export const ticketsPage: Page = {
  path: "/ho-tro",
  title: ({ language }) => (language === "vi" ? "Cần hỗ trợ" : "Need help"),
  nav: "work",
  icon: "hand",
  may: "see-people",
  waits: ({ language, waiting }) => ({ n: waiting, says: language === "vi" ? "người đang chờ" : "people waiting" }),
  usesPeriod: false,
  holds: "tickets",
  render: async (view) => {
    const code = view.row.commune.code;
    const [tickets, villages, closed] = await Promise.all([
      view.deps.store.tickets(code),
      view.deps.store.villages(code),
      view.deps.store.closedTickets(code, view.now - 30 * DAY),
    ]);
    return (
      <Desk view={view}>
        <div class="narrow">
          <TicketList view={view} tickets={tickets} names={new Map(villages.map((v) => [v.id, v.name]))} />
          <ClosedTickets view={view} closed={closed} />
        </div>
      </Desk>
    );
  },
};
