import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { parseDocument } from "yaml";
import { fileText, hiddenFaults } from "../src/content/file-text.ts";
import { hashOfText } from "../src/kit/known-yaml.ts";
import { appIcons } from "./app-icons.tsx";
import { sourcesNow } from "./sources.js";

const root = resolve(import.meta.dirname, "..");

/** Builds the pages' files into `<out>/public` and, unless only they are wanted, the server into `<out>`. */
export const build = async (out: string, { server = true }: { server?: boolean } = {}): Promise<void> => {
  // Before, so that what is saved meanwhile counts as newer.
  const sources = sourcesNow(root);
  await Promise.all([buildPages(join(out, "public")), server ? buildServer(out) : undefined]);
  if (!server) return;
  writeFileSync(join(out, "sources.txt"), sources);
  parseYaml(out);
  await writeSchemas();
  await prepareSearch(out);
};

/** What the search learns from the sample questions and reads of the pages, so that nobody waits for it at a start. What was learnt is kept where the questions are the same. */
const prepareSearch = async (out: string): Promise<void> => {
  const { loadLibrary } = await import("../src/content/library.ts");
  const loaded = loadLibrary(root);
  // What does not load is told by the checker and at the start.
  if (loaded.ok) loaded.library.prepareSearch(out);
};

/** The forms of content for editors. They are part of the repository, so that a fresh clone has them; written only where they differ. */
const writeSchemas = async (): Promise<void> => {
  const { editorSchemas, jsonSchemaText } = await import("../src/content/editor-schemas.ts");
  const folder = join(root, "content/schemas");
  mkdirSync(folder, { recursive: true });
  for (const [name, { form }] of Object.entries(editorSchemas)) {
    const file = join(folder, `${name}.json`);
    const text = jsonSchemaText(name, form);
    if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
  }
};

/** Parses all YAML once, so that the server need not at every start. */
const parseYaml = (out: string): void => {
  const files = ["flows", "content", "seeds/communes"].flatMap((dir) =>
    readdirSync(join(root, dir), { recursive: true, encoding: "utf8" }).map((file) => join(root, dir, file)),
  );
  const texts = files
    .filter((f) => f.endsWith(".yaml") && !f.endsWith(".test.yaml"))
    .map((f) => fileText(readFileSync(f, "utf8")))
    // What the reader would refuse must not be known.
    .filter((text) => hiddenFaults("", text).length === 0);
  const sound = texts.map((text) => ({ text, doc: parseDocument(text) })).filter(({ doc }) => doc.errors.length === 0);
  writeFileSync(
    join(out, "known-yaml.json"),
    JSON.stringify(Object.fromEntries(sound.map(({ text, doc }) => [hashOfText(text), doc.toJS()]))),
  );
};

/**
 * The server with the packages it uses, packed together: finding and reading eight hundred files of theirs took half a
 * second of every start, and their comments stayed in memory. What is native or starts threads of its own stays in
 * node_modules.
 */
const buildServer = async (out: string): Promise<void> => {
  const entries = ["src/main.ts", "src/cli.ts", "src/app/pool/worker.ts"]
    .map((file) => join(root, file))
    .filter((file) => existsSync(file));
  if (entries.length === 0) return;
  // Chunks carry a hash in their name, so old ones would pile up.
  for (const part of ["chunks", "migrations"]) rmSync(join(out, part), { recursive: true, force: true });
  await esbuild.build({
    ...common,
    entryPoints: [
      ...entries.map((file) => ({ in: file, out: relative(join(root, "src"), file).replace(/\.ts$/, "") })),
      ...packed,
    ],
    outdir: out,
    platform: "node",
    target: "node20",
    format: "esm",
    external: notPacked,
    plugins: [loadedWhenUsed],
    // As Node would choose: some packages have other files for bundlers.
    mainFields: ["main"],
    conditions: ["node"],
    // Packages written for `require` find Node's own modules by it.
    banner: {
      js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
    },
    legalComments: "none",
    minifyWhitespace: true,
    // Lines, so that a trace in the log says where.
    lineLimit: 120,
    sourcemap: "linked",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
  });
  // Read at start, not bundled: a migration is a file of its own for ever.
  cpSync(join(root, "src/store/migrations"), join(out, "migrations"), { recursive: true });
};

/**
 * A package that is loaded only when it is used stays in node_modules: the start has nothing of it, and what is packed of
 * a package written for `require` gives a lazy import its `default` alone, so that `const { X } = await import(…)` was
 * undefined in the built server and in no test.
 */
const loadedWhenUsed: esbuild.Plugin = {
  name: "loaded when used",
  setup: (build) =>
    build.onResolve({ filter: /^[^.]/ }, ({ kind, path, pluginData }) =>
      kind === "dynamic-import" && pluginData === undefined ? { path, external: true } : undefined,
    ),
};

/** Native, or with threads or files of their own. */
const notPacked = [
  "better-sqlite3",
  "better-sqlite3-napi",
  "@node-rs/argon2",
  "@resvg/resvg-js",
  "piscina",
  "pino",
  "tsx",
];

/**
 * The large packages stand in files of their own: V8 keeps a file with a single Vietnamese letter in it (our patterns
 * have them) as two bytes a letter, and theirs have none.
 */
const packed = ["undici", "zod", "fastify", "grammy", "kysely", "yaml", "i18next", "prom-client"].map((name) => ({
  in: name,
  out: `chunks/packages/${name}`,
}));

/** Scripts and stylesheets with the hash of their content in the name, each also compressed, and a list of them. */
const buildPages = async (folder: string): Promise<void> => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const styles = readdirSync(join(root, "src/ui/styles")).filter(
    (file) => file.endsWith(".css") && !["tokens.css", "fonts.css", "chat-fonts.css", "base.css"].includes(file), // these are imported by the others
  );
  const pages = await esbuild.build({
    ...common,
    entryPoints: {
      chat: join(root, "src/site/chat/client/main.tsx"),
      ...Object.fromEntries(
        styles.map((file) => [`styles/${basename(file, ".css")}`, join(root, "src/ui/styles", file)]),
      ),
    },
    outdir: folder,
    entryNames: "[dir]/[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file" },
    minify: true,
    platform: "browser",
    // Cheap phones are old: Chrome 90 is Android's from 2021.
    target: ["chrome90", "firefox90", "safari14.1"],
    format: "esm",
    metafile: true,
  });
  await esbuild.build({
    ...common,
    // Their addresses never change: other sites, or browsers, have them by heart.
    entryPoints: { nhung: join(root, "src/site/embed/nhung.ts"), "chat-sw": join(root, "src/site/chat/worker.ts") },
    outdir: folder,
    minify: true,
    platform: "browser",
    target: ["chrome90", "firefox90", "safari14.1"],
    format: "iife",
  });
  const files = Object.keys(pages.metafile.outputs).map((file) => relative(folder, resolve(file)));
  for (const file of files.filter((name) => !name.endsWith(".woff2"))) {
    const bytes = readFileSync(join(folder, file));
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  }
  const icons = appIcons();
  for (const { file, png } of icons) writeFileSync(join(folder, file), png);
  const manifest = Object.fromEntries([
    ...files.map((file) => [file.replace(/-[A-Z0-9]{8}(?=\.)/, ""), file]),
    ...icons.map(({ name, file }) => [name, file]),
  ]);
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest, null, 1));
};

const common = {
  bundle: true,
  absWorkingDir: root,
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
  define: { "process.env.NODE_ENV": '"production"' },
} satisfies esbuild.BuildOptions;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await build(join(root, "dist"));
