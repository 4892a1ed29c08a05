import type { ComponentChildren } from "preact";
import type { Language } from "../../kit/bilingual.ts";
import type { Staff } from "../../store/ports/staff.ts";
import { Field } from "../../ui/form.tsx";
import { Mark } from "../../ui/icon.tsx";
import { table } from "../../ui/words.ts";
import type { DeskDeps } from "../deps.ts";
import { Html } from "../layout.tsx";

type Common = { deps: DeskDeps; language: Language };

/** The way in. */
export const LoginPage = ({
  deps,
  language,
  csrf,
  failed,
}: Common & { csrf: string; failed: "wrong" | "wait" | "stale" | null }) => {
  const w = words(language);
  return (
    <Gate deps={deps} language={language} title={w.login}>
      {failed && (
        <p class="flash bad" role="alert">
          {w.failed[failed]}
        </p>
      )}
      <form method="post" action="/desk/dang-nhap" class="f">
        <input type="hidden" name="csrf" value={csrf} />
        <Field label={w.name} name="login" required max={60} />
        <Field label={w.password} name="password" type="password" required max={200} />
        <button class="btn main" type="submit">
          {w.login}
        </button>
      </form>
      <p class="note">{w.lost}</p>
    </Gate>
  );
};

/** Where a one-time link leads: choose a password. */
export const PasswordPage = ({
  deps,
  language,
  staff,
  csrf,
  failed,
}: Common & { staff: Staff; csrf: string; failed: boolean }) => {
  const w = words(language);
  return (
    <Gate deps={deps} language={language} title={w.choose}>
      <p>{w.hello(staff.name, staff.login)}</p>
      {failed && (
        <p class="flash bad" role="alert">
          {w.mismatch}
        </p>
      )}
      <form method="post" class="f">
        <input type="hidden" name="csrf" value={csrf} />
        <Field label={w.password} name="password" type="password" required max={200} hint={w.rule} />
        <Field label={w.again} name="again" type="password" required max={200} />
        <button class="btn main" type="submit">
          {w.set}
        </button>
      </form>
    </Gate>
  );
};

/** A link that was used or is too old. */
export const SpentPage = ({ deps, language }: Common) => (
  <Gate deps={deps} language={language} title={words(language).spent}>
    <p>{words(language).spentWhy}</p>
    <p>
      <a class="btn" href="/desk/dang-nhap">
        {words(language).login}
      </a>
    </p>
  </Gate>
);

/** A page for somebody who may not see this one. */
export const RefusedPage = ({ deps, language, why }: Common & { why: "role" | "stale" | "missing" }) => (
  <Gate deps={deps} language={language} title={words(language).refused[why]}>
    <p>
      <a class="btn" href="/desk">
        {words(language).back}
      </a>
    </p>
  </Gate>
);

const Gate = ({ deps, language, title, children }: Common & { title: string; children: ComponentChildren }) => (
  <Html language={language} title={title} styles={deps.styles.desk}>
    <main class="gate">
      <div class="brand">
        <Mark />
        <span>Bình dân học vụ số</span>
      </div>
      <h1>{title}</h1>
      {children}
      <p class="note">
        <a href={`/desk/ngon-ngu/${language === "vi" ? "en" : "vi"}`}>{language === "vi" ? "English" : "Tiếng Việt"}</a>
      </p>
    </main>
  </Html>
);

const words = table(
  {
    login: "Đăng nhập",
    name: "Tên đăng nhập",
    password: "Mật khẩu",
    again: "Gõ lại mật khẩu",
    lost: "Quên mật khẩu thì xin người quản trị của xã một đường dẫn mới.",
    failed: {
      wrong: "Tên đăng nhập hoặc mật khẩu chưa đúng.",
      wait: "Thử sai nhiều lần quá. Đợi 15 phút rồi thử lại.",
      stale: "Trang để lâu quá. Gõ lại rồi đăng nhập.",
    },
    choose: "Đặt mật khẩu",
    hello: (name: string, login: string) =>
      `Chào ${name}. Tên đăng nhập là “${login}”. Đường dẫn này chỉ dùng được một lần.`,
    mismatch: "Hai lần gõ chưa khớp, hoặc mật khẩu ngắn hơn 10 ký tự.",
    rule: "Từ 10 ký tự. Một câu dễ nhớ thì chắc hơn một từ khó.",
    set: "Đặt mật khẩu rồi vào",
    spent: "Đường dẫn không còn dùng được",
    spentWhy:
      "Nó đã dùng một lần hoặc đã quá 24 giờ. Xin người quản trị đường dẫn mới; lần đầu cài đặt thì khởi động lại máy chủ để lấy đường dẫn mới.",
    refused: {
      role: "Tài khoản này không làm được việc ấy",
      stale: "Trang để lâu quá, chưa lưu gì. Mở lại rồi làm lần nữa",
      missing: "Không có trang này",
    },
    back: "Về trang đầu",
  },
  {
    login: "Log in",
    name: "Login",
    password: "Password",
    again: "Password again",
    lost: "Forgot it? Ask the commune's administrator for a new link.",
    failed: {
      wrong: "Login or password is wrong.",
      wait: "Too many wrong attempts. Wait 15 minutes.",
      stale: "The page was open too long. Please log in again.",
    },
    choose: "Choose a password",
    hello: (name, login) => `Hello ${name}. Your login is “${login}”. This link works once.`,
    mismatch: "The two do not match, or the password is shorter than 10 characters.",
    rule: "At least 10 characters. A sentence is stronger than a hard word.",
    set: "Set it and enter",
    spent: "This link no longer works",
    spentWhy:
      "It was used once or is older than 24 hours. Ask the administrator for a new one; on first set-up, restart the server to get one.",
    refused: {
      role: "This account may not do that",
      stale: "The page was open too long and nothing was saved. Open it again",
      missing: "No such page",
    },
    back: "To the first page",
  },
);
