import { z } from "zod";
import { fault } from "../../errors.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import type { Connection } from "../channel.ts";
import { api } from "./api.ts";
import { outcomeOf } from "./outcome.ts";
import { SECRET } from "./secret.ts";
import { settingsOf } from "./settings.ts";

/** `problem`: Zalo keeps the address, but its own try to reach us failed, with what to do; null = fine. */
export type WebhookState = { readonly problem: Bilingual | null };

/** Registers the address Zalo calls, with our secret. `url` is the whole public https address of this connection. */
export const setWebhook = async (connection: Connection, url: string): Promise<Result<WebhookState>> => {
  const settings = settingsOf(connection);
  if (!settings) return fail(fault("CONFIG_INVALID", "ZALO_BOT_TOKEN is missing"));
  if (!url.startsWith("https://"))
    return fail(fault("CONFIG_INVALID", "Zalo calls only public https addresses; set PUBLIC_URL to one"));
  if (!settings.secret || !SECRET.test(settings.secret))
    return fail(fault("CONFIG_INVALID", "ZALO_BOT_WEBHOOK_SECRET must be 8 to 256 characters without spaces"));
  const reply = await api(settings, "setWebhook", { url, secret_token: settings.secret }, 30_000);
  if (reply.kind === "done") return ok({ problem: problemOf(verificationIn(reply.result)) });
  // Only so many a day: after many restarts the address of the first one still stands.
  if (reply.kind === "refused" && (reply.code === 426 || reply.code === 429)) {
    const info = await api(settings, "getWebhookInfo", {}, 30_000);
    if (info.kind === "done" && Info.safeParse(info.result).data?.url === url) return ok({ problem: null });
  }
  const { outcome, reason } = outcomeOf(reply);
  return fail(
    fault(
      outcome === "unauthorised" ? "SEND_UNAUTHORISED" : outcome === "refused" ? "SEND_REFUSED" : "SEND_RETRY",
      `setWebhook: ${reason}`,
    ),
  );
};

export const Info = z.object({ url: z.string().catch("") });

/** Zalo's own try to reach a webhook, as setWebhook and testWebhook tell it. */
const Verification = z.object({ ok: z.boolean(), outcome: z.string().catch(""), hint: z.string().catch("") });
export type Verification = z.output<typeof Verification>;

const verificationIn = (result: unknown): Verification | undefined =>
  z.object({ verification: Verification }).safeParse(result).data?.verification;

/** `testWebhook` answers it bare. */
export const tested = (result: unknown): Verification | undefined => Verification.safeParse(result).data;

/** What is wrong and what to do; null when nothing is, or nothing was told. */
export const problemOf = (verification: Verification | undefined): Bilingual | null => {
  if (!verification || verification.ok) return null;
  const { outcome, hint } = verification;
  const known = Object.entries(cures).find(([start]) => outcome.startsWith(start))?.[1];
  const { vi, en } = known ?? (hint ? { vi: hint, en: hint } : untold);
  return { vi: `${outcome || "không rõ"}: ${vi}`, en: `${outcome || "unknown"}: ${en}` };
};

const untold: Bilingual = {
  vi: "Zalo không nói rõ; xem nhật ký của máy chủ web đứng trước.",
  en: "Zalo does not say; see the log of the web server in front.",
};

const cures: Readonly<Record<string, Bilingual>> = {
  "webhook.http.403": {
    vi: "có tường lửa chặn Zalo. Nếu dùng Cloudflare, tắt “Browser Integrity Check” cho đường dẫn /webhooks/.",
    en: "a firewall keeps Zalo out. With Cloudflare, switch “Browser Integrity Check” off for the path /webhooks/.",
  },
  "webhook.http.404": {
    vi: "địa chỉ sai. Xem PUBLIC_URL có đúng tên miền của máy chủ này không.",
    en: "the address is wrong. See whether PUBLIC_URL has the domain of this server.",
  },
  "webhook.http.5xx": {
    vi: "máy chủ đang lỗi. Xem nhật ký, rồi khởi động lại.",
    en: "the server has a fault. See its log, then restart it.",
  },
  "webhook.err.tls": {
    vi: "chứng chỉ https không hợp lệ. Kiểm tra chứng chỉ và chuỗi chứng chỉ của tên miền.",
    en: "the https certificate does not hold. Check the domain's certificate and its chain.",
  },
  "webhook.err.dns": {
    vi: "không tìm thấy tên miền. Kiểm tra bản ghi DNS của PUBLIC_URL.",
    en: "the domain was not found. Check the DNS record of PUBLIC_URL.",
  },
  "webhook.err.timeout": {
    vi: "máy chủ trả lời quá chậm, hoặc tường lửa bỏ gói tin. Mở cổng 443 cho Zalo.",
    en: "the server answers too slowly, or a firewall drops packets. Open port 443 for Zalo.",
  },
  "webhook.err.": {
    vi: "Zalo không nối được tới máy chủ. Mở cổng 443 ra Internet và thử lại.",
    en: "Zalo cannot reach the server. Open port 443 to the internet and try again.",
  },
};
