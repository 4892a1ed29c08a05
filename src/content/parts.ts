import type { Bilingual } from "../kit/bilingual.ts";
import { intoMessages, type Piece } from "./into-messages.ts";
import { type Measure, screenLines } from "./measure.ts";
import type { Guide } from "./schema.ts";

/** What of a screen stands in one message: whether its words, which of its points, whether its note. */
export type Part = { readonly say: boolean; readonly keys: readonly number[]; readonly note: boolean };

export type Screen = Pick<Guide["steps"][number], "title" | "say" | "keys" | "note" | "card">;

/**
 * Cuts a screen into messages: one thing to do in each, and no more than a small phone shows at once. A warning comes
 * with the first thing to do, never behind it.
 */
export const partsOf = (screen: Screen, measure: Measure): readonly Part[] => {
  const cut = intoMessages(piecesOf(screen, measure), headOf(screen, measure));
  return cut.length > 0 ? cut.map((group) => group.reduce((part, piece) => piece.put(part), nothing)) : [nothing];
};

/** A piece that knows what it puts into its part. */
type Put = Piece & { readonly put: (part: Part) => Part };

export const piecesOf = (screen: Screen, measure: Measure): readonly Put[] => {
  const doing = screen.keys.map(({ text, tap }) => tap === true || isAction(text.vi));
  const keys = screen.keys.map(
    ({ text }, k): Put => ({
      ...pointPiece(text, measure),
      does: doing[k] === true,
      pictured: screen.card !== undefined,
      put: (part) => ({ ...part, keys: [...part.keys, k] }),
    }),
  );
  // Where there are no points the picture belongs to the words.
  const pictured = screen.card !== undefined && keys.length === 0;
  const say = screen.say
    ? [{ ...textPiece(screen.say, measure), pictured, put: (p: Part): Part => ({ ...p, say: true }) }]
    : [];
  const note = screen.note
    ? [{ ...notePiece(screen.note.text, measure), put: (p: Part): Part => ({ ...p, note: true }) }]
    : [];
  const first = screen.note?.tone === "info" ? -1 : doing.indexOf(true);
  return first < 0
    ? [...say, ...keys, ...note]
    : [...say, ...keys.slice(0, first + 1), ...note, ...keys.slice(first + 1)];
};

/** The heading, in larger letters. */
export const headOf = ({ title }: Pick<Screen, "title">, measure: Measure): number =>
  0.4 + 1.05 * screenLines(measure(title).characters, 27);

export const textPiece = (text: Bilingual, measure: Measure): Piece => sized(text, measure, 33, 0.4);
export const pointPiece = (text: Bilingual, measure: Measure): Piece => ({
  ...sized(text, measure, 29, 0.3),
  point: true,
});
export const notePiece = (text: Bilingual, measure: Measure): Piece => sized(text, measure, 26, 1);

/** A page that is named takes the row of its choice as well. */
const sized = (text: Bilingual, measure: Measure, aLine: number, frame: number): Piece => {
  const { words, characters } = measure(text);
  const named = text.vi.match(/\*\*[A-Z]{2,6}\d{1,3}\*\*/g)?.length ?? 0;
  return { words, lines: screenLines(characters, aLine) + frame + 2.3 * named };
};

const nothing: Part = { say: false, keys: [], note: false };

/** Something to do on the phone or at the counter, as it is said to somebody: it begins with the verb. */
export const isAction = (text: string): boolean =>
  /^\W*(?:\{\{You\}\}\s+)?(?:rồi\s+)?(?:tự tay\s+|tự\s+)?(?:bấm|nhấn|gõ|chọn|mở|vào|điền|khai|tích|quét|kéo|vuốt|chạm|tải|gửi|nộp|ký|gọi|nhắn)(?=\s|$)/iu.test(
    text,
  );
