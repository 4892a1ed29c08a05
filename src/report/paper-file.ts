import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import QRCode from "qrcode";
import { toPng } from "../pictures/png.ts";
import { ChartSvg } from "./chart.tsx";
import { docxOf } from "./docx.ts";
import type { Report } from "./report.ts";

/** What a frozen report says of itself on its paper, and the address that tells whether it still holds. */
export type Proof = { readonly says: string; readonly address: string };

/**
 * The Word file of a report with its chart drawn and, when frozen, the QR code of its proof. Takes half a second, so it
 * belongs into a worker (app/pool), never on a thread that answers people.
 */
export const paperFile = async (report: Report, proof: Proof | null): Promise<Uint8Array> => {
  const chart = report.sections.find((s) => s.chart !== null)?.chart ?? null;
  return docxOf(report, {
    chart: chart && toPng(renderToString(h(ChartSvg, { chart })), { width: 1_800 }),
    proof: proof && { says: proof.says, qr: await QRCode.toBuffer(proof.address, { margin: 2, scale: 6 }) },
  });
};
