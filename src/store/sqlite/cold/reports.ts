import { sql } from "kysely";
import { z } from "zod";
import type { EditionRow, ReportStore } from "../../ports/reports.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";

/** Drafts of reports and their frozen editions. */
export const reportRows = (cold: Cold): ReportStore => {
  const { near, far } = cold;
  return {
    async reportDraft(commune, { period, duty }) {
      const row = await near
        .selectFrom("report_drafts")
        .select("texts")
        .where("commune", "=", commune)
        .where("period", "=", period)
        .where("duty", "=", duty)
        .executeTakeFirst();
      return row ? Texts.parse(JSON.parse(row.texts)) : null;
    },
    async saveReportDraft(commune, of, texts, by) {
      const row = { texts: JSON.stringify(texts), kept_by: by.name, kept_at: by.at };
      await cold.write(
        near
          .insertInto("report_drafts")
          .values({ commune, ...of, ...row })
          .onConflict((c) => c.columns(["commune", "period", "duty"]).doUpdateSet(row)),
        audit(cold, by, { what: "report-written", commune, after: of }),
      );
    },
    async editions(commune) {
      const rows = await near
        .selectFrom("report_editions")
        .select(["commune", "period", "duty", "number", "hash", "frozen_by", "frozen_at"])
        .where("commune", "=", commune)
        .orderBy("frozen_at", "desc")
        .orderBy("number", "desc")
        .limit(500)
        .execute();
      return rows.map(rowOf);
    },
    async edition(hash) {
      if (!/^[0-9a-f]{16,64}$/.test(hash)) return null;
      const rows = await near
        .selectFrom("report_editions")
        .selectAll()
        .where("hash", ">=", hash)
        .where("hash", "<", `${hash}g`)
        .limit(2)
        .execute();
      const [row, another] = rows;
      return row && !another ? { ...rowOf(row), edition: row.edition } : null;
    },
    async addEdition(commune, { period, duty, number, hash, edition }, by) {
      return cold.write(
        near
          .insertInto("report_editions")
          .values({ commune, period, duty, number, hash, edition, frozen_by: by.name, frozen_at: by.at })
          .onConflict((c) => c.doNothing()),
        near
          .deleteFrom("report_drafts")
          .where("commune", "=", commune)
          .where("period", "=", period)
          .where("duty", "=", duty),
        audit(cold, by, { what: "report-frozen", commune, about: hash, after: { period, duty, number } }),
      );
    },
    async difficulties(commune, { from, to }) {
      const [tickets, waiting, stuck] = await Promise.all([
        near
          .selectFrom("tickets")
          .select((e) => [
            e.fn.countAll<number>().as("asked"),
            sql<number>`coalesce(sum(status = 'done'), 0)`.as("helped"),
          ])
          .where("commune", "=", commune)
          .where("created_at", ">=", from)
          .where("created_at", "<", to)
          .executeTakeFirstOrThrow(),
        near
          .selectFrom("tickets")
          .select((e) => e.fn.countAll<number>().as("n"))
          .where("commune", "=", commune)
          .where("status", "<>", "done")
          .executeTakeFirstOrThrow(),
        far
          .selectFrom("learning_events")
          .select((e) => ["ref", e.fn.count<number>("learner").distinct().as("people")])
          .where("commune", "=", commune)
          .where("what", "=", "guide-stuck")
          .where("ref", "is not", null)
          .where("at", ">=", from)
          .where("at", "<", to)
          .groupBy("ref")
          .having((e) => e.fn.count("learner").distinct(), ">=", FEWEST)
          .orderBy("people", "desc")
          .orderBy("ref")
          .limit(MOST_GUIDES)
          .execute(),
      ]);
      return {
        asked: tickets.asked,
        helped: tickets.helped,
        waiting: waiting.n,
        stuck: stuck.map(({ ref, people }) => ({ guide: ref ?? "", people })),
      };
    },
  };
};

/** Where one or two people stopped, a neighbour would know who. */
const FEWEST = 3;
const MOST_GUIDES = 5;

const Texts = z.record(z.string(), z.string());

const rowOf = (row: {
  readonly commune: string;
  readonly period: string;
  readonly duty: string;
  readonly number: number;
  readonly hash: string;
  readonly frozen_by: string;
  readonly frozen_at: number;
}): EditionRow => ({
  commune: row.commune,
  period: row.period,
  duty: row.duty,
  number: row.number,
  hash: row.hash,
  frozenBy: row.frozen_by,
  frozenAt: row.frozen_at,
});
