import { z } from "zod";
import { fault } from "../../errors.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import { dayLabel, monthOf, timeLabel } from "../../kit/vietnam-time.ts";
import type { Connection } from "../channel.ts";
import type { Probed } from "../definition.ts";
import { type Answer, api } from "./api.ts";
import { meaningOf } from "./codes.ts";
import type { Learnt, RefusedButtons, Spent, ZaloStore } from "./deps.ts";
import { paths } from "./endpoint.ts";
import { restingShapes } from "./refused-buttons.ts";
import { bodyOf } from "./render.ts";
import { settingsOf } from "./settings.ts";
import { type TokenState, tokenState } from "./token-state.ts";
import type { TokenDeps, Tokens } from "./tokens.ts";

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

export type ProbeDeps = TokenDeps & ZaloStore & { readonly held: Tokens };

/**
 * Asks Zalo who we are and looks at what was learnt from its webhooks. With `to` (a user id of somebody who wrote to the
 * OA lately) it sends two messages, which shows the send address and the buttons.
 */
export const probe = async (deps: ProbeDeps, connection: Connection, to?: string): Promise<Result<Probe>> => {
  const { held } = deps;
  const settings = settingsOf(connection);
  if (!settings) return fail(fault("CONFIG_INVALID", "ZALO_OA_APP_ID, ZALO_OA_APP_SECRET"));
  await held.adopt(connection);
  const token = await held.current(connection);
  const stand = await tokenState(deps, connection);
  const timeoutMs = deps.timeoutMs ?? 20_000;
  const who = token.ok
    ? await api(settings.apiRoot, "/v2.0/oa/getoa", token.value, { method: "GET", timeoutMs })
    : null;
  const oa = who?.kind === "done" ? Oa.parse(who.data) : null;
  const say = async (message: object): Promise<Tried | null> => {
    if (!token.ok || to === undefined) return null;
    const { endpoint } = deps.learnt.read(connection.id);
    const answer = await api(settings.apiRoot, paths[endpoint], token.value, {
      method: "POST",
      data: { recipient: { user_id: to }, message },
      timeoutMs,
    });
    const says = wordOf(answer);
    return {
      done: answer.kind === "done",
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
    tokenLine(stand, token.ok ? null : token.fault.cause),
    ...(who
      ? [
          oa
            ? oaLine(oa)
            : {
                vi: `Không hỏi được thông tin OA: ${wordOf(who).vi}.`,
                en: `The OA could not be asked for: ${wordOf(who).en}.`,
              },
        ]
      : []),
    ...(oa?.oa_type === "4"
      ? [
          {
            vi: "OA cơ quan nhà nước: nếu Zalo từ chối địa chỉ gửi mới (-235), hệ thống tự chuyển sang địa chỉ cũ và ghi nhớ.",
            en: "An OA of the state: where Zalo refuses the new send address (-235), the old one is taken and remembered.",
          },
        ]
      : []),
    signatureLine(learnt),
    sent === null
      ? {
          vi: `Địa chỉ gửi tin: ${paths[learnt.endpoint]} (chưa thử gửi; thêm mã người dùng của một người vừa nhắn cho OA để thử).`,
          en: `Send address: ${paths[learnt.endpoint]} (not tried; add the user id of somebody who just wrote to the OA).`,
        }
      : {
          vi: `Địa chỉ gửi tin: ${paths[learnt.endpoint]}, thử gửi: ${sent.says.vi}.`,
          en: `Send address: ${paths[learnt.endpoint]}, tried: ${sent.says.en}.`,
        },
    buttonsLine(buttons, learnt.buttonsRefused, settings.buttons, deps.now()),
    {
      vi: `Tháng này: ${month.free} tin miễn phí, ${month.billed} tin tính tiền (${settings.paid === "yes" ? `tối đa ${settings.monthlyBudget}` : "không cho gửi tin tính tiền"}).`,
      en: `This month: ${month.free} messages free, ${month.billed} billed (${settings.paid === "yes" ? `at most ${settings.monthlyBudget}` : "billed ones are not allowed"}).`,
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
type Tried = { readonly done: boolean; readonly says: Bilingual };

const wordOf = (answer: Answer): Bilingual => {
  if (answer.kind === "done") return { vi: "được", en: "done" };
  if (answer.kind !== "refused") return { vi: answer.reason, en: answer.reason };
  const { vi, en } = meaningOf(answer.code).says;
  return { vi: `${vi} (${answer.code})`, en: `${en} (${answer.code})` };
};

const tokenLine = (stand: TokenState, cause: string | null): Bilingual =>
  stand.text ??
  (cause === null
    ? {
        vi: `Token: dùng được, quyền còn ${stand.days} ngày.`,
        en: `Token: works, authorised for another ${stand.days} days.`,
      }
    : { vi: `Token: chưa dùng được (${cause}).`, en: `Token: does not work yet (${cause}).` });

const oaLine = (oa: z.output<typeof Oa>): Bilingual => {
  const until = oa.package_valid_through_date;
  const type = kinds[oa.oa_type ?? ""] ?? { vi: oa.oa_type ?? "không rõ", en: oa.oa_type ?? "unknown" };
  const [vi, en] =
    oa.is_verified === false
      ? ["; CHƯA xác thực, hãy xác thực OA trước", "; NOT verified, verify the OA first"]
      : ["", ""];
  return {
    vi: `OA: ${oa.name ?? "không rõ tên"}, loại ${type.vi}, gói ${oa.package_name ?? "không rõ"}${until ? ` đến ${until}` : ""}${vi}.`,
    en: `OA: ${oa.name ?? "without a name"}, type ${type.en}, plan ${oa.package_name ?? "unknown"}${until ? ` until ${until}` : ""}${en}.`,
  };
};

const kinds: Readonly<Record<string, Bilingual>> = {
  2: { vi: "doanh nghiệp", en: "business" },
  4: { vi: "cơ quan nhà nước", en: "state agency" },
};

const signatureLine = ({ signature, signatureWrong }: Learnt): Bilingual => {
  if (signature !== null)
    return {
      vi: `Chữ ký webhook: khớp theo cách “${signature}”${signatureWrong > 0 ? `; ${signatureWrong} lần không khớp` : ""}.`,
      en: `Signature of the webhook: holds, the “${signature}” way${signatureWrong > 0 ? `; ${signatureWrong} did not hold` : ""}.`,
    };
  return signatureWrong > 0
    ? {
        vi: `Chữ ký webhook: ${signatureWrong} lần không khớp. Kiểm tra ZALO_OA_SECRET_KEY (khóa bí mật OA trong mục Webhook) và ZALO_OA_APP_SECRET.`,
        en: `Signature of the webhook: ${signatureWrong} did not hold. Check ZALO_OA_SECRET_KEY (the OA's secret key on the Webhook page) and ZALO_OA_APP_SECRET.`,
      }
    : {
        vi: "Chữ ký webhook: chưa nhận được sự kiện nào. Hãy nhắn một tin cho OA rồi chạy lại lệnh này.",
        en: "Signature of the webhook: no event has come yet. Write to the OA, then run this again.",
      };
};

const buttonsLine = (tried: Tried | null, refused: RefusedButtons, setting: string, now: number): Bilingual => {
  const resting = restingShapes(refused, now);
  if (resting.length > 0) {
    const at = (until: number) => `${timeLabel(until)} ${dayLabel(until)}`;
    const vi = resting.map(({ shape, until }) => `loại “${shape}” (tự thử lại lúc ${at(until)})`).join(", ");
    const en = resting.map(({ shape, until }) => `“${shape}” (tried again at ${at(until)})`).join(", ");
    return {
      vi: `Nút bấm: Zalo từ chối ${vi}; trong lúc đó tin loại này viết số thay nút, các tin khác vẫn có nút. Muốn thử ngay: chạy lại lệnh này kèm mã người dùng của một người vừa nhắn cho OA.`,
      en: `Buttons: Zalo refuses ${en}; until then such messages have numbers instead, all others keep their buttons. To try at once: run this again with the user id of somebody who just wrote to the OA.`,
    };
  }
  const how = hows[setting] ?? hows.both;
  return tried === null
    ? { vi: `Nút bấm: đang ${how.vi}.`, en: `Buttons: ${how.en}.` }
    : {
        vi: `Nút bấm: đang ${how.vi}; thử gửi: ${tried.says.vi}. Nếu máy người nhận không thấy nút, đặt ZALO_OA_BUTTONS=none; nếu thấy, có thể đặt only.`,
        en: `Buttons: ${how.en}; tried: ${tried.says.en}. If the phone shows none, set ZALO_OA_BUTTONS=none; if it does, only may be set.`,
      };
};

const hows: Readonly<Record<string, Bilingual>> & { readonly both: Bilingual } = {
  both: { vi: "vừa có nút vừa viết số", en: "with numbers written out as well" },
  only: { vi: "chỉ có nút", en: "without numbers" },
  none: { vi: "chỉ viết số", en: "none, numbers alone" },
};
