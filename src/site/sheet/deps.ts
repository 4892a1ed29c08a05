import type { Guide, Lesson } from "../../content/schema.ts";
import type { QrPath } from "../../ui/qr-path.ts";
import type { Assets } from "../assets.ts";

/** A commune as printed things name it. */
export type PrintedCommune = {
  readonly code: string;
  /** "xã Phú Bình" */
  readonly name: string;
  readonly province: string;
  readonly unit: string;
  readonly team: string;
  /** What staff entered; null is not printed, for a wrong number sends people to a stranger. */
  readonly contacts: {
    readonly hotline: string | null;
    readonly counter: string | null;
    readonly police: string | null;
  };
};

export type PrintDeps = {
  readonly assets: Assets;
  /** As they stand today. */
  readonly guides: () => readonly Guide[];
  readonly groupTitle: (group: Guide["group"], language: "vi" | "en") => string;
  /** In the order of their tracks. */
  readonly tracks: () => readonly {
    readonly title: { readonly vi: string; readonly en: string };
    readonly lessons: readonly Lesson[];
  }[];
  /** Null for a code nobody has. */
  readonly commune: (code: string) => Promise<PrintedCommune | null>;
  /** The summary picture of a lesson; null for an unknown lesson. */
  readonly summary: (asked: {
    readonly lesson: string;
    readonly commune: string | null;
    readonly language: "vi" | "en";
  }) => Promise<Uint8Array | null>;
  /** The picture in words, for those who do not see it. */
  readonly summaryAlt: (lesson: Lesson) => { readonly vi: string; readonly en: string };
  readonly publicUrl: string;
  readonly qr: (text: string) => Promise<QrPath>;
};

/** What a page of printed things is asked for. */
export type SheetRequest = {
  readonly language: "vi" | "en";
  readonly commune: PrintedCommune | null;
  readonly deps: PrintDeps;
};
