import { z } from "zod";
import { fault } from "../../errors.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import { dayLabel, monthOf, timeLabel } from "../../kit/vietnam-time.ts";
import type { Connection } from "../channel.ts";
import type { Probed } from "../definition.ts";
import { type Answer, api } from "./api.ts";
import { meaningOf } from "./codes.ts";
import { cureOf } from "./cure-of.ts";
import type { Learnt, RefusedButtons, Spent, ZaloDeps, ZaloStore } from "./deps.ts";
import { paths } from "./endpoint.ts";
import { restingShapes } from "./refused-buttons.ts";
import { bodyOf } from "./render.ts";
import { settingsOf } from "./settings.ts";
import { type TokenState, tokenState } from "./token-state.ts";

/** What a commune's technician must know after entering the credentials. `sent`/`buttons` are null when nobody was named to send to. */
export type Probe = Probed & { readonly found: Found };

type Found = {
  readonly token: TokenState["state"];
  readonly oa: {
    readonly id: string | null;
    readonly name: string | null;
    readonly type: string | null;
    readonly plan: string | null;
    readonly until: string | null;
    readonly verified: boolean | null;
  } | null;
  readonly endpoint: Learnt["endpoint"];
  readonly signature: string | null;
  readonly signatureWrong: number;
  readonly sent: string | null;
  readonly buttons: string | null;
  readonly month: Spent;
};

export type ProbeDeps = ZaloStore & Pick<ZaloDeps, "now" | "timeoutMs">;

/**
 * Asks Zalo who we are and looks at what was learnt from its webhooks. With `to` (a user id of somebody who wrote to the
 * OA lately) it sends two messages, which shows the send address and the buttons. It takes no pair of the settings over
 * and renews none: a probe may be run in a folder that is not the server's, where a renewal would spend the server's.
 */
export const probe = async (deps: ProbeDeps, connection: Connection, to?: string): Promise<Result<Probe>> => {
  const settings = settingsOf(connection);
  if (!settings) return fail(fault("CONFIG_INVALID", "ZALO_OA_APP_ID, ZALO_OA_APP_SECRET"));
  const kept = await deps.tokens.read(connection.id);
  const token = kept && kept.accessUntil > deps.now() ? kept.access : null;
  const stand = await tokenState(deps, connection);
  const timeoutMs = deps.timeoutMs ?? 20_000;
  const who =
    token === null ? null : await api(settings.apiRoot, "/v2.0/oa/getoa", token, { method: "GET", timeoutMs });
  const oa = who?.kind === "done" ? Oa.parse(who.data) : null;
  const say = async (message: object): Promise<Tried | null> => {
    if (token === null || to === undefined) return null;
    const { endpoint } = deps.learnt.read(connection.id);
    const answer = await api(settings.apiRoot, paths[endpoint], token, {
      method: "POST",
      data: { recipient: { user_id: to }, message },
      timeoutMs,
    });
    const says = wordOf(answer);
    return {
      done: answer.kind === "done",
      cure: cureOf(answer),
      says: { vi: `${endpoint}: ${says.vi}`, en: `${endpoint}: ${says.en}` },
    };
  };
  const sent = await say({ text: "Tin thử: kênh Zalo đã gửi được." });
  const buttons = await say(
    bodyOf(
      {
        text: "Tin thử: dưới tin này có nút “Thử nút” không?",
        buttons: [{ title: "Thử nút", type: "oa.query.hide", payload: "menu" }],
        plain: "",
      },
      null,
      false,
    ),
  );
  // Buttons that went through just now need not wait for their day.
  if (buttons?.done) deps.learnt.note(connection.id, { buttonsRefused: {} });
  const learnt = deps.learnt.read(connection.id);
  const month = await deps.money.spent(connection.id, monthOf(deps.now()));
  const lines = [
    tokenLine(stand, token !== null),
    ...(kept === null && settings.refreshToken ? [notTaken] : []),
    ...(who
      ? [
          oa
            ? oaLine(oa)
            : {
                vi: `không hỏi được thông tin OA: ${wordOf(who).vi}.${behind(cureOf(who)).vi}`,
                en: `the OA could not be asked for: ${wordOf(who).en}.${behind(cureOf(who)).en}`,
              },
        ]
      : []),
    ...(oa?.oa_type === "4"
      ? [
          {
            vi: "OA cơ quan nhà nước: nếu Zalo từ chối địa chỉ gửi mới (-235), máy tự chuyển sang địa chỉ cũ và ghi nhớ.",
            en: "An OA of the state: where Zalo refuses the new send address (-235), the old one is taken and remembered.",
          },
        ]
      : []),
    signatureLine(learnt),
    sent === null
      ? {
          vi: `địa chỉ gửi tin ${paths[learnt.endpoint]} (chưa thử gửi; thêm mã người dùng của một người vừa nhắn cho OA để thử).`,
          en: `send address ${paths[learnt.endpoint]} (not tried; add the user id of somebody who just wrote to the OA).`,
        }
      : {
          vi: `địa chỉ gửi tin ${paths[learnt.endpoint]}, thử gửi: ${sent.says.vi}.${behind(sent.cure).vi}`,
          en: `send address ${paths[learnt.endpoint]}, tried: ${sent.says.en}.${behind(sent.cure).en}`,
        },
    buttonsLine(buttons, learnt.buttonsRefused, settings.buttons, deps.now()),
    {
      vi: `tháng này: ${month.free} tin miễn phí, ${month.billed} tin tính tiền (${settings.paid === "yes" ? `tối đa ${settings.monthlyBudget}` : "không cho gửi tin tính tiền"}).`,
      en: `this month: ${month.free} messages free, ${month.billed} billed (${settings.paid === "yes" ? `at most ${settings.monthlyBudget}` : "billed ones are not allowed"}).`,
    },
  ];
  return ok({
    stands: oa !== null && (stand.state === "good" || stand.state === "soon"),
    found: {
      token: stand.state,
      oa: oa && {
        id: oa.oaid ?? oa.oa_id,
        name: oa.name,
        type: oa.oa_type,
        plan: oa.package_name,
        until: oa.package_valid_through_date,
        verified: oa.is_verified,
      },
      endpoint: learnt.endpoint,
      signature: learnt.signature,
      signatureWrong: learnt.signatureWrong,
      sent: sent?.says.en ?? null,
      buttons: buttons?.says.en ?? null,
      month,
    },
    lines,
  });
};

