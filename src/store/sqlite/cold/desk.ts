import { alarmChatRows } from "./alarms.ts";
import { breachRows } from "./breaches.ts";
import { certificateRows } from "./certificates.ts";
import type { Cold } from "./cold.ts";
import { communeRows } from "./communes.ts";
import { downloadRows } from "./downloads.ts";
import { denominatorWrites } from "./entries.ts";
import { phraseRows } from "./phrases.ts";
import { pushRows } from "./pushes.ts";
import { questionRows } from "./questions.ts";
import { reportRows } from "./reports.ts";
import { searchChoiceRows } from "./search-choices.ts";
import { secondFactorRows } from "./second-factor.ts";
import { securityLogRows } from "./security-log.ts";
import { staffRows } from "./staff.ts";
import { sessionRows } from "./staff-sessions.ts";
import { teamRows } from "./team.ts";
import { ticketRows } from "./tickets.ts";
import { unsentRows } from "./unsent.ts";
import { villageRows } from "./villages.ts";

/** Everything the desk reads and writes, over one cold store. */
export const deskStore = (cold: Cold) => ({
  ...communeRows(cold),
  ...villageRows(cold),
  ...ticketRows(cold),
  ...questionRows(cold),
  ...phraseRows(cold),
  ...searchChoiceRows(cold),
  ...denominatorWrites(cold),
  ...teamRows(cold),
  ...pushRows(cold),
  ...certificateRows(cold),
  ...downloadRows(cold),
  ...staffRows(cold),
  ...secondFactorRows(cold),
  ...sessionRows(cold),
  ...securityLogRows(cold),
  ...breachRows(cold),
  ...alarmChatRows(cold),
  ...unsentRows(cold),
  ...reportRows(cold),
});
