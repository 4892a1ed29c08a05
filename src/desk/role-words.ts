import type { Bilingual } from "../kit/bilingual.ts";
import type { Role } from "../store/ports/staff.ts";

/** What somebody of the staff is, beside their name. */
export const roleWords: Readonly<Record<Role, Bilingual>> = {
  administrator: { vi: "Quản trị", en: "Administrator" },
  staff: { vi: "Cán bộ xã", en: "Commune staff" },
  "village-leader": { vi: "Phụ trách thôn, xóm", en: "Village leader" },
  "team-member": { vi: "Thành viên tổ", en: "Team member" },
  overseer: { vi: "Giám sát, chỉ xem", en: "Overseer, read only" },
};
