import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { stringify } from "yaml";
import { build } from "../scripts/build.ts";
import { flows } from "./our-flows.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * An installation of our server to measure, beside the real one: the built program as it is, the real content and
 * seeds, and the benchmark's lesson among the flows. On the disk of the repository, because a commit in memory would
 * prove nothing. Without `ours` only the peers are built.
 */
export const makePlace = async (ours: boolean) => {
  const place = join(root, "data", "bench");
  rmSync(place, { recursive: true, force: true });
  mkdirSync(join(place, "flows"), { recursive: true });
  for (const shared of ["node_modules", "content", "seeds", "assets", "package.json"])
    symlinkSync(join(root, shared), join(place, shared));
  for (const flow of readdirSync(join(root, "flows"))) cpSync(join(root, "flows", flow), join(place, "flows", flow));
  for (const flow of flows) writeFileSync(join(place, "flows", `${flow.id}.yaml`), stringify(flow));
  // What the search learnt is taken where it is of the same questions: learning it again takes half a minute.
  const learnt = join(root, "dist", "search.bin");
  mkdirSync(join(place, "dist"), { recursive: true });
  if (ours && existsSync(learnt)) cpSync(learnt, join(place, "dist", "search.bin"));
  if (ours) await build(join(place, "dist"));
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["bench/fake-bot-api.ts", "bench/side-channel.ts", "bench/peers/grammy.ts", "bench/peers/telegraf.ts"],
    outdir: join(place, "bench"),
    entryNames: "[name]",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  return {
    root,
    place,
    file: (name: string): string => join(place, name),
    folder: (name: string): string => {
      const folder = join(place, name);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    remove: (): void => rmSync(place, { recursive: true, force: true }),
  };
};
export type Place = Awaited<ReturnType<typeof makePlace>>;
