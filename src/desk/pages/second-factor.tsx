import type { Language } from "../../kit/bilingual.ts";
import type { Staff } from "../../store/ports/staff.ts";
import { Field } from "../../ui/form.tsx";
import { Qr } from "../../ui/qr.tsx";
import type { QrPath } from "../../ui/qr-path.ts";
import { table } from "../../ui/words.ts";
import type { DeskDeps } from "../deps.ts";
import { mustHaveSecondFactor } from "../may.ts";
import { Gate } from "./login.tsx";

type Common = { deps: DeskDeps; language: Language };

/** The second step of signing in: the six digits of the authenticator, or a recovery code. */
export const CodePage = ({
  deps,
  language,
  csrf,
  failed,
}: Common & { csrf: string; failed: "wrong" | { readonly seconds: number } | null }) => {
  const w = words(language);
  return (
    <Gate deps={deps} language={language} title={w.code}>
      {failed && (
        <p class="flash bad" role="alert">
          {failed === "wrong" ? w.wrong : w.wait(failed.seconds)}
        </p>
      )}
      <form method="post" action="/desk/ma" class="f">
        <input type="hidden" name="csrf" value={csrf} />
        <Field label={w.field} name="code" required max={40} hint={w.fieldHint} complete="one-time-code" />
        <button class="btn main" type="submit">
          {w.enter}
        </button>
      </form>
      <p class="note">{w.lost}</p>
      <Out csrf={csrf} says={w.out} />
    </Gate>
  );
};

/** Sets up the authenticator. Administrators come by here before anything else. */
export const SetUpPage = ({
  deps,
  language,
  csrf,
  secret,
  drawn,
  failed,
  staff,
}: Common & { csrf: string; secret: string; drawn: QrPath; failed: boolean; staff: Staff }) => {
  const w = words(language);
  return (
    <Gate deps={deps} language={language} title={w.setUp}>
      <p>{mustHaveSecondFactor(staff.role) ? w.whyAdmin : w.why}</p>
      {failed && (
        <p class="flash bad" role="alert">
          {w.wrongFirst}
        </p>
      )}
      <ol class="steps">
        <li>{w.step1}</li>
        <li>
          {w.step2}
          <Qr drawn={drawn} label={w.qr} />
          <span class="note">{w.byHand}</span>
          <b class="link">{secret.replace(/(.{4})(?=.)/g, "$1 ")}</b>
        </li>
        <li>{w.step3}</li>
      </ol>
      <form method="post" action="/desk/ma-moi" class="f">
        <input type="hidden" name="csrf" value={csrf} />
        <Field label={w.six} name="code" required max={10} inputmode="numeric" complete="one-time-code" />
        <button class="btn main" type="submit">
          {w.check}
        </button>
      </form>
      <Out csrf={csrf} says={w.out} />
    </Gate>
  );
};

/** The recovery codes, this once. */
export const RecoveryCodesPage = ({ deps, language, codes }: Common & { codes: readonly string[] }) => {
  const w = words(language);
  return (
    <Gate deps={deps} language={language} title={w.codes} once>
      <p>{w.codesWhy}</p>
      <CodeList codes={codes} />
      <p>
        <a class="btn main" href="/desk">
          {w.copied}
        </a>
      </p>
    </Gate>
  );
};

export const CodeList = ({ codes }: { codes: readonly string[] }) => (
  <ul class="codes">
    {codes.map((code) => (
      <li key={code}>{code}</li>
    ))}
  </ul>
);

const Out = ({ csrf, says }: { csrf: string; says: string }) => (
  <form method="post" action="/desk/dang-xuat">
    <input type="hidden" name="csrf" value={csrf} />
    <button class="btn sm" type="submit">
      {says}
    </button>
  </form>
);

const words = table(
  {
    code: "Mã hai lớp",
    field: "Mã trong ứng dụng xác thực",
    fieldHint: "6 chữ số, đổi sau mỗi 30 giây. Mất điện thoại thì gõ một mã dự phòng.",
    enter: "Vào",
    wrong: "Mã chưa đúng hoặc đã dùng rồi. Đợi ứng dụng hiện mã mới rồi gõ lại.",
    wait: (seconds: number) => `Thử nhiều lần quá. Đợi ${seconds} giây rồi thử lại.`,
    lost: "Mất điện thoại và cả mã dự phòng: nhờ một quản trị khác đặt lại mã hai lớp cho bạn.",
    out: "Thoát",
    setUp: "Bật mã hai lớp",
    whyAdmin:
      "Quản trị thêm được người và xem được mọi thứ, nên mật khẩu một mình chưa đủ. Làm một lần này, chừng 2 phút.",
    why: "Có mã hai lớp, ai biết mật khẩu của bạn cũng chưa vào được.",
    step1: "Cài một ứng dụng xác thực trên điện thoại, loại có mã 6 số đổi sau 30 giây.",
    step2: "Mở ứng dụng, chọn thêm tài khoản, quét hình này:",
    qr: "Mã QR để thêm tài khoản vào ứng dụng xác thực",
    byHand: "Không quét được thì gõ khóa này:",
    step3: "Gõ 6 số ứng dụng đang hiện:",
    six: "6 số",
    check: "Kiểm tra và bật",
    wrongFirst: "Mã chưa đúng. Xem giờ trên điện thoại có đặt tự động không, đợi mã mới rồi gõ lại.",
    codes: "Mã dự phòng",
    codesWhy:
      "Chép hoặc in các mã này, cất cùng giấy tờ quan trọng. Mỗi mã dùng được một lần, khi không có điện thoại. Trang này chỉ hiện một lần.",
    copied: "Tôi đã chép xong",
  },
  {
    code: "Second step",
    field: "Code of your authenticator",
    fieldHint: "6 digits, new every 30 seconds. Without your phone, type a recovery code.",
    enter: "Enter",
    wrong: "The code is wrong or was used already. Wait for the next one and type that.",
    wait: (seconds) => `Too many attempts. Wait ${seconds} seconds.`,
    lost: "Phone and recovery codes lost: ask another administrator to reset your second step.",
    out: "Leave",
    setUp: "Turn on the second step",
    whyAdmin: "An administrator adds people and sees everything, so a password alone is not enough. Once, two minutes.",
    why: "With a second step, whoever knows your password still cannot get in.",
    step1: "Install an authenticator on your phone: one that shows 6 digits, new every 30 seconds.",
    step2: "Open it, choose to add an account, scan this:",
    qr: "QR code that adds the account to an authenticator",
    byHand: "If you cannot scan it, type this key:",
    step3: "Type the 6 digits it shows now:",
    six: "6 digits",
    check: "Check and turn on",
    wrongFirst: "The code is wrong. See that your phone sets its clock by itself, wait for a new code and type that.",
    codes: "Recovery codes",
    codesWhy:
      "Copy or print these and keep them with your important papers. Each works once, when you have no phone. Shown only now.",
    copied: "I have copied them",
  },
);
