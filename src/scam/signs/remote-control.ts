import { scamPhrases } from "../phrases.ts";

/** Wants to see or hold the person's phone or computer. */
export const remoteControl = scamPhrases([
  [
    3,
    "(teamviewer|team viewer|anydesk|any desk|ultraviewer|ultra viewer|ultraview|rustdesk|airdroid|quicksupport|quick support|supremo)",
  ],
  [3, "(chia se|share|chieu|mo chia se) (man hinh|screen)"],
  [3, "(quyen tro nang|bat tro nang|cap quyen tro nang|dieu khien tu xa|dieu khien may)"],
]);