const words = z.union([z.string(), z.number()]).transform(String).nullable().catch(null);
/** Two copies of the documentation name the id differently. */
const Oa = z.object({
  oaid: words,
  oa_id: words,
  name: words,
  oa_type: words,
  package_name: words,
  package_valid_through_date: words,
  is_verified: z.boolean().nullable().catch(null),
});

/** What came of a try to send. */
type Tried = { readonly done: boolean; readonly says: Bilingual; readonly cure: Bilingual | null };

const behind = (cure: Bilingual | null): Bilingual =>
  cure ? { vi: ` ${cure.vi}`, en: ` ${cure.en}` } : { vi: "", en: "" };

const wordOf = (answer: Answer): Bilingual => {
  if (answer.kind === "done") return { vi: "được", en: "done" };
  if (answer.kind !== "refused") return { vi: answer.reason, en: answer.reason };
  const { vi, en } = meaningOf(answer.code).says;
  return { vi: `${vi} (${answer.code})`, en: `${en} (${answer.code})` };
};

const tokenLine = (stand: TokenState, lives: boolean): Bilingual =>
  stand.text ??
  (lives
    ? {
        vi: `quyền gửi tin: dùng được, còn ${stand.days} ngày.`,
        en: `authorisation: works, for another ${stand.days} days.`,
      }
    : {
        vi: `quyền gửi tin: còn ${stand.days} ngày, nhưng token đã hết giờ và lệnh này không đổi token. Máy chủ tự đổi khi chạy: khởi động máy chủ, chờ một phút, rồi chạy lại lệnh này.`,
        en: `authorisation: another ${stand.days} days, but the access token has ended and this command renews none. The server does when it runs: start it, wait a minute, then run this again.`,
      });

const notTaken: Bilingual = {
  vi: "ZALO_OA_REFRESH_TOKEN có trong thiết lập, nhưng thư mục dữ liệu này chưa nhận nó; lệnh này không nhận thay. Máy chủ chưa chạy: khởi động máy chủ. Máy chủ đang chạy: lệnh đang xem thư mục dữ liệu khác, hãy thêm --env và tệp thiết lập của máy chủ.",
  en: "ZALO_OA_REFRESH_TOKEN is set, but this data folder has not taken it, and this command does not. If the server is not running, start it. If it is, this command looks into another data folder: add --env and the server's settings file.",
};

