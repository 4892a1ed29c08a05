import { expect, test } from "vitest";
import { factDiff } from "../../src/content/ledger/diff.ts";
import { dueFacts } from "../../src/content/ledger/due.ts";
import { Fact } from "../../src/content/ledger/fact.ts";
import { factText } from "../../src/content/ledger/fact-words.ts";
import { ledgerOf, wordsOn } from "../../src/content/ledger/ledger.ts";
import { factsTyped } from "../../src/content/ledger/typed.ts";
import { withFacts } from "../../src/content/ledger/with-facts.ts";
import { createWords } from "../../src/content/words.ts";

const source = { document: "Văn bản mẫu", published: "2026", checked_on: "2026-11-29", confidence: "cao" };
const held = (says: string, valid_from?: string, valid_until?: string) => ({
  says: { vi: says, en: says },
  value: says,
  unit: "none",
  source,
  ...(valid_from && { valid_from }),
  ...(valid_until && { valid_until }),
});
const fact = (holds: readonly unknown[], review_by = "2027-06-30") =>
  Fact.parse({
    id: "phi",
    about: { vi: "Phí", en: "Fee" },
    applies_to: { vi: "mọi người", en: "everybody" },
    owner: "thue",
    review_by,
    safe: { vi: "Hỏi thuế cơ sở.", en: "Ask the tax office." },
    holds,
  });
const ledger = (f: Fact) => ledgerOf([{ spec: 1, area: "mau", facts: [f] }]);
const free = fact([held("miễn", "2026-08-15", "2027-02-28"), held("thu", "2027-03-01")]);

test("what holds changes on its day, and nothing is asserted before, after or past review", () => {
  const said = (f: Fact, day: string) => wordsOn(f, day).vi;
  expect(["2026-08-14", "2026-08-15", "2027-02-28", "2027-03-01"].map((d) => said(free, d))).toEqual([
    "Hỏi thuế cơ sở.",
    "miễn",
    "miễn",
    "thu",
  ]);
  expect(said(free, "2027-07-01")).toBe("Hỏi thuế cơ sở.");
  expect(said(fact([held("miễn", "2026-08-15", "2027-02-28")]), "2027-03-01")).toBe("Hỏi thuế cơ sở.");
});

test("an emergency number is said past its day of review, so that nobody is left without it", () => {
  const number = Fact.parse({ ...fact([held("113")], "2026-12-31"), lasting: true });
  expect(["", "2026-12-31", "2029-01-01"].map((d) => wordsOn(number, d).vi)).toEqual(["113", "113", "113"]);
  expect(dueFacts(ledger(number), "2027-01-01", "2027-03-31").map((d) => d.why)).toEqual(["overdue"]);
});

test("what looks like a fact is found, and let stand only inside the phrase that may stand there", () => {
  const typed = (words: string, phrases: readonly string[] = []) =>
    factsTyped(words, phrases).flatMap((l) => (l.phrase === undefined ? [l.typed] : []));
  expect(typed("Số 2, ngày và giờ. Number 2, day and time.")).toEqual([]);
  expect(typed("Từ 1 tỷ đồng trở xuống, trong 3 ngày làm việc, theo Nghị định 68/2026, gọi **113**.")).toEqual([
    "Nghị định 68/2026",
    "113",
    "1 tỷ đồng",
    "3 ngày làm việc",
  ]);
  const heard = ["nghe nói mức là 500 triệu"];
  expect(typed("Tôi nghe nói mức là 500 triệu", heard)).toEqual([]);
  expect(typed("Tôi nghe nói mức là 500 triệu. Mức là 500 triệu.", heard)).toEqual(["500 triệu"]);
  expect(typed("Trả 11 tỷ", ["1 tỷ"])).toEqual(["11 tỷ"]);
});

test("a sentence is filled on the day it is spoken, and a fact that is gone breaks nothing", () => {
  const words = createWords(ledger(free));
  words.add("fact", { vi: { "mau/phi.0": "miễn {{team}}", "mau/phi.1": "thu", "mau/phi.safe": "hỏi" } });
  words.add("app", { vi: { "fact.gone": "hỏi nơi làm" } });
  words.add("t", { vi: { a: "Nay {{fact:mau/phi}}, rồi {{fact:mau/cu}}." } });
  const say = (day?: string) => words.say({ ns: "t", key: "a" }, "vi", { team: "Tổ" }, day);
  expect(say("2027-02-15")).toBe("Nay miễn Tổ, rồi hỏi nơi làm.");
  expect(say("2027-03-01")).toBe("Nay thu, rồi hỏi nơi làm.");
  expect(say()).toBe("Nay hỏi, rồi hỏi nơi làm.");
  expect(factText(ledger(free), "team", "2027-03-01")).toBeUndefined();
});

test("what is printed or drawn is filled in its own language, whatever its shape", () => {
  const card = {
    alt: { vi: "{{fact:mau/phi}}", en: "x {{fact:mau/phi}}" },
    rows: [{ label: "{{ fact:mau/phi }}", n: 1 }],
  };
  expect(withFacts(card, ledger(free), "2027-02-15")).toEqual({
    alt: { vi: "miễn", en: "x miễn" },
    rows: [{ label: "miễn", n: 1 }],
  });
});

test("a source without a day is never cao", () => {
  const { published: _, ...undated } = source;
  expect(() => fact([{ ...held("miễn"), source: undated }])).toThrow(/cao/);
  expect(fact([{ ...held("miễn"), source: { ...undated, confidence: "thap" } }]).holds).toHaveLength(1);
});

test("what is due is told with its reason, the most pressing first", () => {
  const due = (f: Fact, today: string) => dueFacts(ledger(f), today, "2027-03-31").map((d) => `${d.why} ${d.day}`);
  expect(due(free, "2027-01-01")).toEqual(["changes 2027-02-28"]);
  expect(due(fact([held("miễn", "2026-08-15", "2027-02-28")]), "2027-01-01")).toEqual(["ends 2027-02-28"]);
  expect(due(fact([held("miễn", undefined, "2026-12-31")], "2026-12-01"), "2027-01-01")).toEqual([
    "overdue 2026-12-01",
    "ended 2026-12-31",
  ]);
  const weak = { ...held("miễn"), source: { ...source, confidence: "thap" } };
  expect(due(fact([weak]), "2027-01-01")).toEqual(["weak 2026-11-29"]);
});

test("two ledgers differ in the words people hear", () => {
  const after = fact([held("miễn", "2026-08-15", "2027-04-30"), held("thu", "2027-05-01")]);
  expect(factDiff(ledger(free), ledger(after)).map((c) => `${c.name} ${c.what}`)).toEqual(["mau/phi changed"]);
  expect(factDiff(ledgerOf([]), ledger(free)).map((c) => c.what)).toEqual(["new"]);
  expect(factDiff(ledger(free), ledger(free))).toEqual([]);
});
