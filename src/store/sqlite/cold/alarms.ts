import type { AlarmChat, AlarmChatStore } from "../../ports/alarms.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";

/** The chats in which staff hear of alarms, and the codes that bind them. */
export const alarmChatRows = (cold: Cold): AlarmChatStore => ({
  async addAlarmCode(commune, staff, { code, expiresAt }, by) {
    await cold.write(
      cold.near.insertInto("alarm_codes").values({ code: cold.codeHash(code), commune, staff, expires_at: expiresAt }),
      cold.near
        .deleteFrom("alarm_codes")
        .where("staff", "=", staff)
        .where("commune", "=", commune)
        .where("code", "<>", cold.codeHash(code)),
      audit(cold, by, { what: "alarm-code-made", commune, about: staff }),
    );
  },
  async alarmChats(commune, staff) {
    return (await cold.near
      .selectFrom("alarm_chats as x")
      .innerJoin("accounts as a", (j) => j.onRef("a.commune", "=", "x.commune").onRef("a.id", "=", "x.account"))
      .innerJoin("connections as c", "c.id", "a.connection")
      .where("x.commune", "=", commune)
      .where("x.staff", "=", staff)
      .orderBy("x.since")
      .select(["x.account", "c.channel", "x.since"])
      .execute()) as AlarmChat[]; // `channel` is written only by this program, from connections
  },
  async removeAlarmChat(commune, staff, account, by) {
    return cold.write(
      cold.near
        .deleteFrom("alarm_chats")
        .where("commune", "=", commune)
        .where("staff", "=", staff)
        .where("account", "=", account),
      audit(cold, by, { what: "alarm-chat-removed", commune, about: staff }),
    );
  },
});
