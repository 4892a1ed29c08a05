import { multipart } from "../telegram/multipart.ts";
import { accepted, type Refusal, refusal, refused } from "./codes.ts";
import type { Answer, Asked } from "./serve.ts";
import { monthOf } from "./windows.ts";

const LIFE_MS = 7 * 86_400_000;
/** "1 MB" is not said in bytes; the smaller reading, so that whoever passes here passes there. */
const MAX_BYTES = 1_000_000;
const CALLS_A_MONTH = 5000;

export type Upload = { readonly id: string; readonly name: string; readonly bytes: Buffer; readonly until: number };

/** Pictures given to the OA: JPEG or PNG, one part named `file`, forgotten after seven days. */
export const uploads = (clock: () => number) => {
  const kept: Upload[] = [];
  const perMonth = new Map<string, number>();

  return {
    kept,
    receive: (asked: Asked): Answer => {
      const month = monthOf(clock());
      const count = (perMonth.get(month) ?? 0) + 1;
      perMonth.set(month, count);
      if (count > CALLS_A_MONTH) return refused(refusal(-211));
      const file = fileOf(asked);
      if (!file || !isPicture(file.bytes)) return refused(refusal(-201, "file is invalid"));
      if (file.bytes.length > MAX_BYTES) return refused(refusal(-210, "file exceeds 1 MB"));
      const upload = { id: `fake-attachment-${kept.length + 1}`, ...file, until: clock() + LIFE_MS };
      kept.push(upload);
      return accepted({ attachment_id: upload.id });
    },
    refusalOf: (id: string): Refusal | null => {
      const upload = kept.find((u) => u.id === id);
      if (!upload) return refusal(-201, "attachment_id is invalid");
      return upload.until <= clock() ? refusal(-100) : null;
    },
  };
};

const fileOf = (asked: Asked) => {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(asked.headers["content-type"] ?? "")?.[1];
  return boundary === undefined ? undefined : multipart(asked.raw, boundary).files.file;
};

const isPicture = (bytes: Buffer) =>
  bytes.subarray(0, 4).toString("hex") === "89504e47" || bytes.subarray(0, 3).toString("hex") === "ffd8ff";
