import { alarmChatRows } from "../../src/store/sqlite/cold/alarms.ts";
import { openCold } from "../../src/store/sqlite/cold/cold.ts";

/** A code that somebody of the staff was just shown at the desk, to be typed in the chat that is to be told of alarms. */
export const alarmCode = async (
  file: string,
  commune: string,
  code: string,
  expiresAt: number,
  staff = "can-bo",
): Promise<void> => {
  const cold = openCold(file);
  await alarmChatRows(cold).addAlarmCode(commune, staff, { code, expiresAt }, { staff, at: 0 });
  await cold.close();
};
