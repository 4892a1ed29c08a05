import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, isMap, isNode, isPair, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import { fault } from "../errors.ts";
import { type KnownYaml, nothingKnown } from "../kit/known-yaml.ts";
import { fail, ok, type Result } from "../kit/result.ts";
import { Commune } from "./schema.ts";

/** Where an author has to look, and what is wrong there. `line` counts from 1. */
export type SeedFault = { readonly file: string; readonly line: number; readonly says: string };

/**
 * Every commune of a directory, by file name. All faults of all files are told at once, one a line as
 * `file:line: sentence`, so that an author corrects them in one go.
 */
export function loadCommunes(dir: string, known: KnownYaml = nothingKnown): Result<Commune[]> {
  const files = seedFiles(dir);
  if (files.length === 0) return fail(fault("FLOW_INVALID", `${dir}: there is no commune here (no .yaml file)`));

  const communes: Commune[] = [];
  const faults: SeedFault[] = [];
  for (const file of files) {
    const read = readCommune(file, readFileSync(join(dir, file), "utf8"), known);
    if (Array.isArray(read)) faults.push(...read);
    else communes.push(read);
  }
  if (faults.length === 0) return ok(communes);
  return fail(fault("FLOW_INVALID", faults.map((f) => `${f.file}:${f.line}: ${f.says}`).join("\n")));
}

/** One commune from the text of its file, or all that is wrong with it. The file must be named after the code. */
export function readCommune(file: string, source: string, known: KnownYaml = nothingKnown): Commune | SeedFault[] {
  // Only a faulty file has to be parsed here, to say where.
  const quick = Commune.safeParse(known(source));
  if (quick.success && file === `${quick.data.code}.yaml`) return quick.data;
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const at = (offset: number, says: string): SeedFault => ({ file, line: lines.linePos(offset).line, says });
  if (document.errors.length > 0) return document.errors.map((e) => at(e.pos[0], e.message.split("\n")[0] ?? e.code));

  const parsed = Commune.safeParse(document.toJS());
  if (!parsed.success) return parsed.error.issues.flatMap((issue) => sentences(document, issue, at));
  if (file !== `${parsed.data.code}.yaml`)
    return [at(offsetOf(document, ["code"]), `the file must be called ${parsed.data.code}.yaml, like the code in it`)];
  return parsed.data;
}

function seedFiles(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => name.endsWith(".yaml"))
      .sort();
  } catch {
    return [];
  }
}

type Path = readonly PropertyKey[];
type At = (offset: number, says: string) => SeedFault;

function sentences(document: Document, issue: z.core.$ZodIssue, at: At): SeedFault[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      at(keyOffset(document, issue.path, key), `${where(document, issue.path)}: there is no field called "${key}"`),
    );
  const missing = issue.code === "invalid_type" && !document.hasIn(issue.path);
  const says = missing ? "is missing" : issue.message;
  return [at(offsetOf(document, issue.path), `${where(document, issue.path)}: ${says}`)];
}

/** `targets[3] (vneid-2030) value`: the place by number, and by id where there is one. */
function where(document: Document, path: Path): string {
  const words = path.map((step, depth) => {
    if (typeof step !== "number") return ` ${String(step)}`;
    const id = document.getIn([...path.slice(0, depth + 1), "id"]);
    return typeof id === "string" ? `[${step}] (${id})` : `[${step}]`;
  });
  return words.join("").trim() || "the file";
}

/** The place of the value itself or, when it is not there, of the nearest thing around it. */
function offsetOf(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document, path: Path, key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => isPair(item) && String(item.key) === key) : undefined;
  const node: Node | undefined = isNode(pair?.key) ? pair.key : undefined;
  return node?.range?.[0] ?? offsetOf(document, path);
}
