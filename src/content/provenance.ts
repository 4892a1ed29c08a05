import { z } from "zod";

export const Day = z.iso.date();

/** How sure we are of a fact: `cao` = a document or the authority says so, `trung-binh` = one secondary source, `thap` = weak or old. */
export const Confidence = z.enum(["cao", "trung-binh", "thap"]);

/** The department that answers for a text or a fact, and is warned before `review_by`. */
export const Owner = z.enum(["cong-an-xa", "van-hoa-xa-hoi", "kinh-te", "thue", "trung-tam-hcc"]);
