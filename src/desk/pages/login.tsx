import type { ComponentChildren } from "preact";
import type { Language } from "../../kit/bilingual.ts";
import type { Staff } from "../../store/ports/staff.ts";
import { Field } from "../../ui/form.tsx";
import { Mark } from "../../ui/icon.tsx";
import { table } from "../../ui/words.ts";
import type { DeskDeps } from "../deps.ts";
import { Html } from "../layout.tsx";
import { longestPassword } from "../sign-in/password.ts";

type Common = { deps: DeskDeps; language: Language };

/** The way in. */
export const LoginPage = ({
  deps,
  language,
  csrf,
  failed,
}: Common & { csrf: string; failed: "wrong" | "stale" | { readonly seconds: number } | null }) => {
  const w = words(language);
  return (
    <Gate deps={deps} language={language} title={w.login}>
      {failed && (
        <p class="flash bad" role="alert">
          {typeof failed === "string" ? w.failed[failed] : w.wait(failed.seconds)}
        </p>
      )}
      <form method="post" action="/desk/dang-nhap" class="f">
        <input type="hidden" name="csrf" value={csrf} />
        <Field label={w.name} name="login" required max={60} complete="username" />
        <Field
          label={w.password}
          name="password"
          type="password"
          required
          max={longestPassword}
          complete="current-password"
        />
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
}: Common & { staff: Staff; csrf: string; failed: "mismatch" | "short" | "guessable" | "busy" | null }) => {
  const w = words(language);
  return (
    <Gate deps={deps} language={language} title={w.choose}>
      <p>{w.hello(staff.name, staff.login)}</p>
      {failed && (
        <p class="flash bad" role="alert">
          {w.refusedPassword[failed]}
        </p>
      )}
      <form method="post" class="f">
        <input type="hidden" name="csrf" value={csrf} />
        <Field
          label={w.password}
          name="password"
          type="password"
          required
          max={longestPassword}
          hint={w.rule}
          complete="new-password"
        />
        <Field label={w.again} name="again" type="password" required max={longestPassword} complete="new-password" />
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

/** A page before the desk: the mark, the words, the other language; without that where the page is shown only once. */
export const Gate = ({
  deps,
  language,
  title,
  once = false,
  children,
}: Common & { title: string; once?: boolean; children: ComponentChildren }) => (
  <Html language={language} title={title} styles={deps.styles.desk}>
    <main class="gate">
      <div class="brand">
        <Mark />
        <span>Bình dân học vụ số</span>
      </div>
      <h1>{title}</h1>
      {children}
      {!once && (
        <p class="note">
          <a href={`/desk/ngon-ngu/${language === "vi" ? "en" : "vi"}`}>
            {language === "vi" ? "English" : "Tiếng Việt"}
          </a>
        </p>
      )}
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
      stale: "Trang để lâu quá. Gõ lại rồi đăng nhập.",
    },
    wait: (seconds: number) => `Thử sai nhiều lần quá. Đợi ${seconds} giây rồi thử lại.`,
    choose: "Đặt mật khẩu",
    hello: (name: string, login: string) =>
      `Chào ${name}. Tên đăng nhập là “${login}”. Đường dẫn này chỉ dùng được một lần.`,
    refusedPassword: {
      mismatch: "Hai lần gõ chưa khớp. Gõ lại cả hai ô.",
      short: "Mật khẩu ngắn hơn 10 ký tự.",
      guessable:
        "Mật khẩu này dễ đoán: có tên, nơi ở, năm, số điện thoại hoặc từ hay gặp. Thử ghép bốn, năm từ không liên quan.",
      busy: "Máy đang bận. Đợi vài giây rồi gửi lại.",
    },
    rule: "Từ 10 ký tự, có dấu cũng được. Một câu dễ nhớ thì chắc hơn một từ khó.",
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
      stale: "The page was open too long. Please log in again.",
    },
    wait: (seconds) => `Too many wrong attempts. Wait ${seconds} seconds.`,
    choose: "Choose a password",
    hello: (name, login) => `Hello ${name}. Your login is “${login}”. This link works once.`,
    refusedPassword: {
      mismatch: "The two do not match. Type both again.",
      short: "The password is shorter than 10 characters.",
      guessable:
        "This password is easy to guess: it has a name, a place, a year, a telephone number or a common word. Try four or five words that have nothing to do with each other.",
      busy: "The machine is busy. Wait a few seconds and send again.",
    },
    rule: "At least 10 characters, any letters. A sentence is stronger than a hard word.",
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
