import { z } from "zod";
import { fault } from "../../errors.ts";
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
  if (!settings) return fail(fault("CONFIG_INVALID", "cần ZALO_OA_APP_ID và ZALO_OA_APP_SECRET"));
  await held.adopt(connection);
  const token = await held.current(connection);
  const stand = await tokenState(deps, connection);
  const timeoutMs = deps.timeoutMs ?? 20_000;
  const who = token.ok
    ? await api(settings.apiRoot, "/v2.0/oa/getoa", token.value, { method: "GET", timeoutMs })
    : null;
  const oa = who?.kind === "done" ? Oa.parse(who.data) : null;
  const say = async (message: object): Promise<string | null> => {
    if (!token.ok || to === undefined) return null;
    const { endpoint } = deps.learnt.read(connection.id);
    const tried = async (path: string) =>
      wordOf(
        await api(settings.apiRoot, path, token.value, {
          method: "POST",
          data: { recipient: { user_id: to }, message },
          timeoutMs,
        }),
      );
    const at = await tried(paths[endpoint]);
    return `${endpoint}: ${at}`;
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
  if (buttons?.endsWith(wordOf(DONE))) deps.learnt.note(connection.id, { buttonsRefused: {} });
  const learnt = deps.learnt.read(connection.id);
  const month = await deps.money.spent(connection.id, monthOf(deps.now()));
  const lines = [
    tokenLine(stand, token.ok ? null : token.fault.cause),
    ...(who ? [oa ? oaLine(oa) : `Không hỏi được thông tin OA: ${wordOf(who)}.`] : []),
    ...(oa?.oa_type === "4"
      ? ["OA cơ quan nhà nước: nếu Zalo từ chối địa chỉ gửi mới (-235), hệ thống tự chuyển sang địa chỉ cũ và ghi nhớ."]
      : []),
    signatureLine(learnt),
    `Địa chỉ gửi tin: ${paths[learnt.endpoint]}${sent === null ? " (chưa thử gửi; thêm mã người dùng của một người vừa nhắn cho OA để thử)" : `, thử gửi: ${sent}`}.`,
    buttonsLine(buttons, learnt.buttonsRefused, settings.buttons, deps.now()),
    `Tháng này: ${month.free} tin miễn phí, ${month.billed} tin tính tiền${settings.paid === "yes" ? ` (tối đa ${settings.monthlyBudget})` : " (không cho gửi tin tính tiền)"}.`,
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
      sent,
      buttons,
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

const DONE: Answer = { kind: "done", data: {} };
const wordOf = (answer: Answer): string =>
  answer.kind === "done"
    ? "được"
    : answer.kind === "refused"
      ? `${answer.code} ${meaningOf(answer.code).says}`
      : answer.reason;

const tokenLine = (stand: TokenState, cause: string | null): string =>
  stand.text?.vi ??
  (cause === null ? `Token: dùng được, quyền còn ${stand.days} ngày.` : `Token: chưa dùng được (${cause}).`);

const oaLine = (oa: z.output<typeof Oa>): string =>
  `OA: ${oa.name ?? "không rõ tên"}, loại ${oa.oa_type === "4" ? "cơ quan nhà nước" : oa.oa_type === "2" ? "doanh nghiệp" : (oa.oa_type ?? "không rõ")}, gói ${oa.package_name ?? "không rõ"}${oa.package_valid_through_date ? ` đến ${oa.package_valid_through_date}` : ""}${oa.is_verified === false ? "; CHƯA xác thực, hãy xác thực OA trước" : ""}.`;

const signatureLine = ({ signature, signatureWrong }: Learnt): string => {
  if (signature !== null)
    return `Chữ ký webhook: khớp theo cách “${signature}”${signatureWrong > 0 ? `; ${signatureWrong} lần không khớp` : ""}.`;
  return signatureWrong > 0
    ? `Chữ ký webhook: ${signatureWrong} lần không khớp. Kiểm tra ZALO_OA_SECRET_KEY (khóa bí mật OA trong mục Webhook) và ZALO_OA_APP_SECRET.`
    : "Chữ ký webhook: chưa nhận được sự kiện nào. Hãy nhắn một tin cho OA rồi chạy lại lệnh này.";
};

const buttonsLine = (tried: string | null, refused: RefusedButtons, setting: string, now: number): string => {
  const resting = restingShapes(refused, now);
  if (resting.length > 0)
    return `Nút bấm: Zalo từ chối ${resting
      .map(({ shape, until }) => `loại “${shape}” (tự thử lại lúc ${timeLabel(until)} ngày ${dayLabel(until)})`)
      .join(
        ", ",
      )}; trong lúc đó tin loại này viết số thay nút, các tin khác vẫn có nút. Muốn thử ngay: chạy lại lệnh này kèm mã người dùng của một người vừa nhắn cho OA.`;
  const how = setting === "both" ? "vừa có nút vừa viết số" : setting === "only" ? "chỉ có nút" : "chỉ viết số";
  return `Nút bấm: đang ${how}${tried === null ? "" : `; thử gửi: ${tried}. Nếu máy người nhận không thấy nút, đặt ZALO_OA_BUTTONS=none; nếu thấy, có thể đặt only`}.`;
};
