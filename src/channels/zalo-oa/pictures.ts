import type { Picture } from "../degrade.ts";
import { type Answer, api } from "./api.ts";
import type { ZaloDeps } from "./deps.ts";

/** Uploaded pictures live seven days at Zalo; ours are replaced a day before, so that none dies on the way. */
const freshMs = 6 * 86_400_000;
const mostBytes = 1024 * 1024;

/** The id of an uploaded picture; null where there is none to be had, so that the words go alone; or why the message must wait. */
export type Attached = { readonly id: string | null } | { readonly failed: Exclude<Answer, { kind: "done" }> };

/** Uploads a picture once and uses its id until it is old. When a lesson goes to a village, all the others wait for the first upload. */
export const attachments = ({
  picture,
  certificate,
  uploads,
  now,
  timeoutMs,
}: Pick<ZaloDeps, "picture" | "certificate" | "uploads" | "now" | "timeoutMs">) => {
  const underWay = new Map<string, Promise<Attached>>();

  return async (
    root: string,
    token: string,
    connection: string,
    p: Picture,
    language: string,
    anew: string | null,
  ): Promise<Attached> => {
    const key = p.kind === "card" ? `${p.card}.${language}` : `certificate.${p.code}.${language}`;
    const uploaded = await uploads.get(connection, key, now() - freshMs);
    if (uploaded !== null && uploaded !== anew) return { id: uploaded };
    const place = `${connection} ${key}`;
    const already = underWay.get(place);
    if (already) return already;
    const draw = () => (p.kind === "card" ? picture(p.card, language) : certificate(p.code, language));
    const upload = async (): Promise<Attached> => {
      // A picture that cannot be drawn is the author's fault, not a reason to leave the person without an answer.
      const bytes = await draw().catch(() => null);
      const type = bytes && typeOf(bytes);
      if (!bytes || !type || bytes.length > mostBytes) return { id: null };
      const form = new FormData();
      form.append(
        "file",
        new Blob([Uint8Array.from(bytes)], { type: `image/${type}` }),
        `hinh.${type === "jpeg" ? "jpg" : type}`,
      );
      const answer = await api(root, "/v2.0/oa/upload/image", token, {
        method: "POST",
        data: form,
        timeoutMs: timeoutMs ?? 20_000,
      });
      if (answer.kind !== "done") return { failed: answer };
      const id = answer.data.attachment_id;
      if (typeof id !== "string" || id === "") return { id: null };
      await uploads.save(connection, key, id);
      return { id };
    };
    const mine = upload().finally(() => underWay.delete(place));
    underWay.set(place, mine);
    return mine;
  };
};

/** Zalo takes these two. */
const typeOf = (bytes: Uint8Array): "png" | "jpeg" | null => {
  const head = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  return head === "89504e47" ? "png" : head.startsWith("ffd8ff") ? "jpeg" : null;
};
