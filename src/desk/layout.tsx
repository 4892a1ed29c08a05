import type { ComponentChildren } from "preact";
import { placeName } from "../communes/names.ts";
import type { Language } from "../kit/bilingual.ts";
import { lastMonths, periodAt, periodLabel } from "../kit/period.ts";
import { dayLabel, timeLabel } from "../kit/vietnam-time.ts";
import { Icon, Mark } from "../ui/icon.tsx";
import { table } from "../ui/words.ts";
import { Flash } from "./parts/flash.tsx";
import { roleWords } from "./role-words.ts";
import { href, type MenuItem, type View } from "./view.ts";

/** A page of the desk: board on the left, pickers on top, the page itself. */
export const Desk = (props: {
  view: View;
  cutoff?: number;
  sample?: boolean;
  aside?: ComponentChildren;
  children: ComponentChildren;
}) => {
  const { view, cutoff, aside, children } = props;
  const { title, usesPeriod } = view.here;
  const sample = view.sample || props.sample === true;
  const w = words(view.language);
  const place = placeName(view.row.commune);
  return (
    <Html language={view.language} title={`${title} – ${place}`} styles={view.deps.styles.desk}>
      <a class="skip" href="#noi-dung">
        {w.skip}
      </a>
      <div class="app">
        <Side view={view} />
        <header class="top">
          <CommunePicker view={view} />
          {usesPeriod && <PeriodPicker view={view} />}
          {cutoff !== undefined && (
            <span class="note upto">
              {cutoff >= view.period.to ? w.upTo(dayLabel(cutoff - 1)) : w.soFar(timeLabel(cutoff), dayLabel(cutoff))}
            </span>
          )}
          {sample && (
            <span class="sample">
              <Icon name="flag" small />
              {w.sample}
            </span>
          )}
        </header>
        <main class="page" id="noi-dung">
          <p class="print-only">
            <span>{[place, title, ...(usesPeriod ? [periodLabel(view.period, view.language)] : [])].join(" · ")}</span>
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

const Side = ({ view }: { view: View }) => {
  const w = words(view.language);
  const items = (nav: MenuItem["nav"]) => view.menu.filter((item) => item.nav === nav);
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
        {items("work").map((item) => (
          <Item view={view} item={item} key={item.path} />
        ))}
        <hr />
        {items("house").map((item) => (
          <Item view={view} item={item} key={item.path} />
        ))}
      </nav>
      <div class="who">
        <b>{view.staff.name}</b>
        {roleWords[view.staff.role][view.language]}
        <form method="post" action="/desk/dang-xuat">
          <input type="hidden" name="csrf" value={view.csrf} />
          {items("own").map((item) => (
            <a key={item.path} href={href(view, item.path)} {...current(view, item)}>
              {item.title}
            </a>
          ))}
          <a href={`/desk/ngon-ngu/${view.language === "vi" ? "en" : "vi"}`}>{w.other}</a>
          <button type="submit">{w.logout}</button>
        </form>
      </div>
    </aside>
  );
};

const Item = ({ view, item }: { view: View; item: MenuItem }) => (
  <a href={href(view, item.path)} {...current(view, item)}>
    <Icon name={item.icon} />
    <span>{item.title}</span>
    {item.waits && <Badge n={item.waits.n} says={item.waits.says} />}
  </a>
);

const current = (view: View, { path }: MenuItem) =>
  path === view.here.path ? { "aria-current": "page" as const } : {};

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
              href={href({ ...view, row }, view.here.path)}
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

const PeriodPicker = ({ view }: { view: View }) => {
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
            <a
              href={href({ ...view, period: p }, view.here.path)}
              {...(p.key === period.key ? { "aria-current": "true" } : {})}
            >
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
    soFar: (time: string, day: string) => `đến ${time}, ${day}`,
    sample: "Dữ liệu mẫu, không phải số thật của xã",
    sampleShort: "Dữ liệu mẫu",
    printed: (day: string) => `In ngày ${day}`,
    other: "English",
    logout: "Đăng xuất",
  },
  {
    skip: "Skip the navigation",
    nav: "Main navigation",
    commune: "Commune",
    period: "Period",
    upTo: (day) => `up to and with ${day}`,
    soFar: (time, day) => `up to ${time}, ${day}`,
    sample: "Sample data, not the commune's real figures",
    sampleShort: "Sample data",
    printed: (day) => `Printed ${day}`,
    other: "Tiếng Việt",
    logout: "Log out",
  },
);
