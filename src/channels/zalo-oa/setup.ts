import type { Bilingual, Language } from "../../kit/bilingual.ts";
import type { Connection } from "../channel.ts";
import { publicUrl } from "../public-url.ts";
import { isYes, type SetUp, type SetUpSession, say, setting, until } from "../setting-up.ts";
import { consentLink } from "./consent.ts";
import { CONSENT_PAGE } from "./consent-page.ts";
import type { ZaloDeps } from "./deps.ts";
import { menu } from "./menu.ts";
import { triedApp } from "./oauth.ts";
import { probe } from "./probe.ts";
import { tokenState } from "./token-state.ts";
import { verificationIn } from "./verification.ts";

/**
 * Zalo Official Account, in the order Zalo asks for things: the address and its verification, the app and its secret
 * (tried at once), the callback and webhook by hand, the owner's consent, a message from the officer's own phone. No
 * token is spent: those of this data folder are looked at, and the owner's consent brings new ones.
 */
export const setUp: SetUp<ZaloDeps> = async (session, parts) => {
  const { set, save } = session;
  const url = await publicUrl(session, { optional: false });
  save({ PUBLIC_URL: url });
  await verifyDomain(session, url);

  say(session, {
    vi: "2. Ứng dụng. Vào developers.zalo.me, tạo (hoặc mở) ứng dụng, liên kết OA của xã với ứng dụng, bật ứng dụng lên.",
    en: "2. The app. At developers.zalo.me make (or open) the app, link the commune's OA to it, and switch the app on.",
  });
  const appId = await setting(session, "ZALO_OA_APP_ID", { vi: "ID ứng dụng", en: "App id" });
  const settings = (appSecret: string) => ({
    appId,
    appSecret,
    ...(set.ZALO_OA_API_ROOT ? { apiRoot: set.ZALO_OA_API_ROOT } : {}),
    ...(set.ZALO_OA_OAUTH_ROOT ? { oauthRoot: set.ZALO_OA_OAUTH_ROOT } : {}),
  });
  const at = (appSecret: string): Connection => ({
    id: "default-zalo-oa",
    commune: "",
    channel: "zalo-oa",
    settings: settings(appSecret),
  });
  const appSecret = await setting(
    session,
    "ZALO_OA_APP_SECRET",
    { vi: "Khóa bí mật của ứng dụng (không hiện ra khi gõ)", en: "Secret of the app (not shown)" },
    { secret: true, tried: async (typed) => appSaid(await triedApp(at(typed))) },
  );
  say(session, { vi: "  ✓ Đã thử với Zalo.", en: "  ✓ Tried with Zalo." });
  const oaId = await setting(
    session,
    "ZALO_OA_OA_ID",
    {
      vi: "ID của OA, để không ai nối nhầm OA khác (bỏ qua: Enter)",
      en: "Id of the OA, so that no other is joined by mistake (Enter to leave out)",
    },
    { optional: true },
  );
  const callback = `${url}${CONSENT_PAGE}`;
  say(
    session,
    {
      vi: `3. Trong ứng dụng, mục Official Account, ghi Callback URL đúng từng chữ: ${callback}`,
      en: `3. In the app, under Official Account, the Callback URL, to the letter: ${callback}`,
    },
    {
      vi: "   Mục Webhook có “khóa bí mật OA” (OA Secret Key): đó KHÔNG phải khóa của ứng dụng.",
      en: "   Under Webhook there is an “OA Secret Key”: it is NOT the secret of the app.",
    },
  );
  const secretKey = await setting(
    session,
    "ZALO_OA_SECRET_KEY",
    {
      vi: "Khóa bí mật OA ở mục Webhook (không thấy thì Enter)",
      en: "OA Secret Key of the Webhook page (Enter if there is none)",
    },
    { secret: true, optional: true },
  );
  save({
    ZALO_OA_APP_ID: appId,
    ZALO_OA_APP_SECRET: appSecret,
    ...(oaId && { ZALO_OA_OA_ID: oaId }),
    ...(secretKey && { ZALO_OA_SECRET_KEY: secretKey }),
  });
  await until(session, {
    vi: "4. Thiết lập đã ghi. Khởi động lại máy chủ ở cửa sổ khác, rồi gõ Enter ở đây",
    en: "4. The settings are written. Restart the server in another window, then press Enter here",
  });
  await until(session, {
    vi: `5. Mục Webhook: lưu địa chỉ ${url}/webhooks/zalo-oa/default, bật các sự kiện người dùng gửi tin (user_send_…), follow, unfollow, user_click_chatnow, user_submit_info, user_seen_message, user_received_message, user_withdraw; tắt bộ lọc cú pháp. Xong thì gõ Enter`,
    en: `5. Webhook: save ${url}/webhooks/zalo-oa/default, switch on the events user_send_…, follow, unfollow, user_click_chatnow, user_submit_info, user_seen_message, user_received_message, user_withdraw; switch the syntax filter off. Then press Enter`,
  });
  const deps = await parts();
  const agreed = await consent(session, deps, at(appSecret), callback);
  if (!agreed) return false;
  const greeted = isYes(
    await until(session, {
      vi: "7. Lấy điện thoại, mở OA của xã trong Zalo, nhắn “xin chào”. Có lời chào trả lại không? (c/k)",
      en: "7. On your phone open the OA in Zalo and write “hello”. Did a greeting come back? (y/n)",
    }),
  );
  const state = await probe(deps, at(appSecret));
  const found = state.ok ? state.value.lines : [{ vi: state.fault.cause, en: state.fault.cause }];
  say(session, ...found.map(({ vi, en }) => ({ vi: `  ${vi}`, en: `  ${en}` })));
  say(
    session,
    { vi: "Còn lại, bạn làm:", en: "What is left for you:" },
    {
      vi: `  1. Menu của OA (oa.zalo.me, Quản lý, Menu): thêm các mục loại “Gửi tin nhắn”: ${items("vi")}. Bà con bấm là vào, không phải gõ.`,
      en: `  1. The OA's menu (oa.zalo.me): items that send words: ${items("en")}. People tap instead of typing.`,
    },
    {
      vi: "  2. In mã QR của OA kèm mã xóm hay mã bài, ví dụ XOM3, BAI1.",
      en: "  2. Print the OA's QR code with a code such as XOM3 or BAI1.",
    },
    ...(greeted
      ? []
      : [
          {
            vi: "  3. Chưa có lời chào: xem dòng “Chữ ký webhook” ở trên. Chưa có sự kiện nào: webhook chưa lưu hoặc chưa bật sự kiện. Không khớp: chép lại hai khóa.",
            en: "  3. No greeting came: see the line of the webhook's signature above. No event: the webhook is not saved or its events are off. Wrong: copy both secrets again.",
          },
        ]),
  );
  return state.ok && state.value.stands && greeted;
};

