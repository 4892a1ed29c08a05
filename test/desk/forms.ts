import { pages } from "../../src/desk/pages.ts";
import { periodAt } from "../../src/kit/period.ts";
import { cleaned } from "../../src/people/clean.ts";
import { compose } from "../../src/report/compose.ts";
import { draft } from "../../src/report/draft.ts";
import { editionHash, editionJson, frozen } from "../../src/report/edition.ts";
import { gather } from "../../src/report/gather.ts";
import { commune } from "./commune.ts";
import { adults, attributes, type browser, type House, house, NOON, person, village } from "./house.ts";

/** A field as a page shows it. `words`: something is typed into it. `options`: what a closed list offers. `max`: letters it takes. */
export type Field = {
  readonly name: string;
  readonly words: boolean;
  readonly secret: boolean;
  readonly value: string;
  readonly options: readonly string[] | null;
  readonly max: number | null;
};
export type Form = { readonly action: string; readonly fields: readonly Field[] };

/** Every form of the desk, found by opening every page, and the question that is open. */
export const allForms = async (b: ReturnType<typeof browser>, where = "a-xa"): Promise<readonly Form[]> => {
  const all = new Map<string, Form>();
  for (const path of [...pages.map((p) => p.path), "/cau-hoi?cau=q1"])
    for (const form of formsOf((await b.get(`/desk/${where}${path}`)).body))
      if (!form.action.startsWith("/desk/dang")) all.set(form.action, form);
  return [...all.values()];
};

/** A house with one of everything that a form can be about. */
export const furnished = async (): Promise<House> => {
  const h = await house();
  village(h, "a-xa", "v1", "Xóm Mẫu");
  person(h, "a-xa", "p1", { name: "Lan", village: "v1" });
  adults(h, "a-xa", null, 100);
  h.db
    .prepare("INSERT INTO questions (commune, id, folded, text) VALUES ('a-xa','q1','cap lai so','cấp lại sổ ở đâu')")
    .run();
  h.db
    .prepare(
      "INSERT INTO accounts (commune, id, connection, chat, learner, created_at, seen_at) VALUES ('a-xa','acc','web','chat','p1',0,0)",
    )
    .run();
  h.db
    .prepare(
      "INSERT INTO question_askers (commune, question, learner, account, channel, village, at) VALUES ('a-xa','q1','p1','acc','web','v1',?)",
    )
    .run(NOON);
  h.db
    .prepare(
      "INSERT INTO certificates (commune, code, learner, track, name, village, language, sample, issued_at) VALUES ('a-xa','GIAYMAU2','p1','co-ban','Lan','v1','vi',0,?)",
    )
    .run(NOON);
  h.db
    .prepare(
      "INSERT INTO tickets (commune, id, account, name, village, topic, flow, state, urgent, status, created_at, updated_at) VALUES ('a-xa','t1','acc','Lan','v1','help','lesson:bai-a','s1',0,'open',?,?)",
    )
    .run(NOON, NOON);
  h.db.exec("INSERT INTO team_members VALUES ('a-xa','p1','v1',0,NULL)");
  h.db
    .prepare(
      "INSERT INTO pushes (commune, id, lesson, village, by_staff, created_at, planned, status) VALUES ('a-xa','d1','bai-a','v1','Lan',?,3,'running')",
    )
    .run(NOON);
  h.db
    .prepare(
      "INSERT INTO timers (commune, id, account, learner, kind, token, due_at, push) VALUES ('a-xa','m1','acc','p1','push','',?,'d1')",
    )
    .run(NOON + 1000);
  const by = { staff: "test", at: NOON, name: "Lan" };
  const phrase = { id: "c1", text: cleaned("cấp lại sổ đỏ"), topic: "guide:giay-mau" };
  await h.deps.store.addPhrase("a-xa", phrase, by);
  const invitation = { id: "i1", code: "KHONGDOAN22", label: null, village: "v1", expiresAt: NOON + 9e6, uses: 1 };
  await h.deps.store.addInvitation("a-xa", invitation, by);
  await freezeReport(h, by);
  return h;
};

