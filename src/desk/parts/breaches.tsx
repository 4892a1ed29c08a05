import { breachDue } from "../../people/breach.ts";
import type { Breach } from "../../store/ports/breaches.ts";
import { moment } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { table } from "../../ui/words.ts";
import { href, type View } from "../view.ts";
import { type DeskTable, deskTable } from "./desk-table.tsx";

/** The record of breaches, for administrators: found when, told by when, what was done. */
export const breachTable = (view: View, breaches: readonly Breach[]): DeskTable => {
  const w = words(view.language);
  const at = (ms: number | null) => (ms === null ? w.notYet : { at: ms });
  return deskTable<Breach>(view, {
    name: "su-co",
    title: w.title,
    class: "t stack",
    columns: [
      { head: w.what, cell: (b) => b.what },
      { head: w.data, cell: (b) => b.data },
      { head: w.found, cell: (b) => ({ at: b.found }) },
      {
        head: w.authority,
        cell: (b) =>
          b.authorityTold === null ? w[breachDue(b, view.now).is](dueAt(b, view)) : { at: b.authorityTold },
      },
      { head: w.residents, cell: (b) => at(b.peopleTold) },
      { head: w.people, cell: (b) => b.people ?? w.unknown, numeric: true },
      { head: w.done, cell: (b) => b.done || w.notYet },
      { head: w.closedAt, cell: (b) => at(b.closed) },
    ],
    rows: breaches,
    id: (b) => b.id,
    none: w.none,
  });
};

const dueAt = (breach: Breach, { now }: View): string => moment(breachDue(breach, now).by);

/** On the first page, for administrators: what must still be told, and by when. */
export const BreachWarning = ({ view, breaches }: Props) => {
  const w = words(view.language);
  const open = breaches.map((b) => breachDue(b, view.now)).filter(({ is }) => is === "due" || is === "overdue");
  const [next] = open.sort((a, b) => a.by - b.by);
  if (!next) return null;
  return (
    <div class="due" role="status">
      <Icon name="flag" />
      <span>{next.is === "overdue" ? w.missed(moment(next.by)) : w.tell(moment(next.by))}</span>
      <span class="r">
        <a class="btn sm" href={`${href(view, "/nhat-ky")}#su-co`}>
          {w.look}
        </a>
      </span>
    </div>
  );
};

type Props = { readonly view: View; readonly breaches: readonly Breach[] };

const words = table(
  {
    title: "Sự cố lộ dữ liệu",
    none: "Chưa ghi sự cố nào.",
    what: "Việc gì",
    data: "Dữ liệu nào",
    found: "Phát hiện lúc",
    authority: "Báo cơ quan chuyên trách",
    residents: "Báo người dân",
    people: "Số người",
    done: "Đã làm",
    notYet: "chưa",
    unknown: "chưa rõ",
    closedAt: "Xong lúc",
    due: (by: string) => `chậm nhất ${by}`,
    overdue: (by: string) => `quá hạn ${by}`,
    told: (_by: string) => "",
    "told-late": (_by: string) => "",
    closed: (_by: string) => "không báo",
    tell: (by: string) => `Có sự cố lộ dữ liệu. Báo cơ quan chuyên trách chậm nhất ${by}.`,
    missed: (by: string) => `Có sự cố lộ dữ liệu chưa ghi là đã báo; hạn là ${by}. Báo ngay.`,
    look: "Xem sự cố",
  },
  {
    title: "Breaches of personal data",
    none: "None is noted.",
    what: "What",
    data: "Which data",
    found: "Found",
    authority: "Authority told",
    residents: "Residents told",
    people: "People",
    done: "Done",
    notYet: "not yet",
    unknown: "not known",
    closedAt: "Over",
    due: (by) => `by ${by}`,
    overdue: (by) => `overdue since ${by}`,
    told: () => "",
    "told-late": () => "",
    closed: () => "not told",
    tell: (by) => `There is a breach of personal data. Tell the authority by ${by}.`,
    missed: (by) => `A breach of personal data is not noted as told; it was due by ${by}. Tell now.`,
    look: "See breaches",
  },
);
