import { configDefaults, defineConfig } from "vitest/config";

/** Tests that reckon and start nothing: two at a time, and those of the first line share the library they all load. */
const sharing = ["test/{engine,golden,indicator,kit,learning,people,product,scam,urgent}/**/*.test.ts"];
const reading = ["test/{check,content,pictures}/**/*.test.{ts,tsx}"];
/** Rooms whose tests open a house of their own in a folder of their own, and start no browser. */
const rooms = [
  "test/{app,channels,cli,communes,contributing,delivery,desk,docs,hostile,house,report,site,store,turns}/**/*.test.{ts,tsx}",
];
const pace = { maxWorkers: 2, sequence: { groupOrder: 0 } };

export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 150_000 } },
    projects: [
      { extends: true, test: { name: "sharing", include: sharing, isolate: false, ...pace } },
      { extends: true, test: { name: "reading", include: reading, ...pace } },
      { extends: true, test: { name: "rooms", include: rooms, ...pace } },
      {
        extends: true,
        test: {
          name: "house",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, ...sharing, ...reading, ...rooms],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
