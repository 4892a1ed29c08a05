import type { Library } from "../content/library.ts";
import { type CommuneFacts, type Facts, noContacts, noFacts } from "../engine/facts.ts";
import { type Person, stranger } from "../engine/person.ts";
import { longName } from "../product/entry-flows.ts";

export type Someone = { readonly person: Person; readonly facts: Facts };

/** The kinds of people a flow meets: each answers the guards differently, and each has the longest plausible words. */
export const someones = (library: Library): readonly Someone[] => {
  const lessons = library.catalogue.filter((e) => e.kind === "lesson").map((e) => e.id);
  const known: Person = {
    ...stranger("a"),
    name: longName,
    consent: "yes",
    village: "v1",
    audience: "business",
    age: "65plus",
  };
  const passed = Object.fromEntries(lessons.map((l) => [l, { attempts: 1, best: 3, of: 3, passed: true, done: true }]));
  const windows = { free: 100, billed: 16, waiting: 12 };
  const pushes = lessons.map((lesson) => ({
    lesson,
    village: "v1",
    eligible: 128,
    finished: 64,
    optedOut: 12,
    had: 31,
    full: 17,
    unreached: 23,
    windows,
  }));
  const many = noFacts({ ...commune(12), fees: longFees(library) });
  return [
    { person: stranger("a"), facts: many },
    { person: { ...known, language: "en", optedOut: true }, facts: noFacts(commune(0)) },
    {
      person: { ...known, role: "team" },
      facts: {
        ...many,
        progress: passed,
        team: { places: ["v1", "v2"] },
        pushes,
        household: ["a", "b", "c"].map((id) => ({ id, name: longName })),
        certificates: library.tracks.map((t) => ({ code: "23456789", track: t.id })),
      },
    },
    // Passed everything but holds no certificate yet: the last lesson gives it.
    { person: known, facts: { ...noFacts(commune(2)), progress: passed } },
  ];
};

/** Every fee that staff may enter, as long as it may be. */
const longFees = ({ items }: Library): NonNullable<CommuneFacts["fees"]> => {
  const fee = { says: "x".repeat(100), basis: "y".repeat(100), on: "2026-11-22" };
  return Object.fromEntries(items.flatMap((i) => (i.kind === "guide" && i.after.local_fee ? [[i.id, fee]] : [])));
};

/** As long as the desk lets them be; no real numbers. */
const longContacts = {
  hotline: "0000 000 000 000 000",
  counter: "0000 000 000 000 001",
  police: "0000 000 000 000 002",
  hours: "Thứ hai đến thứ sáu, 7 giờ 30 đến 11 giờ 30, 13 giờ 30 đến 17 giờ; thứ bảy nghỉ",
};

/** No real commune: names as long as the longest that exist. */
const commune = (villages: number): CommuneFacts => ({
  code: "00000",
  name: "Xã Kiểm Tra Tên Dài Nhất",
  // The only province with a guide of its own: so that it is walked too.
  province: "Hà Nội",
  unit: "tổ dân phố",
  team: "Tổ chuyển đổi số cộng đồng",
  movement: "Bình dân học vụ số",
  villages: Array.from({ length: villages }, (_, i) => ({
    id: `v${i + 1}`,
    name: `Tổ dân phố Kiểm Tra Số ${i + 1}`,
    code: `TO${i + 1}`,
  })),
  languages: ["vi", "en"],
  publicUrl: "https://binh-dan-hoc-vu-so.xa-kiem-tra.example",
  contacts: villages > 2 ? longContacts : noContacts,
  phrases: [],
});
