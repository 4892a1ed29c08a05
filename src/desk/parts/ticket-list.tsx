import type { TicketRow } from "../../store/ports/tickets.ts";
import { waited } from "../../ui/format.ts";
import { table } from "../../ui/words.ts";
import { may } from "../may.ts";
import { href, type View } from "../view.ts";

/** People who asked for a person, the urgent first. Taking one shows the name, so that nobody goes twice. */
export const TicketList = ({
  view,
  tickets,
  names,
  limit,
}: {
  view: View;
  tickets: readonly TicketRow[];
  names: ReadonlyMap<string, string>;
  limit?: number;
}) => {
  const w = words(view.language);
  const shown = limit === undefined ? tickets : tickets.slice(0, limit);
  return (
    <section class="sec hlp">
      <header>
        <h2>{w.title}</h2>
        {shown.length < tickets.length && (
          <span class="aside">
            <a href={href(view, "/ho-tro")}>{w.all(tickets.length)}</a>
          </span>
        )}
      </header>
      {tickets.length === 0 ? (
        <p class="empty">{w.none(view.row.commune.team)}</p>
      ) : (
        <ul class="hl">
          {shown.map((ticket) => (
            <Ticket
              view={view}
              ticket={ticket}
              village={ticket.village === null ? null : (names.get(ticket.village) ?? null)}
              key={ticket.id}
            />
          ))}
        </ul>
      )}
    </section>
  );
};

const Ticket = ({ view, ticket, village }: { view: View; ticket: TicketRow; village: string | null }) => {
  const w = words(view.language);
  const topic = ticket.topic === "scam" ? w.scam : w.help;
  const title = view.deps.titleOf(ticket.flow.replace(/^[a-z]+:/, ""), view.language);
  const at = title && ticket.step !== null ? w.step(title, ticket.step, ticket.steps ?? ticket.step) : title;
  const act = (what: string, label: string) => (
    <form method="post" action={href(view, `/ho-tro/${encodeURIComponent(ticket.id)}/${what}`)}>
      <input type="hidden" name="csrf" value={view.csrf} />
      <button class="btn sm" type="submit">
        {label}
      </button>
    </form>
  );
  return (
    <li class={ticket.urgent ? "urg" : ""}>
      <p>
        <b>{ticket.name ?? w.nameless}</b>
        {`${village ? `, ${village}` : ""}. ${topic}`}
        {at && ` ${w.at(at)}.`}
        {ticket.text && <q>{ticket.text}</q>}
      </p>
      <p class="m">
        {ticket.urgent && <b>{w.urgent} · </b>}
        {w.waits(waited(view.now - ticket.createdAt, view.language))}
        {ticket.asked > 1 && ` · ${w.asked(ticket.asked)}`}
        {ticket.takenBy && ` · ${w.taken(ticket.takenBy)}`}
      </p>
      <div class="a">
        {may(view, "help-people") ? (ticket.status === "open" ? act("nhan", w.take) : act("xong", w.done)) : null}
      </div>
    </li>
  );
};

const words = table(
  {
    title: "Cần người đến hỗ trợ",
    all: (n: number) => `Xem cả ${n}`,
    none: (team: string) =>
      `Không ai đang chờ. Khi có người bấm 9 “Gặp người” trong khung chat, tên và việc hiện ở đây để ${team} nhận.`,
    nameless: "Không để tên",
    urgent: "Gấp",
    help: "Nhờ người giúp",
    scam: "Lỡ chuyển tiền, lỡ bấm link",
    at: (where: string) => `Vướng ở: ${where}`,
    step: (title: string, step: number, of: number) => `${title}, bước ${step}/${of}`,
    asked: (n: number) => `nhờ ${n} lần`,
    waits: (time: string) => `chờ ${time}`,
    taken: (name: string) => `${name} đã nhận`,
    take: "Nhận việc",
    done: "Xong",
  },
  {
    title: "People who need a visit",
    all: (n) => `See all ${n}`,
    none: () =>
      "Nobody is waiting. When somebody presses 9 “Talk to a person” in the chat, their name and need appear here.",
    nameless: "No name given",
    urgent: "Urgent",
    help: "Asks for help",
    scam: "Sent money or opened a link",
    at: (where) => `Stuck at: ${where}`,
    step: (title, step, of) => `${title}, step ${step} of ${of}`,
    asked: (n) => `asked ${n} times`,
    waits: (time) => `waiting ${time}`,
    taken: (name) => `taken by ${name}`,
    take: "Take",
    done: "Done",
  },
);
