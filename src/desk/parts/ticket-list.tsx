import type { ClosedTicketRow, TicketRow } from "../../store/ports/tickets.ts";
import { Choose, Field, Form } from "../../ui/form.tsx";
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
              full={limit === undefined}
              village={ticket.village === null ? null : (names.get(ticket.village) ?? null)}
              key={ticket.id}
            />
          ))}
        </ul>
      )}
    </section>
  );
};

/** `full`: on the page of its own, where one can also write to them. */
const Ticket = ({
  view,
  ticket,
  village,
  full,
}: {
  view: View;
  ticket: TicketRow;
  village: string | null;
  full: boolean;
}) => {
  const w = words(view.language);
  const topic = ticket.topic === "scam" ? w.scam : w.help;
  const title = view.deps.titleOf(ticket.flow.replace(/^[a-z]+:/, ""), view.language);
  const at = title && ticket.step !== null ? w.step(title, ticket.step, ticket.steps ?? ticket.step) : title;
  const action = (what: string) => href(view, `/ho-tro/${encodeURIComponent(ticket.id)}/${what}`);
  const act = (what: string, label: string) => (
    <Form view={view} action={action(what)} inline>
      <button class="btn sm" type="submit">
        {label}
      </button>
    </Form>
  );
  return (
    <li class={ticket.urgent || ticket.late ? "urg" : ""}>
      <p>
        <b>{ticket.name ?? w.nameless}</b>
        {`${village ? `, ${village}` : ""}. ${topic}`}
        {at && ` ${w.at(at)}.`}
        {ticket.text && <q>{ticket.text}</q>}
      </p>
      <p class="m">
        {ticket.urgent && <b>{w.urgent} · </b>}
        {ticket.late && <b>{w.late} · </b>}
        {w.waits(waited(view.now - ticket.createdAt, view.language))}
        {ticket.asked > 1 && ` · ${w.asked(ticket.asked)}`}
        {ticket.takenBy && ` · ${w.taken(ticket.takenBy)}`}
        {ticket.visit && ` · ${w.visit}`}
      </p>
      {ticket.words.map(({ mine, text }, i) => (
        <p class="m" key={String(i)}>
          {`${mine ? (ticket.takenBy ?? "") : (ticket.name ?? w.nameless)}: ${text === "" ? w.dropped : text}`}
        </p>
      ))}
      {may(view, "help-people") && (
        <div class="a">
          {ticket.status === "open" ? act("nhan", w.take) : act("chuyen", w.handOn)}
          {ticket.status === "taken" && (
            <Form view={view} action={action("xong")} inline>
              <Choose
                label={w.result}
                name="result"
                value="done"
                options={[
                  { value: "done", label: w.results.done },
                  { value: "unreached", label: w.results.unreached },
                ]}
              />
              <button class="btn sm" type="submit">
                {w.done}
              </button>
            </Form>
          )}
          {full && !ticket.inChat && (
            <Form view={view} action={action("nhan-tin")} inline>
              <Field label={w.write(ticket.name ?? w.nameless)} name="words" required max={500} />
              <button class="btn sm" type="submit">
                {w.send}
              </button>
            </Form>
          )}
        </div>
      )}
    </li>
  );
};

/** How the requests of the last 30 days ended. */
export const ClosedTickets = ({ view, closed }: { view: View; closed: readonly ClosedTicketRow[] }) => {
  const w = words(view.language);
  const of = (result: ClosedTicketRow["result"]) => closed.filter((t) => t.result === result).length;
  const said = (["done", "unreached", "solved", "gone"] as const).filter((r) => of(r) > 0);
  return (
    <section class="sec">
      <header>
        <h2>{w.closedTitle}</h2>
      </header>
      {said.length === 0 ? (
        <p class="empty">{w.closedNone}</p>
      ) : (
        <p>{said.map((r) => `${w.results[r]}: ${of(r)}`).join(" · ")}</p>
      )}
    </section>
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
    done: "Đóng việc",
    handOn: "Chuyển người khác",
    result: "Kết quả",
    results: {
      done: "Đã xong",
      unreached: "Không liên lạc được",
      solved: "Tự làm được",
      gone: "Đóng cùng dữ liệu của người nhờ",
    },
    late: "Lâu rồi chưa ai nhận",
    visit: "sẽ tới nhà",
    dropped: "gõ số hoặc mã riêng, đã bỏ",
    write: (name: string) => `Nhắn cho ${name}`,
    send: "Gửi",
    closedTitle: "Kết quả 30 ngày qua",
    closedNone: "Chưa có việc nào được đóng trong 30 ngày qua.",
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
    done: "Close",
    handOn: "Hand on",
    result: "Result",
    results: {
      done: "Done",
      unreached: "Not reached",
      solved: "Solved it themselves",
      gone: "Closed with the data of whoever asked",
    },
    late: "Nobody took it for long",
    visit: "will go there",
    dropped: "typed a private number or code, dropped",
    write: (name) => `Write to ${name}`,
    send: "Send",
    closedTitle: "How the last 30 days ended",
    closedNone: "No request was closed in the last 30 days.",
  },
);
