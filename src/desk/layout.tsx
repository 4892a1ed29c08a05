import type { ComponentChildren } from "preact";
import { placeName } from "../communes/names.ts";
import type { Language } from "../kit/bilingual.ts";
import { lastMonths, periodAt, periodLabel } from "../kit/period.ts";
import { dayLabel } from "../kit/vietnam-time.ts";
import { Icon, Mark } from "../ui/icon.tsx";
import { table } from "../ui/words.ts";
import { Flash } from "./parts/flash.tsx";
import { href, type View } from "./view.ts";

export type Nav =
  | "overview"
  | "targets"
  | "tickets"
  | "questions"
  | "pushes"
  | "villages"
  | "figures"
  | "team"
  | "certificates"
  | "content"
  | "settings"
  | "log"
  | "account";

/** A page of the desk: board on the left, pickers on top, the page itself. */
export const Desk = (props: {
  view: View;
  at: Nav;
  title: string;
  cutoff?: number;
  sample?: boolean;
  aside?: ComponentChildren;
  children: ComponentChildren;
}) => {
  const { view, at, title, cutoff, aside, children } = props;
  const sample = view.sample || props.sample === true;
  const w = words(view.language);
  const place = placeName(view.row.commune);
  return (
    <Html language={view.language} title={`${title} – ${place}`} styles={view.deps.styles.desk}>
      <a class="skip" href="#noi-dung">
        {w.skip}
      </a>
      <div class="app">
        <Side view={view} at={at} />
        <header class="top">
          <CommunePicker view={view} />
          <PeriodPicker view={view} path={nav.find((n) => n.id === at)?.path ?? apart[at] ?? ""} />
          {cutoff !== undefined && <span class="note upto">{w.upTo(dayLabel(cutoff - 1))}</span>}
          {sample && (
            <span class="sample">
              <Icon name="flag" small />
              {w.sample}
            </span>
          )}
        </header>
        <main class="page" id="noi-dung">
          <p class="print-only">
            <span>{`${place} · ${title} · ${periodLabel(view.period, view.language)}`}</span>
            <span>{`${sample ? `${w.sampleShort} · ` : ""}${w.printed(dayLabel(view.now))}`}</span>
          </p>
          <Flash view={view} />
          <div class="head">
            <h1>{title}</h1>
            {aside}
          </div>
          {children}
        </main>
      </div>
    </Html>
  );
};

/** The bare document; pages before the login use it too. */
export const Html = ({
  language,
  title,
  styles,
  children,
}: {
  language: Language;
  title: string;
  styles: readonly string[];
  children: ComponentChildren;
}) => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      {styles.map((url) => (
        <link rel="stylesheet" href={url} key={url} />
      ))}
    </head>
    <body>{children}</body>
  </html>
);

type IconName = Parameters<typeof Icon>[0]["name"];
const nav: readonly { readonly id: Nav; readonly path: string; readonly icon: IconName }[] = [
  { id: "overview", path: "", icon: "home" },
  { id: "targets", path: "/chi-tieu", icon: "target" },
  { id: "tickets", path: "/ho-tro", icon: "hand" },
  { id: "questions", path: "/cau-hoi", icon: "self" },
  { id: "pushes", path: "/day-bai", icon: "send" },
  { id: "villages", path: "/xom", icon: "map" },
  { id: "figures", path: "/so-lieu", icon: "input" },
  { id: "team", path: "/to", icon: "team" },
  { id: "certificates", path: "/giay", icon: "paper" },
  { id: "content", path: "/noi-dung", icon: "clock" },
];

/** Pages that do not stand in the list. */
const apart: Partial<Record<Nav, string>> = { settings: "/cai-dat", log: "/nhat-ky", account: "/tai-khoan" };

const Side = ({ view, at }: { view: View; at: Nav }) => {
  const w = words(view.language);
  const current = (id: Nav) => (id === at ? { "aria-current": "page" as const } : {});
  return (
    <aside class="side">
      <div class="brand">
        <Mark />
        <span>
          Bình dân
          <br />
          học vụ số
        </span>
      </div>
      <nav aria-label={w.nav}>
        {nav.map(({ id, path, icon }) => (
          <a key={id} href={href(view, path)} {...current(id)}>
            <Icon name={icon} />
            <span>
              {id === "villages"
                ? w.villages(view.row.commune.unit.lower)
                : id === "team"
                  ? view.row.commune.team
                  : w.pages[id]}
            </span>
            {id === "tickets" && <Badge n={view.waiting} says={w.waiting} />}
            {id === "questions" && <Badge n={view.asked} says={w.asked} />}
          </a>
        ))}
        <hr />
        <a href={href(view, "/cai-dat")} {...current("settings")}>
          <Icon name="gear" />
          <span>{w.pages.settings}</span>
        </a>
        {view.staff.role === "admin" && (
          <a href={href(view, "/nhat-ky")} {...current("log")}>
            <Icon name="shield" />
            <span>{w.pages.log}</span>
          </a>
        )}
      </nav>
      <div class="who">
        <b>{view.staff.name}</b>
        {w.roles[view.staff.role]}
        <form method="post" action="/desk/dang-xuat">
          <input type="hidden" name="csrf" value={view.csrf} />
          <a href={href(view, "/tai-khoan")} {...current("account")}>
            {w.pages.account}
          </a>
          <a href={`/desk/ngon-ngu/${view.language === "vi" ? "en" : "vi"}`}>{w.other}</a>
          <button type="submit">{w.logout}</button>
        </form>
      </div>
    </aside>
  );
};

