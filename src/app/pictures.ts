import type { Commune } from "../communes/schema.ts";
import type { Library } from "../content/library.ts";
import type { CertificateRow } from "../desk/deps.ts";
import { cardPng } from "../pictures/cache.ts";
import { CERTIFICATE, certificateSvg } from "../pictures/certificate.ts";
import { toPng } from "../pictures/png.ts";

export type PictureSources = {
  readonly library: Library;
  readonly communes: readonly Commune[];
  readonly certificate: (code: string) => Promise<CertificateRow | null>;
  readonly villages: (commune: string) => Promise<readonly { readonly id: string; readonly name: string }[]>;
  readonly publicUrl: string;
};

/** Pictures by name, as PNG; null where there is none. */
export const pictures = (from: PictureSources) => ({
  card: async (id: string, language = "vi"): Promise<Uint8Array | null> => {
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
});

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
    date: new Date(row.issuedAt + 7 * 3_600_000).toISOString().slice(0, 10),
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