/** The report that is open, frozen once: only then the form to freeze it again asks for a reason. */
const freezeReport = async ({ deps }: House, by: { staff: string; at: number; name: string }): Promise<void> => {
  const { store, indicator } = deps;
  const sources = { indicator, difficulties: store.difficulties, unanswered: store.questionCount, titleOf: () => null };
  const about = commune("a-xa");
  const duty = about.reports[0]?.id ?? "";
  const period = periodAt("month", NOON);
  const given = await gather(sources, about, period, duty);
  const report = compose(given, draft(given));
  if ("unknown" in report) throw new Error(report.unknown);
  const edition = frozen(report, null, { reason: null, at: by.at, by: by.name });
  const row = { period: period.key, duty, number: 1, hash: editionHash(edition), edition: editionJson(edition) };
  await store.addEdition("a-xa", row, by);
};

const tag = (name: string, first = "", inside = ""): RegExp =>
  new RegExp(`<${name}\\b${first}${first === "" ? `(${attributes})` : attributes}>${inside}`, "gs");

/** The forms of a page that are posted, with their fields as a browser would send them. */
export const formsOf = (html: string): readonly Form[] =>
  [...html.matchAll(tag("form", ' method="post" action="([^"]+)"', "(.*?)</form>"))].map(
    ([, action = "", body = ""]) => ({
      action: action.replaceAll("&amp;", "&"),
      fields: [
        ...[...body.matchAll(tag("input"))].flatMap(([, attributes = ""]) => fieldOf(attributes)),
        ...[...body.matchAll(tag("textarea", "", "([^<]*)"))].flatMap(([, attributes = "", text]) =>
          fieldOf(attributes, text),
        ),
        ...[...body.matchAll(tag("select", "", "(.*?)</select>"))].map(([, attributes = "", inside = ""]) => {
          const options = [...inside.matchAll(tag("option"))].map(([, a = ""]) => ({
            value: attribute(a, "value") ?? "",
            selected: /\bselected\b/.test(a),
          }));
          return {
            name: attribute(attributes, "name") ?? "",
            words: false,
            secret: false,
            value: (options.find((o) => o.selected) ?? options[0])?.value ?? "",
            options: options.map((o) => o.value),
            max: null,
          };
        }),
      ],
    }),
  );

const fieldOf = (attributes: string, text = ""): readonly Field[] => {
  const name = attribute(attributes, "name");
  const type = attribute(attributes, "type") ?? "text";
  if (name === null || type === "hidden") return [];
  const ticked = type !== "checkbox" || /\bchecked\b/.test(attributes);
  return [
    {
      name,
      words: !["checkbox", "radio", "number", "date", "time"].includes(type),
      secret: type === "password" || attributes.includes("one-time-code"),
      value: ticked ? (attribute(attributes, "value") ?? plain(text)) : "",
      options: type === "checkbox" ? ["yes"] : null,
      max: Number(attribute(attributes, "maxlength")) || null,
    },
  ];
};

const attribute = (attributes: string, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)${name}(?:="([^"]*)"|(?=[\\s/>]|$))`).exec(attributes);
  return found === null ? null : plain(found[1] ?? "");
};
const plain = (html: string): string =>
  html.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** What somebody would type who has nothing to hide. */
export const filled = (fields: readonly Field[]): Record<string, string> =>
  Object.fromEntries(
    fields.map(({ name, value, options }) => [
      name,
      harmless[name] ?? (value || (options?.find((o) => o !== "") ?? "")),
    ]),
  );
const harmless: Readonly<Record<string, string>> = {
  name: "Xóm Đồng Mẫu",
  code: "XOM7",
  source: "Công an xã, báo cáo 12/BC-CAX ngày 30/6/2026",
  value: "7.431",
  as_of: "2026-06-30",
  label: "buổi họp 24/11",
  why: "in nhầm tên",
  words: "Bác ra bộ phận một cửa, giờ hành chính.",
  text: "cấp lại sổ",
  hotline: "0208 3822 123",
  counter: "0208 3822 124",
  police: "113",
  hours: "7h30-11h30, 13h30-17h00",
  says: "tại quầy 15.000 đồng",
  basis: "Nghị quyết 12/2024/NQ-HĐND",
  login: "can.bo.mau",
  days: "7",
  uses: "5",
  reason: "sửa số dân",
};