const Badge = ({ n, says }: { n: number; says: string }) =>
  n > 0 ? (
    <span class="n">
      {n}
      <span class="vh"> {says}</span>
    </span>
  ) : null;

const CommunePicker = ({ view }: { view: View }) => {
  const w = words(view.language);
  const here = (
    <>
      <span>{w.commune}</span> {placeName(view.row.commune)}
    </>
  );
  if (view.communes.length < 2) return <span class="pick one">{here}</span>;
  return (
    <details class="menu">
      <summary class="pick">
        {here}
        <Icon name="down" />
      </summary>
      <ul>
        {view.communes.map((row) => (
          <li key={row.commune.code}>
            <a
              href={`/desk/${row.commune.code}?ky=${view.period.key}`}
              {...(row.commune.code === view.row.commune.code ? { "aria-current": "true" } : {})}
            >
              {placeName(row.commune)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
};

const PeriodPicker = ({ view, path }: { view: View; path: string }) => {
  const { language, now, period } = view;
  const w = words(language);
  const months = lastMonths(now, 6).reverse();
  const longer = (["quarter", "half-year", "year"] as const).flatMap((kind) => {
    const current = periodAt(kind, now);
    return [current, periodAt(kind, current.from - 1)];
  });
  return (
    <details class="menu">
      <summary class="pick">
        <span>{w.period}</span> {periodLabel(period, language)}
        <Icon name="down" />
      </summary>
      <ul class="two">
        {[...months, ...longer].map((p) => (
          <li key={p.key}>
            <a href={href({ ...view, period: p }, path)} {...(p.key === period.key ? { "aria-current": "true" } : {})}>
              {periodLabel(p, language)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
};

const words = table(
  {
    skip: "Bỏ qua thanh điều hướng",
    nav: "Điều hướng chính",
    commune: "Xã",
    period: "Kỳ",
    upTo: (day: string) => `đến hết ngày ${day}`,
    sample: "Dữ liệu mẫu, không phải số thật của xã",
    sampleShort: "Dữ liệu mẫu",
    printed: (day: string) => `In ngày ${day}`,
    villages: (unit: string) => `Các ${unit}`,
    waiting: "người đang chờ",
    asked: "câu chưa ai trả lời",
    pages: {
      overview: "Tổng quan",
      targets: "Chỉ tiêu kế hoạch",
      tickets: "Cần hỗ trợ",
      questions: "Câu hỏi máy chưa biết",
      pushes: "Đẩy bài học",
      villages: "",
      figures: "Nhập số liệu",
      team: "",
      certificates: "Giấy ghi nhận",
      content: "Nội dung cần rà soát",
      settings: "Cài đặt",
      log: "Nhật ký an toàn",
      account: "Tài khoản của tôi",
    },
    roles: { admin: "Quản trị", officer: "Cán bộ", viewer: "Chỉ xem" },
    other: "English",
    logout: "Đăng xuất",
  },
  {
    skip: "Skip the navigation",
    nav: "Main navigation",
    commune: "Commune",
    period: "Period",
    upTo: (day) => `up to ${day}`,
    sample: "Sample data, not the commune's real figures",
    sampleShort: "Sample data",
    printed: (day) => `Printed ${day}`,
    villages: (unit) => `Villages (${unit})`,
    waiting: "people waiting",
    asked: "questions without an answer",
    pages: {
      overview: "Overview",
      targets: "Plan targets",
      tickets: "Need help",
      questions: "Unanswered questions",
      pushes: "Send a lesson",
      villages: "",
      figures: "Enter figures",
      team: "",
      certificates: "Certificates",
      content: "Content to review",
      settings: "Settings",
      log: "Security log",
      account: "My account",
    },
    roles: { admin: "Administrator", officer: "Officer", viewer: "Read only" },
    other: "Tiếng Việt",
    logout: "Log out",
  },
);
