import type { Bilingual } from "../kit/bilingual.ts";
import type { Clean } from "../kit/clean.ts";
import { dayLabel, startOfDay, timeLabel } from "../kit/vietnam-time.ts";
import { breachDue } from "../people/breach.ts";
import { clean } from "../people/clean.ts";
import type { Breach, BreachChange } from "../store/ports/breaches.ts";
import { commune as communeOption, noCommune } from "./options.ts";
import type { Flags, Output, Verb } from "./verb.ts";

const when = (vi: string, en: string) => ({ value: '"YYYY-MM-DD HH:MM"', says: { vi, en } });

/** `breach`: the record of breaches of personal data, with the 72 hours in which the authority must be told. */
export const breach: Verb = {
  words: "note | update ID | list",
  says: {
    vi: "ghi sự cố lộ dữ liệu, việc đã làm, hạn 72 giờ báo cơ quan chuyên trách",
    en: "note a breach of personal data, what was done, and the 72 hours to tell the authority",
  },
  options: {
    commune: communeOption,
    found: when("phát hiện lúc nào (mặc định: bây giờ)", "when it was found (default: now)"),
    what: { value: "TEXT", says: { vi: "việc gì đã xảy ra", en: "what happened" } },
    data: { value: "TEXT", says: { vi: "loại dữ liệu nào", en: "which kinds of data" } },
    people: { value: "N", says: { vi: "khoảng bao nhiêu người", en: "about how many people" } },
    done: { value: "TEXT", says: { vi: "một việc đã làm; được ghi thêm", en: "one thing done; it is added" } },
    "authority-told": when("đã báo cơ quan chuyên trách lúc nào", "when the authority was told"),
    "people-told": when("đã báo người bị ảnh hưởng lúc nào", "when the people concerned were told"),
    closed: when("xong lúc nào", "when it was over"),
  },
  run: async ({ words: [what, id], flags, house }) => {
    if (what !== "note" && what !== "list" && !(what === "update" && id))
      return {
        misused: {
          vi: "breach cần một trong: note, update MÃ, list",
          en: "breach needs one of: note, update ID, list",
        },
      };
    const open = await house();
    const now = open.now();
    const commune = typeof flags.commune === "string" ? flags.commune : null;
    if (commune !== null && !open.communes().some((c) => c.code === commune)) return noCommune(commune);
    if (what === "list") return listed(await open.desk.breaches(commune), now);
    const read = changeOf(flags, now);
    if (!("change" in read)) return read;
    const { change, found, said } = read;
    const by = { who: "operator", from: null, at: now } as const;
    if (what === "update") {
      if (said.what !== null || said.data !== null || found !== null || commune !== null)
        return {
          misused: {
            vi: "điều đã ghi thì giữ nguyên; update nhận --people, --done, --authority-told, --people-told, --closed",
            en: "what was noted stays; update takes --people, --done, --authority-told, --people-told, --closed",
          },
        };
      if (!(await open.desk.updateBreach(id ?? "", change, by)))
        return { fault: { vi: `không có sự cố nào mang mã ${id}`, en: `there is no breach ${id}` } };
      return listed(await open.desk.breaches(null), now);
    }
    if (!said.what || !said.data)
      return { misused: { vi: "breach note cần --what và --data", en: "breach note needs --what and --data" } };
    const breach = {
      people: null,
      authorityTold: null,
      peopleTold: null,
      closed: null,
      done: noWords,
      ...change,
      id: open.id(),
      commune,
      found: found ?? now,
      what: said.what,
      data: said.data,
    };
    await open.desk.noteBreach(breach, by);
    return listed([breach], now);
  },
};

const noWords = clean("") as Clean; // nothing private is in nothing

type Read = {
  readonly change: Partial<BreachChange>;
  readonly found: number | null;
  readonly said: { readonly what: Clean | null; readonly data: Clean | null };
};

