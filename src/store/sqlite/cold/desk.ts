import type { DeskStore } from "../../../desk/deps.ts";
import { certificateRows } from "./certificates.ts";
import type { Cold } from "./cold.ts";
import { communeRows } from "./communes.ts";
import { denominatorWrites } from "./entries.ts";
import { phraseRows } from "./phrases.ts";
import { pushRows } from "./pushes.ts";
import { questionRows } from "./questions.ts";
import { staffRows } from "./staff.ts";
import { teamRows } from "./team.ts";
import { ticketRows } from "./tickets.ts";
import { villageRows } from "./villages.ts";

/** Everything the desk reads and writes, over one cold store. `id` names the audit lines. */
export const deskStore = (cold: Cold, id: () => string): DeskStore => ({
  ...communeRows(cold, id),
  ...villageRows(cold, id),
  ...ticketRows(cold, id),
  ...questionRows(cold, id),
  ...phraseRows(cold, id),
  ...denominatorWrites(cold, id),
  ...teamRows(cold, id),
  ...pushRows(cold, id),
  ...certificateRows(cold, id),
  ...staffRows(cold, id),
});
