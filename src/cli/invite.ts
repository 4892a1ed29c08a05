import { newCode } from "../kit/random.ts";
import { grouped } from "../kit/spoken-code.ts";
import { clean } from "../people/clean.ts";
import { commune as communeOption, noCommune } from "./options.ts";
import type { Verb } from "./verb.ts";

const day = 24 * 3_600_000;

/** `invite`: a code that makes whoever types it in the chat a member of the community team. */
export const invite: Verb = {
  says: { vi: "tạo mã mời vào Tổ công nghệ số", en: "make an invitation code for the community team" },
  options: {
    commune: communeOption,
    village: { value: "ID", says: { vi: "xóm mà người được mời phụ trách", en: "the village of whoever is invited" } },
    uses: {
      value: "N",
      says: { vi: "dùng được mấy lần, 1–100 (mặc định: 1)", en: "how often it works, 1–100 (default: 1)" },
    },
    days: { value: "N", says: { vi: "hạn mấy ngày, 1–90 (mặc định: 7)", en: "for how many days, 1–90 (default: 7)" } },
    label: { value: "TEXT", says: { vi: "ghi chú để nhận ra mã", en: "a note to know the code by" } },
  },
  run: async ({ flags, config, house }) => {
    const open = await house();
    const commune = typeof flags.commune === "string" ? flags.commune : config.commune;
    const village = typeof flags.village === "string" ? flags.village : null;
    const words = typeof flags.label === "string" ? flags.label.trim().slice(0, 60) : "";
    const label = clean(words);
    if (label === null)
      return {
        misused: {
          vi: "--label có số riêng của ai đó (điện thoại, căn cước, mã); ghi lại, bỏ số ấy ra",
          en: "--label holds a number of somebody's own (telephone, identity card, code); name them without it",
        },
      };
    const uses = Number(flags.uses ?? 1);
    const days = Number(flags.days ?? 7);
    if (!Number.isInteger(uses) || uses < 1 || uses > 100)
      return {
        misused: { vi: "--uses phải là số nguyên từ 1 đến 100", en: "--uses must be a whole number from 1 to 100" },
      };
    if (!Number.isInteger(days) || days < 1 || days > 90)
      return {
        misused: { vi: "--days phải là số nguyên từ 1 đến 90", en: "--days must be a whole number from 1 to 90" },
      };
    if (!open.communes().some((c) => c.code === commune)) return noCommune(commune);
    if (village !== null && !(await open.desk.villages(commune)).some((v) => v.id === village && !v.removed))
      return {
        fault: {
          vi: `${commune} không có xóm nào mang mã ${village}`,
          en: `there is no village ${village} in ${commune}`,
        },
      };
    const code = newCode();
    const now = open.now();
    await open.desk.addInvitation(
      commune,
      { id: open.id(), code, label: label === "" ? null : label, village, expiresAt: now + days * day, uses },
      { staff: "cli", at: now },
    );
    return {
      value: { commune, village, code, uses, days },
      lines: [
        `MOI ${grouped(code)}`,
        {
          vi: `xã ${commune}${village ? `, ${village}` : ""}: ${uses} lượt, hạn ${days} ngày. Gõ mã này trong khung chat.`,
          en: `commune ${commune}${village ? `, ${village}` : ""}: works ${uses} times, for ${days} days. Type it in the chat.`,
        },
      ],
    };
  },
};