const oaLine = (oa: z.output<typeof Oa>): Bilingual => {
  const until = oa.package_valid_through_date;
  const type = kinds[oa.oa_type ?? ""] ?? { vi: oa.oa_type ?? "không rõ", en: oa.oa_type ?? "unknown" };
  const [vi, en] =
    oa.is_verified === false
      ? ["; CHƯA xác thực, hãy xác thực OA trước", "; NOT verified, verify the OA first"]
      : ["", ""];
  return {
    vi: `OA “${oa.name ?? "không rõ tên"}”, loại ${type.vi}, gói ${oa.package_name ?? "không rõ"}${until ? ` đến ${until}` : ""}${vi}.`,
    en: `OA “${oa.name ?? "without a name"}”, type ${type.en}, plan ${oa.package_name ?? "unknown"}${until ? ` until ${until}` : ""}${en}.`,
  };
};

const kinds: Readonly<Record<string, Bilingual>> = {
  2: { vi: "doanh nghiệp", en: "business" },
  4: { vi: "cơ quan nhà nước", en: "state agency" },
};

const signatureLine = ({ signature, signatureWrong }: Learnt): Bilingual => {
  if (signature !== null)
    return {
      vi: `chữ ký webhook: khớp theo cách “${signature}”${signatureWrong > 0 ? `; ${signatureWrong} lần không khớp` : ""}.`,
      en: `signature of the webhook: holds, the “${signature}” way${signatureWrong > 0 ? `; ${signatureWrong} did not hold` : ""}.`,
    };
  return signatureWrong > 0
    ? {
        vi: `chữ ký webhook: ${signatureWrong} lần không khớp. Kiểm tra ZALO_OA_SECRET_KEY (khóa bí mật OA trong mục Webhook) và ZALO_OA_APP_SECRET.`,
        en: `signature of the webhook: ${signatureWrong} did not hold. Check ZALO_OA_SECRET_KEY (the OA's secret key on the Webhook page) and ZALO_OA_APP_SECRET.`,
      }
    : {
        vi: "chữ ký webhook: chưa nhận được sự kiện nào. Nhắn một tin cho OA rồi chạy lại lệnh này.",
        en: "signature of the webhook: no event has come yet. Write to the OA, then run this again.",
      };
};

const buttonsLine = (tried: Tried | null, refused: RefusedButtons, setting: string, now: number): Bilingual => {
  const resting = restingShapes(refused, now);
  if (resting.length > 0) {
    const at = (until: number) => `${timeLabel(until)} ${dayLabel(until)}`;
    const vi = resting.map(({ shape, until }) => `loại “${shape}” (tự thử lại lúc ${at(until)})`).join(", ");
    const en = resting.map(({ shape, until }) => `“${shape}” (tried again at ${at(until)})`).join(", ");
    return {
      vi: `nút bấm: Zalo từ chối ${vi}; trong lúc đó tin loại này viết số thay nút, các tin khác vẫn có nút. Muốn thử ngay: chạy lại lệnh này kèm mã người dùng của một người vừa nhắn cho OA.`,
      en: `buttons: Zalo refuses ${en}; until then such messages have numbers instead, all others keep their buttons. To try at once: run this again with the user id of somebody who just wrote to the OA.`,
    };
  }
  const how = hows[setting] ?? hows.both;
  return tried === null
    ? { vi: `nút bấm: đang ${how.vi}.`, en: `buttons: ${how.en}.` }
    : {
        vi: `nút bấm: đang ${how.vi}; thử gửi: ${tried.says.vi}.${behind(tried.cure).vi} Nếu máy người nhận không thấy nút, đặt ZALO_OA_BUTTONS=none; nếu thấy, có thể đặt only.`,
        en: `buttons: ${how.en}; tried: ${tried.says.en}.${behind(tried.cure).en} If the phone shows none, set ZALO_OA_BUTTONS=none; if it does, only may be set.`,
      };
};

const hows: Readonly<Record<string, Bilingual>> & { readonly both: Bilingual } = {
  both: { vi: "vừa có nút vừa viết số", en: "with numbers written out as well" },
  only: { vi: "chỉ có nút", en: "without numbers" },
  none: { vi: "chỉ viết số", en: "none, numbers alone" },
};
