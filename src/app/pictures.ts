import type { Commune } from "../communes/schema.ts";
import { withFacts } from "../content/ledger/with-facts.ts";
import type { Library } from "../content/library.ts";
import type { Summary } from "../content/summary.ts";
import { readSummaryName, summaryOf } from "../content/summary.ts";
import { dayOf } from "../kit/vietnam-time.ts";
import type { Certificate } from "../pictures/certificate/words.ts";
import { type Drawing, drawingKey } from "../pictures/drawing.ts";
import { lastUsed } from "../pictures/last-used.ts";
import type { CertificateRow } from "../store/ports/certificates.ts";
import type { DrawingAsker } from "./pool/pool.ts";

export type PictureSources = {
  readonly library: Library;
  readonly communes: readonly Commune[];
  readonly certificate: (code: string) => Promise<CertificateRow | null>;
  readonly villages: (commune: string) => Promise<readonly { readonly id: string; readonly name: string }[]>;
  readonly publicUrl: string;
  /** The day in Viet Nam: what is drawn shows the facts of that day. */
  readonly today: () => string;
  readonly draw: (drawing: Drawing, asker: DrawingAsker) => Promise<Uint8Array>;
};

/** What picture of a lesson is wanted: for a commune, or for anybody. */
export type SummaryAsked = { readonly lesson: string; readonly commune: string | null; readonly language: "vi" | "en" };

/** Pictures by name, as PNG; null where there is none. What a channel sends is drawn even when strangers are asked to wait. */
export const pictures = (from: PictureSources) => {
  const cached = {
    card: lastUsed(CARDS_KEPT),
    summary: lastUsed(SUMMARIES_KEPT),
    certificate: lastUsed(CERTIFICATES_KEPT),
  };
  const drawn = (drawing: Drawing, asker: DrawingAsker): Promise<Uint8Array> =>
    cached[drawing.kind](drawingKey(drawing), () => from.draw(drawing, asker));

  const shown = (asker: DrawingAsker) => {
    const summary = async (asked: SummaryAsked): Promise<Uint8Array | null> => {
      const of = summaryData(asked, from);
      return of && drawn({ kind: "summary", of }, asker);
    };
    return {
      summary,
      card: async (id: string, language = "vi"): Promise<Uint8Array | null> => {
        const asked = readSummaryName(id);
        if (asked) return summary(asked);
        const card = from.library.cards.get(id);
        return card
          ? drawn(
              {
                kind: "card",
                card: withFacts(card, from.library.ledger, from.today()),
                language: language === "en" ? "en" : "vi",
              },
              asker,
            )
          : null;
      },
      certificate: async (code: string): Promise<Uint8Array | null> => {
        const row = await from.certificate(code);
        const commune = row && from.communes.find((c) => c.code === row.commune);
        if (!row || !commune) return null;
        const village = (await from.villages(row.commune)).find((v) => v.id === row.village)?.name;
        return drawn({ kind: "certificate", of: certificateOf(row, commune, village, from) }, asker);
      },
    };
  };
  return { ...shown("stranger"), forChannels: shown("house") };
};

/** Some 5 MB: every card of the whole content, in both languages, with room to spare. */
const CARDS_KEPT = 256;
/** Some 10 MB: every lesson for two communes in both languages. */
const SUMMARIES_KEPT = 128;
/** Some 4 MB: a class that looks at its certificates. A revoked one is another picture. */
const CERTIFICATES_KEPT = 64;

const summaryData = ({ lesson: id, commune: code, language }: SummaryAsked, from: PictureSources): Summary | null => {
  const lesson = from.library.items.find((i) => i.kind === "lesson" && i.id === id);
  if (lesson?.kind !== "lesson") return null;
  const found = from.communes.find((c) => c.code === code);
  const commune = found ? { name: `xã ${found.name}`, unit: found.unit.lower, team: found.team } : null;
  const asked = new URLSearchParams({ ...(found && { commune: found.code }), code: lesson.code });
  return {
    ...summaryOf(withFacts(lesson, from.library.ledger, from.today()), language, commune),
    commune: commune?.name ?? null,
    qr: `${from.publicUrl}/chat?${asked}`,
  };
};

const certificateOf = (
  row: CertificateRow,
  commune: Commune,
  village: string | undefined,
  { library, publicUrl }: PictureSources,
): Certificate => {
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
