// The walls of the house (docs/decisions/0001-the-house.md). `npm run check` runs them over src/; test/walls.test.ts
// feeds them a small house with one door too many for each rule, so that a rule that stopped biting is noticed.

/** The composition root and the two things that are run: they alone may know everything. */
const ROOT = "^src/(app|main|cli)(\\.tsx?$|/)";

/**
 * The rooms from the ground up: each may use those before it in this list and none after it, not even their types. So a
 * message, a page or a lesson goes through the house without turning back.
 */
const ROOMS = [
  "kit",
  "engine",
  "product",
  "communes",
  "people",
  "scam",
  "urgent",
  "content",
  "pictures",
  "channels",
  "learning",
  "indicator",
  "ui",
  "report",
  "store",
  "turns",
  "check",
  "delivery",
  "desk",
  "site",
];

const lookDown = ROOMS.slice(0, -1).map((room, i) => ({
  name: `${room}-looks-down`,
  comment: "A room knows only the rooms beneath it (docs/decisions/0057-the-rooms.md).",
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${ROOMS.slice(i + 1).join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...lookDown,
    {
      name: "every-room-has-its-place",
      comment: "A new room is put into the list above, or nothing would hold it.",
      severity: "error",
      from: { path: "^src/[^/]+/", pathNot: [`^src/(${ROOMS.join("|")})/`, ROOT] },
      to: {},
    },
    {
      name: "engine-is-pure",
      comment:
        "The engine imports itself, pure pieces of the kit (folding, bounds, clean words, spoken codes, words, phrases and numbers) and zod; so it can be replayed to the letter.",
      severity: "error",
      from: { path: "^src/engine/" },
      to: {
        pathNot: [
          "^src/engine/",
          "^src/kit/(clean|text|spoken-code|phrases|vietnamese-words|vietnamese-number)\\.ts$",
          "(^|/)node_modules/zod/",
        ],
      },
    },
    {
      name: "registry-for-the-sprint-alone",
      comment: "The sprint runs steps; whatever else imported the registry would import every step there is.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/engine/sprint\\.ts$" },
      to: { path: "^src/engine/steps/registry\\.ts$" },
    },
    {
      name: "channels-know-messages-only",
      comment: "A channel knows Message and Inbound, never the engine, the store or any other room.",
      severity: "error",
      from: { path: "^src/channels/" },
      to: { path: "^src/", pathNot: ["^src/channels/", "^src/kit/", "^src/errors\\.ts$", "^src/engine/block\\.ts$"] },
    },
    {
      name: "channels-take-only-types-of-the-engine",
      comment: "engine/block.ts gives a channel the shape of what is said, nothing that runs.",
      severity: "error",
      from: { path: "^src/channels/" },
      to: { path: "^src/engine/block\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "channels-are-strangers",
      comment: "What two channels share lies beside them, so that one can be taken out.",
      severity: "error",
      from: { path: "^src/channels/([^/]+)/" },
      to: { path: "^src/channels/[^/]+/", pathNot: ["^src/channels/$1/", "^src/channels/degrade/"] },
    },
    {
      name: "only-the-store-opens-the-database",
      comment: "better-sqlite3 and kysely belong to src/store; scripts/check-sql.ts looks for SQL elsewhere.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/store/" },
      to: { path: "(^|/)node_modules/(better-sqlite3|@types/better-sqlite3|kysely)/" },
    },
    {
      name: "pages-never-see-tables",
      comment:
        "desk/ and site/ call services that are handed to them; of the store they know the shape of those alone.",
      severity: "error",
      from: { path: "^src/(desk|site)/" },
      to: { path: "^src/store/", pathNot: "^src/store/ports/" },
    },
    {
      name: "ports-are-shapes",
      comment: "A port says what may be asked; whoever answers is handed in.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^src/store/ports/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-the-root-picks-the-database",
      comment: "Others take the ports of src/store; which database stands behind them is chosen in one place.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/store/", ROOT] },
      to: { path: "^src/store/sqlite/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-the-root-picks-the-channels",
      comment: "Turns and delivery work with the shape of a channel; which ones there are is chosen in one place.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/channels/", "^src/site/", ROOT] },
      to: { path: "^src/channels/[^/]+/", pathNot: "^src/channels/degrade/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "site-knows-the-web-channel-only",
      comment: "The page at /chat is the other half of the web channel; the site knows no other.",
      severity: "error",
      from: { path: "^src/site/" },
      to: { path: "^src/channels/[^/]+/", pathNot: ["^src/channels/degrade/", "^src/channels/web/"] },
    },
    {
      name: "the-list-of-channels-is-for-few",
      comment:
        "What is started, configured and proven goes through every channel; everybody else is handed what it needs (docs/decisions/0075-channel-registry.md).",
      severity: "error",
      from: { path: "^src/", pathNot: [ROOT, "^src/config\\.ts$", "^src/check/profiles\\.ts$"] },
      to: { path: "^src/channels/all\\.ts$" },
    },
    {
      name: "site-and-desk-are-strangers",
      comment: "What public pages and the desk share is in ui/, so that no public page holds what only staff may call.",
      severity: "error",
      from: { path: "^src/site/" },
      to: { path: "^src/desk/" },
    },
    {
      name: "nobody-stands-on-the-root",
      comment: "app.ts sees everything; whoever imported it would see everything too.",
      severity: "error",
      from: { path: "^src/", pathNot: ROOT },
      to: { path: ROOT },
    },
    {
      name: "seeded-is-for-samples",
      comment: "Numbers that repeat must never become a code; what can be foreseen opens other people's data.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/demo\\.ts$" },
      to: { path: "^src/kit/seeded\\.ts$" },
    },
    {
      name: "kit-stands-alone",
      comment: "What everybody uses may use nobody.",
      severity: "error",
      from: { path: "^src/(kit/|errors\\.ts$)" },
      to: { path: "^src/", pathNot: ["^src/kit/", "^src/errors\\.ts$"] },
    },
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or three; also where they need only types.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "nothing-missing",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-tools-at-run-time",
      comment: "What the running program imports stands under dependencies, or it is missing where it is installed.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
        pathNot: "node_modules/@types/",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
