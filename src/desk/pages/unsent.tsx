import type { UnsentRow } from "../../store/ports/unsent.ts";
import { table } from "../../ui/words.ts";
import { Desk } from "../layout.tsx";
import type { Page } from "../page.ts";
import { type DeskTable, deskTable } from "../parts/desk-table.tsx";
import { unsentWords, windowHelps } from "../unsent.ts";
import type { View } from "../view.ts";

/** Messages that could not go: whose, why, and what would help. */
export const unsentPage: Page = {
  path: "/chua-toi",
  title: ({ language }) => words(language).title,
  nav: "work",
  icon: "flag",
  may: "see-people",
  usesPeriod: false,
  holds: "people",
  tables: async (view) => [unsentTable(view, ...(await load(view)))],
  render: async (view) => {
    const w = words(view.language);
    return (
      <Desk view={view}>
        <p class="note">{w.what}</p>
        {unsentTable(view, ...(await load(view))).html}
      </Desk>
    );
  },
};

/** The newest; more than that at once is a trouble of the channel, and stands there. */
const most = 200;

type Names = ReadonlyMap<string, string>;
const load = async ({ deps, row }: View): Promise<readonly [readonly UnsentRow[], Names]> => {
  const { code } = row.commune;
  const [rows, villages] = await Promise.all([deps.store.unsent(code, most), deps.store.villages(code)]);
  return [rows, new Map(villages.map((v) => [v.id, v.name]))];
};

const unsentTable = (view: View, rows: readonly UnsentRow[], names: Names): DeskTable => {
  const { language, row } = view;
  const w = words(language);
  return deskTable<UnsentRow>(view, {
    name: "chua-toi",
    title: w.title,
    columns: [
      { head: w.who, cell: (r) => r.name ?? w.nameless },
      { head: row.commune.unit.word, cell: (r) => (r.village === null ? "–" : (names.get(r.village) ?? r.village)) },
      { head: w.channel, cell: (r) => view.deps.channelWords(r.channel).name[view.language] },
      { head: w.n, cell: (r) => r.n, numeric: true },
      { head: w.since, cell: (r) => ({ at: r.since }) },
      { head: w.state, cell: (r) => (r.kept ? w.kept : w.gone) },
      { head: w.why, cell: (r) => unsentWords[r.code].why[language] },
      { head: w.helps, cell: (r) => helps(r, view)[language] },
    ],
    rows,
    id: (r) => String(r.id),
    none: w.none,
  });
};

/** Who was not there for long on a Zalo OA: what its terms allow says more than that they must write first. */
const helps = (r: UnsentRow, { deps, now }: View) => {
  const window = r.code === "SEND_WAITING" && r.channel === "zalo-oa" ? deps.window(r.seenAt, now) : "free";
  return window === "free" ? unsentWords[r.code].helps : windowHelps[window];
};

const words = table(
  {
    title: "Tin chưa tới",
    what: "Tin của 30 ngày qua mà chưa gửi được, vì sao, và làm gì thì được. Tin còn giữ thì tự đi khi gửi được.",
    who: "Người nhận",
    nameless: "Chưa để tên",
    channel: "Kênh",
    n: "Số tin",
    since: "Từ lúc",
    state: "Tình trạng",
    kept: "Còn giữ",
    gone: "Đã thôi gửi",
    why: "Vì sao",
    helps: "Làm gì thì được",
    none: "Tin nào cũng đã đi.",
  },
  {
    title: "Not delivered",
    what: "Messages of the last 30 days that could not go, why, and what would help. What is kept goes by itself once it can.",
    who: "For",
    nameless: "No name",
    channel: "Channel",
    n: "Messages",
    since: "Since",
    state: "State",
    kept: "Kept",
    gone: "Given up",
    why: "Why",
    helps: "What would help",
    none: "Everything has gone out.",
  },
);
