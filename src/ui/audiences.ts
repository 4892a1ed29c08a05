import type { Audience } from "../engine/person.ts";
import type { Language } from "../kit/bilingual.ts";

/** What an audience is called; null is those who never said. An unknown one keeps its id rather than vanish from a sum. */
export const audienceName = (audience: string | null, language: Language): string => {
  if (audience === null) return language === "vi" ? "Không rõ" : "Unknown";
  const names: Readonly<Record<string, { vi: string; en: string }>> = known;
  return names[audience]?.[language] ?? audience;
};

const known: Record<Audience, { vi: string; en: string }> = {
  resident: { vi: "Người dân", en: "Residents" },
  official: { vi: "Cán bộ, công chức, viên chức", en: "Officials" },
  business: { vi: "Hộ kinh doanh, doanh nghiệp", en: "Businesses" },
  farmer: { vi: "Nông dân, hợp tác xã", en: "Farmers, cooperatives" },
  student: { vi: "Học sinh, sinh viên", en: "Students" },
  teacher: { vi: "Giáo viên", en: "Teachers" },
  worker: { vi: "Người lao động", en: "Workers" },
};
