import type { DownloadRequest, DownloadStore, MyData } from "../../ports/downloads.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";
import { personalDataOf } from "./personal-data.ts";

/** Opens the addresses at which people read what is kept about them: each once, and told in the security log. */
export const downloadRows = (cold: Cold): DownloadStore => {
  const redeem = async (
    code: string,
    stage: "page" | "file",
    asked: DownloadRequest,
    next: string | null,
  ): Promise<MyData | null> => {
    const hash = cold.codeHash(code);
    const row = await cold.near
      .selectFrom("downloads as d")
      .innerJoin("learners as l", (j) => j.onRef("l.commune", "=", "d.commune").onRef("l.id", "=", "d.learner"))
      .innerJoin("accounts as a", (j) => j.onRef("a.commune", "=", "d.commune").onRef("a.id", "=", "d.account"))
      .innerJoin("connections as c", "c.id", "a.connection")
      .select(["d.commune", "d.learner", "d.account", "d.expires_at", "l.language", "a.chat", "c.channel"])
      .where("d.code", "=", hash)
      .where("d.stage", "=", stage)
      .executeTakeFirst();
    // Whoever else has the address of a web talk has not its browser; a phone's chat brings no browser to compare.
    if (!row || (row.channel === "web" && row.chat !== asked.browser)) return null;
    const { commune, learner, account } = row;
    const file = { commune, learner, account, stage: "file", expires_at: row.expires_at };
    const used = await cold.write(
      cold.near
        .updateTable("downloads")
        .set({ used_at: asked.at })
        .where("code", "=", hash)
        .where("used_at", "is", null)
        .where("expires_at", ">", asked.at),
      ...(next === null ? [] : [cold.near.insertInto("downloads").values({ ...file, code: cold.codeHash(next) })]),
      audit(
        cold,
        { who: `learner:${learner}`, from: asked.from, at: asked.at },
        { what: "data-downloaded", commune, about: learner, after: { form: stage } },
      ),
    );
    return used ? { language: row.language, data: await personalDataOf(cold, commune, learner) } : null;
  };
  return {
    openDownload: (code, { next, ...asked }) => redeem(code, "page", asked, next),
    downloadFile: (code, asked) => redeem(code, "file", asked, null),
  };
};
