import { z } from "zod";
import { DAY, startOfDay } from "../kit/vietnam-time.ts";
import type { LogFilter, LogRow } from "../store/ports/security-log.ts";
import { moment } from "../ui/format.ts";
import { type AuditGroup, auditGroups } from "./log-groups.ts";
import { logValues } from "./log-values.ts";
import { logWords } from "./log-words.ts";
import type { View } from "./view.ts";

/** What the address asks of the security log. What does not hold is left out, so that a page always comes. */
export const logQuery = (query: unknown): LogQuery => Query.parse(query);
export type LogQuery = z.infer<typeof Query>;

/** The rows somebody may see: an administrator of one commune those of that commune, of all communes every one. */
export const filterOf = ({ staff }: View, query: LogQuery, most: number): LogFilter => {
  const to = query.den ? startOfDay(query.den) : null;
  return {
    commune: staff.commune,
    kinds: query.nhom && auditGroups[query.nhom],
    staff: query.ai,
    from: (query.tu ? startOfDay(query.tu) : null) ?? undefined,
    to: to === null ? undefined : to + DAY,
    text: query.tim || undefined,
    before: query.truoc,
    most,
  };
};

/** A row in words, in the order of the columns. */
export const told = (row: LogRow, view: View) => {
  const { kinds, who } = logWords(view.language);
  const [kind = "", id = ""] = row.who.split(":", 2);
  const known = (Object.hasOwn(who, kind) ? who[kind as keyof typeof who] : null) ?? row.who; // just looked up
  return {
    at: moment(row.at),
    who: row.whoName ?? (id ? `${known} ${id}` : known),
    // A kind of a newer version has no words here yet.
    what: Object.hasOwn(kinds, row.what) ? kinds[row.what as keyof typeof kinds] : row.what,
    about: row.aboutName ?? row.about ?? "",
    from: row.from ?? "",
    before: logValues(row.before, view.language),
    after: logValues(row.after, view.language),
    times: row.times,
  };
};

const isGroup = (text: string): text is AuditGroup => Object.hasOwn(auditGroups, text);
const Day = z.string().refine((text) => startOfDay(text) !== null);
const Query = z.object({
  nhom: z.string().refine(isGroup).optional().catch(undefined),
  ai: z.string().min(1).max(60).optional().catch(undefined),
  tu: Day.optional().catch(undefined),
  den: Day.optional().catch(undefined),
  tim: z.string().trim().max(80).optional().catch(undefined),
  truoc: z.coerce.number().int().positive().optional().catch(undefined),
});