const changeOf = (flags: Flags, now: number): Read | { readonly misused: Bilingual } => {
  const said: Record<string, Clean | null> = {};
  for (const name of ["what", "data", "done"]) {
    const text = flags[name];
    said[name] = typeof text === "string" ? clean(text.trim().slice(0, 1_000)) : null;
    if (typeof text === "string" && said[name] === null)
      return {
        misused: {
          vi: `--${name} có số riêng của ai đó; viết lại, bỏ số ấy ra`,
          en: `--${name} holds a number of somebody's own; write it without`,
        },
      };
  }
  const times: Record<string, number | null> = {};
  for (const name of ["found", "authority-told", "people-told", "closed"]) {
    const text = flags[name];
    times[name] = typeof text === "string" ? momentOf(text) : null;
    if (typeof text === "string" && times[name] === null)
      return {
        misused: {
          vi: `--${name} phải là giờ Việt Nam, ví dụ "2026-11-30 08:15"`,
          en: `--${name} must be a time in Viet Nam such as "2026-11-30 08:15"`,
        },
      };
    if ((times[name] ?? 0) > now)
      return { misused: { vi: `--${name} là lúc chưa tới`, en: `--${name} has not come yet` } };
  }
  const people = flags.people === undefined ? undefined : Number(flags.people);
  if (people !== undefined && (!Number.isInteger(people) || people < 0))
    return { misused: { vi: "--people phải là số nguyên", en: "--people must be a whole number" } };
  const { done } = said;
  const [authorityTold, peopleTold, closed] = [times["authority-told"], times["people-told"], times.closed];
  return {
    found: times.found ?? null,
    said: { what: said.what ?? null, data: said.data ?? null },
    change: {
      ...(people === undefined ? {} : { people }),
      ...(done ? { done } : {}),
      ...(authorityTold ? { authorityTold } : {}),
      ...(peopleTold ? { peopleTold } : {}),
      ...(closed ? { closed } : {}),
    },
  };
};

/** A time of day in Viet Nam. */
const momentOf = (text: string): number | null => {
  const [, day, hour, minute] = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  const start = day ? startOfDay(day) : null;
  return start === null ? null : start + (Number(hour) * 60 + Number(minute)) * 60_000;
};

const listed = (rows: readonly Breach[], now: number): Output => {
  const dues = rows.map((row) => ({ ...row, due: breachDue(row, now) }));
  const late = dues.filter(({ due }) => due.is === "overdue").length;
  return {
    value: dues,
    lines: dues.length === 0 ? [{ vi: "Chưa ghi sự cố nào.", en: "No breach was noted." }] : [],
    table: {
      head: [
        { vi: "mã", en: "id" },
        { vi: "xã", en: "commune" },
        { vi: "phát hiện", en: "found" },
        { vi: "hạn báo", en: "to be told by" },
        { vi: "báo cơ quan", en: "authority told" },
        { vi: "báo người dân", en: "people told" },
        { vi: "số người", en: "people" },
        { vi: "xong", en: "over" },
        { vi: "việc gì", en: "what" },
        { vi: "dữ liệu", en: "data" },
        { vi: "đã làm", en: "done" },
      ],
      rows: dues.map((b) => [
        b.id,
        b.commune ?? "*",
        at(b.found),
        b.due.is === "overdue" ? { vi: `${at(b.due.by)} QUÁ HẠN`, en: `${at(b.due.by)} OVERDUE` } : at(b.due.by),
        at(b.authorityTold),
        at(b.peopleTold),
        b.people === null ? "?" : String(b.people),
        at(b.closed),
        b.what,
        b.data,
        b.done.replaceAll("\n", " | "),
      ]),
    },
    after:
      late === 0
        ? []
        : [
            {
              vi: `${late} sự cố quá hạn 72 giờ mà chưa ghi là đã báo. Báo ngay, rồi: cli breach update MÃ --authority-told GIỜ`,
              en: `${late} past their 72 hours without a note that the authority was told. Tell it now, then: cli breach update ID --authority-told TIME`,
            },
          ],
  };
};

const at = (ms: number | null): string => (ms === null ? "-" : `${timeLabel(ms)} ${dayLabel(ms)}`);
