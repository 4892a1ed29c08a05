import { expect, test } from "vitest";
import { type List, listNames, lists } from "../../src/product/lists.ts";
import { contextOf } from "../engine/context-of.ts";
import { library } from "../engine/world.ts";

type Given = Parameters<typeof contextOf>[0];
// Those of the tracks as they are learnt, each once, then those of none.
const ofTracks = [...new Set(library.tracks.flatMap((t) => t.lessons))];
const taught = library.catalogue.flatMap((e) => (e.kind === "lesson" ? [e.id] : []));
const inTrackOrder = [...ofTracks, ...taught.filter((id) => !ofTracks.includes(id))];
const bookmark = {
  runs: [{ flow: "lesson:dien-thoai", version: "retired", state: "s-chu-to", at: 1, vars: {}, trail: [] }],
  at: 0,
};
const lessons = library.tracks[0]?.lessons ?? [];
const kinds = (kind: string) => library.catalogue.filter((e) => e.kind === kind);

/** For each list: a world, and the ids that must come of it in that order. */
const table: Record<List, readonly [Given, readonly string[]]> = {
  addresses: [{}, ["ong", "ba", "bac", "co", "chu", "anh", "chi", "em", "ban"]],
  audiences: [{}, ["resident", "official", "business", "farmer", "student", "teacher", "worker"]],
  ages: [{}, ["under16", "16-29", "30-49", "50-64", "65plus"]],
  languages: [{}, ["vi", "en"]],
  villages: [{}, Array.from({ length: 30 }, (_, i) => `v${i + 1}`)],
  // Tracks of officials, teams and trades are for those who are one.
  lessons: [{}, library.tracks.filter((t) => !t.audiences?.length).flatMap((t) => t.lessons.map((l) => `lesson:${l}`))],
  // Not the one they are in, and not what they passed.
  "next-lesson": [
    {
      vars: { lesson: lessons[1] ?? "" },
      facts: { progress: { [String(lessons[2])]: { attempts: 1, best: 3, of: 4, passed: true, done: true } } },
    },
    [`lesson:${lessons[3]}`],
  ],
  // iHanoi is for Hà Nội alone.
  guides: [
    {},
    kinds("guide")
      .filter((e) => e.onlyIn === undefined)
      .map((e) => `guide:${e.id}`),
  ],
  // VNeID has its own place in the menu.
  "guide-groups": [
    {},
    [
      "dvc",
      "cu-tru",
      "ho-tich",
      "giay-to",
      "nha-dat",
      "xe",
      "bao-hiem",
      "hoc-y-te",
      "tien",
      "kinh-doanh",
      "phong-trao",
    ],
  ],
  "guides-in-group": [
    { vars: { group: "vneid" } },
    kinds("guide")
      .filter((e) => e.group === "vneid")
      .map((e) => `guide:${e.id}`),
  ],
  safety: [
    {},
    [...kinds("safety").filter((e) => e.urgent), ...kinds("safety").filter((e) => !e.urgent)].map(
      (e) => `safety:${e.id}`,
    ),
  ],
  household: [
    {
      facts: {
        household: [
          { id: "a", name: "Lan" },
          { id: "b", name: null },
        ],
      },
    },
    ["a", "b"],
  ],
  certificates: [{ facts: { certificates: [{ code: "AAAA", track: "co-ban" }] } }, ["AAAA"]],
  found: [
    { vars: { found: ["guide:vneid-muc2", "lesson:gone", "safety:bi-lua-lam-gi"] } },
    ["guide:vneid-muc2", "safety:bi-lua-lam-gi"],
  ],
  "pushable-lessons": [{}, inTrackOrder],
  "pushable-villages": [{ facts: { team: { places: ["v2", "gone"] } } }, ["v2"]],
  signs: [{ vars: { seen: ["dangerous", "fake-address", "hurry"] } }, ["fake-address", "hurry"]],
  "assessed-had": [{ vars: { signature: "yes", "own-phone": "yes", cashless: "skip" } }, ["own-phone", "signature"]],
  "assessed-lacked": [
    { vars: { signature: "unsure", "own-phone": "no", cashless: "yes" } },
    ["own-phone", "signature"],
  ],
  "assessed-next": [{ vars: { signature: "no", "vneid-level2": "unsure" } }, ["guide:vneid-muc2"]],
  bookmark: [{ session: { bookmarks: [bookmark] } }, ["@bookmark"]],
};

test.each(listNames)("%s", (name) => {
  const [given, ids] = table[name];
  expect(lists[name](contextOf(given)).map((e) => e.id)).toEqual(ids);
});

test("the interrupted lesson says where it stopped, also when its version was retired; a lesson that is gone is not offered", () => {
  const [entry] = lists.bookmark(contextOf({ session: { bookmarks: [bookmark] } }));
  expect(entry?.small).toMatchObject({ key: "menu.resume-step", args: { at: 2, of: 6 } });
  const gone = {
    runs: [{ ...bookmark.runs[0], flow: "lesson:gone", version: "", state: "", at: 0, vars: {}, trail: [] }],
    at: 0,
  };
  expect(lists.bookmark(contextOf({ session: { bookmarks: [gone] } }))).toEqual([]);
});

test("the list of lessons begins with the next one, ends with what is passed, and loses none", () => {
  const passed = (id: string) => [id, { attempts: 1, best: 3, of: 4, passed: true, done: true }] as const;
  const done = lessons.slice(0, 5);
  const ctx = contextOf({ facts: { progress: Object.fromEntries(done.map(passed)) } });
  const listed = lists.lessons(ctx).map((e) => String(e.id));
  const before = lists.lessons(contextOf({})).map((e) => String(e.id));
  expect(listed[0]).toBe(`lesson:${lessons[5]}`);
  expect(listed.slice(-5)).toEqual(done.map((id) => `lesson:${id}`));
  expect(listed.toSorted()).toEqual(before.toSorted());
});