/** Zalo takes no address of ours before it finds its code there. The server must run with it, so this comes first. */
const verifyDomain = async (session: SetUpSession, url: string): Promise<void> => {
  say(session, {
    vi: `1. Xác thực tên miền. Ở developers.zalo.me, mục Xác thực domain, nhập ${url}. Zalo cho một thẻ meta và một tệp zalo_verifier….html.`,
    en: `1. Domain. At developers.zalo.me, “Xác thực domain”, enter ${url}. Zalo gives a meta line and a file zalo_verifier….html.`,
  });
  const pasted = await setting(
    session,
    "ZALO_OA_VERIFY",
    {
      vi: "Dán thẻ meta hoặc tên tệp (đã xác thực rồi thì Enter)",
      en: "Paste the meta line or the file's name (Enter if it is verified already)",
    },
    { optional: true },
  );
  if (pasted === "") return;
  session.save({ ZALO_OA_VERIFY: verificationIn(pasted) });
  await until(session, {
    vi: `   Đã ghi. Khởi động lại máy chủ ở cửa sổ khác, mở thử ${url}/zalo_verifier${verificationIn(pasted)}.html, rồi bấm Xác thực ở Zalo (có nơi nói Zalo mất tới 72 giờ). Xong thì gõ Enter`,
    en: `   Written. Restart the server in another window, open ${url}/zalo_verifier${verificationIn(pasted)}.html, then press Verify at Zalo (some say it may take 72 hours). Then press Enter`,
  });
};

/** The owner's consent, looked for after each Enter; three looks, for the first often comes too early. */
const consent = async (
  session: SetUpSession,
  deps: ZaloDeps,
  connection: Connection,
  callback: string,
): Promise<boolean> => {
  if ((await tokenState(deps, connection)).state === "good") {
    say(session, { vi: "6. OA đã được nối, còn gửi được tin.", en: "6. The OA is connected already." });
    return true;
  }
  const link = await consentLink(deps, connection, callback);
  if (!link.ok) {
    say(session, { vi: `  ✗ ${link.fault.cause}`, en: `  ✗ ${link.fault.cause}` });
    return false;
  }
  say(
    session,
    {
      vi: "6. Đưa đường dẫn này cho quản trị OA mở và bấm đồng ý (dùng một lần, trong 24 giờ):",
      en: "6. The OA's administrator opens this and agrees (works once, for 24 hours):",
    },
    { vi: `   ${link.value}`, en: `   ${link.value}` },
  );
  for (let look = 0; look < 3; look++) {
    await until(session, {
      vi: "   Thấy trang “Đã nối lại Zalo Official Account” thì gõ Enter",
      en: "   When the page says “Đã nối lại Zalo Official Account” press Enter",
    });
    const { state } = await tokenState(deps, connection);
    if (state === "good" || state === "soon") {
      say(session, { vi: "  ✓ Đã nối.", en: "  ✓ Connected." });
      return true;
    }
    say(session, {
      vi: "  ! Máy chưa nhận được quyền. Trang Zalo báo -14003: Callback URL sai một chữ. Báo -14002: ứng dụng chưa bật hoặc chưa liên kết OA. Trang của xã báo “Chưa nối được”: máy chủ chưa khởi động lại, hoặc khóa bí mật sai.",
      en: "  ! Nothing came. -14003 on Zalo's page: a letter of the Callback URL is wrong. -14002: the app is off or not linked. “Chưa nối được” on ours: the server was not restarted, or the secret is wrong.",
    });
  }
  return false;
};

const appSaid = (tried: Awaited<ReturnType<typeof triedApp>>): Bilingual | null =>
  tried.kind === "app"
    ? {
        vi: `Zalo không nhận cặp ID và khóa này (${tried.reason}). Chép lại khóa bí mật ở mục Cài đặt của ứng dụng; khóa của OA (mục Webhook) là khóa khác.`,
        en: `Zalo refuses this id and secret (${tried.reason}). Copy the secret from the app's settings; the OA's key (Webhook) is another one.`,
      }
    : tried.kind === "later"
      ? {
          vi: `Chưa hỏi được Zalo (${tried.reason}). Xem máy này có ra được Internet không, rồi gõ lại.`,
          en: `Zalo could not be asked (${tried.reason}). See whether this machine reaches the Internet, then type it again.`,
        }
      : null;

const items = (language: Language): string => menu.map((m) => `${m.label[language]} → ${m.sends}`).join("; ");
