import type { PushRow } from "../../store/ports/pushes.ts";
import { Form } from "../../ui/form.tsx";
import { moment, number } from "../../ui/format.ts";
import { Status } from "../../ui/status.tsx";
import { table } from "../../ui/words.ts";
import { may } from "../may.ts";
import { type PushProgress, pushCount, pushUnsent } from "../pushes.ts";
import { unsentWords } from "../unsent.ts";
import { href, type View } from "../view.ts";

/** One push: who, what, where, a bar of where everybody is, the same in numbers that add up, and what came of it. */
export const PushBlock = ({ view, push, where }: { view: View; push: PushRow; where: string }) => {
  const { language, deps } = view;
  const w = pushWords(language);
  const count = pushCount(push);
  const n = (value: number) => number(value, language);
  const places = [
    { is: "a", name: w.sent, value: count.sent, detail: "" },
    { is: "b", name: w.waiting, value: count.waiting.all, detail: waitingFor(count, view) },
    { is: "c", name: w.failed, value: count.failed.all, detail: reasons(count, view) },
    { is: "d", name: w.skipped, value: count.skipped, detail: "" },
    { is: "e", name: w.cancelled, value: count.cancelled, detail: "" },
    { is: "e", name: w.gone, value: count.gone, detail: "" },
  ].filter((place, i) => i < 4 || place.value > 0);
  return (
    <section class="sec pus">
      <header>
        <h2>{deps.titleOf(push.lesson, language) ?? push.lesson}</h2>
        <span class="aside">
          <State push={push} count={count} view={view} />
        </span>
      </header>
      <p class="note">{`${where} · ${sender(push, view)} · ${moment(push.at)}`}</p>
      <Bar places={places} planned={push.planned} label={places.map((p) => `${n(p.value)} ${p.name}`).join(", ")} />
      <dl class="pus-n">
        <div>
          <dt>{w.planned}</dt>
          <dd>
            <b>{n(push.planned)}</b>
          </dd>
        </div>
        {places.map((p) => (
          <div key={p.name}>
            <dt>
              <Swatch is={p.is} />
              {p.name}
            </dt>
            <dd>
              <b>{n(p.value)}</b>
              {p.detail && <small>{p.detail}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <p class="pus-r">
        {w.ofSent(n(count.sent))} <b>{n(push.opened)}</b> {w.opened} (<b>{n(push.finished)}</b> {w.finished}),{" "}
        <b>{n(push.declined)}</b> {w.declined}
        {push.stops > 0 && <> ({w.stops(n(push.stops))})</>}, <b>{n(count.silent)}</b> {w.silent}.
      </p>
      <Unsent view={view} push={push} />
      {may(view, "stop-pushes") && count.waiting.all > 0 && push.status !== "cancelled" && (
        <details class="rule">
          <summary>{w.stop}</summary>
          <Form view={view} action={href(view, `/day-bai/${encodeURIComponent(push.id)}/dung`)} inline>
            <p class="note">{w.stopNote(n(count.waiting.all))}</p>
            <button class="btn sm" type="submit">
              {w.stopSure}
            </button>
          </Form>
        </details>
      )}
    </section>
  );
};

/** Why messages of it did not go, and what would help: one line a reason. */
const Unsent = ({ view, push }: { view: View; push: PushRow }) => {
  const all = pushUnsent(push);
  const { language } = view;
  if (all.length === 0) return null;
  return (
    <details class="rule">
      <summary>{pushWords(language).whyNot}</summary>
      <ul class="note pus-how">
        {all.map(({ code, n }) => (
          <li key={code}>
            <b>{number(n, language)}</b>: {unsentWords[code].why[language]} {unsentWords[code].helps[language]}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** The pattern of "waiting", told apart from "sent" without colour. Once on a page that has push blocks. */
export const Hatch = () => (
  <svg class="pus-hatch" width="0" height="0" aria-hidden="true">
    <pattern id="cho" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="g" width="7" height="7" />
      <rect class="f" width="5" height="7" />
    </pattern>
  </svg>
);

const State = ({ push, count, view }: { push: PushRow; count: PushProgress; view: View }) => {
  const w = pushWords(view.language);
  if (push.status === "cancelled") return <Status is="slow">{w.stopped}</Status>;
  if (push.status === "running" || count.waiting.queued > 0) return <Status is="unk">{w.running}</Status>;
  return <Status is="ok">{count.waiting.held > 0 ? w.doneButHeld : w.done}</Status>;
};

const sender = ({ by }: PushRow, view: View): string => {
  const { language, row } = view;
  const w = pushWords(language);
  if (by !== null && "member" in by && !may(view, "see-people")) return row.commune.team;
  if (by === null) return w.nobody;
  return "staff" in by ? w.staff(by.staff) : w.member(by.member ?? w.nameless, row.commune.team);
};

const waitingFor = ({ waiting }: PushProgress, { language }: View): string => {
  const w = pushWords(language);
  return [[waiting.turn, w.turn] as const, [waiting.queued, w.queued] as const, [waiting.held, w.held] as const]
    .filter(([n]) => n > 0)
    .map(([n, what]) => `${number(n, language)} ${what}`)
    .join(", ");
};

const reasons = ({ failed }: PushProgress, { language }: View): string =>
  failed.why.map(({ reason, n }) => `${number(n, language)} ${pushWords(language).why[reason]}`).join(", ");

/** Widths in percent of what was planned, as attributes: nothing needs an inline style. */
const Bar = ({
  places,
  planned,
  label,
}: {
  places: readonly { is: string; value: number; name: string }[];
  planned: number;
  label: string;
}) => {
  let x = 0;
  const parts = places.map((p) => {
    const width = planned > 0 ? (100 * p.value) / planned : 0;
    const at = x;
    x += width;
    return { ...p, at, width };
  });
  return (
    <svg class="pus-bar" width="100%" height="22" role="img" aria-label={label}>
      {parts
        .filter((p) => p.width > 0)
        .map((p) => (
          <rect
            class={p.is}
            x={`${p.at.toFixed(2)}%`}
            y="1"
            width={`${p.width.toFixed(2)}%`}
            height="20"
            key={p.name}
          />
        ))}
    </svg>
  );
};

const Swatch = ({ is }: { is: string }) => (
  <svg class="pus-sw" width="14" height="10" aria-hidden="true">
    <rect class={is} x="1" y="1" width="12" height="8" />
  </svg>
);

/** What the places are called. */
export const pushWords = table(
  {
    planned: "định gửi",
    sent: "đã gửi",
    waiting: "đang chờ",
    failed: "không gửi được",
    skipped: "bỏ qua",
    cancelled: "đã dừng",
    gone: "không còn",
    turn: "chưa đến lượt",
    queued: "đang gửi",
    held: "chờ người dân nhắn trước",
    why: {
      blocked: "đã chặn",
      refused: "kênh từ chối",
      retries: "kênh không trả lời",
      uncertain: "đứt mạng giữa chừng",
      expired: "quá hạn",
    },
    ofSent: (n: string) => `Trong ${n} người đã gửi:`,
    opened: "bấm Học ngay",
    finished: "học xong sau đó",
    declined: "chưa muốn học",
    stops: (n: string) => `${n} xin đừng gửi nữa`,
    silent: "chưa bấm nút nào",
    running: "Đang gửi",
    done: "Đã gửi hết lượt",
    doneButHeld: "Hết lượt, còn người chờ",
    stopped: "Đã dừng",
    staff: (name: string) => `${name} (cán bộ xã)`,
    member: (name: string, team: string) => `${name} (${team})`,
    nameless: "Thành viên không để tên",
    nobody: "Người gửi đã xóa dữ liệu",
    whyNot: "Vì sao có tin chưa tới, làm gì thì được",
    stop: "Dừng lần đẩy này",
    stopNote: (n: string) => `${n} người còn chờ sẽ không nhận tin. Tin đã gửi không rút lại được.`,
    stopSure: "Dừng, không gửi nữa",
  },
  {
    planned: "meant for",
    sent: "sent",
    waiting: "waiting",
    failed: "failed",
    skipped: "skipped",
    cancelled: "stopped",
    gone: "no longer there",
    turn: "not yet their turn",
    queued: "being sent",
    held: "until they write",
    why: {
      blocked: "blocked us",
      refused: "refused by the channel",
      retries: "no answer from the channel",
      uncertain: "connection broke",
      expired: "too old",
    },
    ofSent: (n) => `Of the ${n} sent:`,
    opened: "pressed Start now",
    finished: "finished afterwards",
    declined: "not now",
    stops: (n: string) => `${n} asked for no more`,
    silent: "pressed nothing yet",
    running: "Going out",
    done: "All turns over",
    doneButHeld: "All turns over, some wait",
    stopped: "Stopped",
    staff: (name) => `${name} (commune staff)`,
    member: (name, team) => `${name} (${team})`,
    nameless: "Member without a name",
    nobody: "The sender erased their data",
    whyNot: "Why some did not arrive, and what would help",
    stop: "Stop this one",
    stopNote: (n) => `${n} people who wait will not get it. What was sent cannot be taken back.`,
    stopSure: "Stop, send no more",
  },
);
