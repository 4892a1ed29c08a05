import type { Commune } from "../communes/schema.ts";
import type { Library } from "../content/library.ts";
import { readSummaryName, summaryOf } from "../content/summary.ts";
import { dayOf } from "../kit/vietnam-time.ts";
import { cardPng } from "../pictures/cache.ts";
import { CERTIFICATE, certificateSvg } from "../pictures/certificate.ts";
import { keep } from "../pictures/keep.ts";
import { toPng } from "../pictures/png.ts";
import { SUMMARY, summarySvg } from "../pictures/summary.ts";
import type { CertificateRow } from "../store/ports/certificates.ts";

export type PictureSources = {
  readonly library: Library;
  readonly communes: readonly Commune[];
  readonly certificate: (code: string) => Promise<CertificateRow | null>;
  readonly villages: (commune: string) => Promise<readonly { readonly id: string; readonly name: string }[]>;
  readonly publicUrl: string;
};

/** What picture of a lesson is wanted: for a commune, or for anybody. */
export type SummaryAsked = { readonly lesson: string; readonly commune: string | null; readonly language: "vi" | "en" };

/** Pictures by name, as PNG; null where there is none. */
export const pictures = (from: PictureSources) => {
  const summaries = keep(SUMMARIES_KEPT);
  const summary = async (asked: SummaryAsked): Promise<Uint8Array | null> => {
    const svg = summarySvgOf(asked, from);
    return svg === null ? null : summaries(svg, () => toPng(svg, { width: SUMMARY.width }));
  };
  return {
    summary,
    card: async (id: string, language = "vi"): Promise<Uint8Array | null> => {
      const asked = readSummaryName(id);
      if (asked) return summary(asked);
      const card = from.library.cards.get(id);
      return card ? cardPng(card, { language: language === "en" ? "en" : "vi" }) : null;
    },
    certificate: async (code: string): Promise<Uint8Array | null> => {
      const row = await from.certificate(code);
      const commune = row && from.communes.find((c) => c.code === row.commune);
      if (!row || !commune) return null;
      const village = (await from.villages(row.commune)).find((v) => v.id === row.village)?.name;
      return toPng(certificateSvg(certificateOf(row, commune, village, from)), { width: CERTIFICATE.width });
    },
  };
};

/** Some 10 MB: every lesson for two communes in both languages. */
const SUMMARIES_KEPT = 128;

const summarySvgOf = ({ lesson: id, commune: code, language }: SummaryAsked, from: PictureSources): string | null => {
  const lesson = from.library.items.find((i) => i.kind === "lesson" && i.id === id);
  if (lesson?.kind !== "lesson") return null;
  const found = from.communes.find((c) => c.code === code);
  const commune = found ? { name: `xã ${found.name}`, unit: found.unit.lower, team: found.team } : null;
  const asked = new URLSearchParams({ ...(found && { commune: found.code }), code: lesson.code });
  return summarySvg({
    ...summaryOf(lesson, language, commune),
    commune: commune?.name ?? null,
    qr: `${from.publicUrl}/chat?${asked}`,
  });
};

const certificateOf = (
  row: CertificateRow,
  commune: Commune,
  village: string | undefined,
  { library, publicUrl }: PictureSources,
): Parameters<typeof certificateSvg>[0] => {
  const language = "vi";
  const track = library.trackItems.find((t) => t.id === row.track);
  return {
    commune: `xã ${commune.name}`,
    province: commune.province,
    movement: commune.movement,
    name: row.name,
    ...(village && { village }),
    unit: "chương trình",
    title: track?.title[language] ?? row.track,
    date: dayOf(row.issuedAt),
    canDo: track?.can_do.map((c) => c[language]) ?? [],
    ...(row.scoreRight !== null && row.scoreOf !== null && { score: { right: row.scoreRight, of: row.scoreOf } }),
    code: row.code,
    qr: `${publicUrl}/xac-minh/${row.code}`,
    team: commune.team,
    sample: row.sample,
    language,
    revoked: row.revokedAt !== null,
  };
};
