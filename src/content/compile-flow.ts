import { z } from "zod";
import type { Step } from "../engine/definition/steps.ts";
import { Definition } from "../engine/definition.ts";
import { Text } from "../engine/text.ts";
import { FlowStep } from "../product/flow-step.ts";
import type { Compiled } from "./compiled.ts";
import { extractTexts } from "./extract-texts.ts";
import { halfTexts } from "./half-texts.ts";
import { hashOf } from "./hash.ts";
import type { Problem } from "./problem.ts";
import { Code } from "./schema.ts";
import { schemaFaults } from "./schema-faults.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A written flow: `flows/<id>.yaml`. Steps are written `- say: …`; the short forms below are made whole here. */
const FlowFile = z.strictObject({
  spec: z.literal(1),
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: Text,
  /** Typed into any chat to open it: CDS1. */
  code: Code.optional(),
  start: z.string(),
  states: z.record(z.string(), z.array(z.unknown()).min(1)),
  checkpoints: z.array(z.string()).default([]),
});

/** Compiles a flow file, or says line by line what is wrong with it. */
export const compileFlow = (
  yaml: YamlFile,
):
  | { readonly ok: true; readonly compiled: Compiled }
  | { readonly ok: false; readonly problems: readonly Problem[] } => {
  const version = hashOf({ compiler: 1, flow: yaml.value });
  const id =
    typeof yaml.value === "object" && yaml.value !== null && "id" in yaml.value ? String(yaml.value.id) : yaml.file;
  const half = halfTexts(yaml);
  const { value, texts } = extractTexts(half.value, `${id}@${version}`);
  const file = FlowFile.safeParse(value);
  if (!file.success)
    return { ok: false, problems: [...half.problems, ...schemaFaults(yaml, FlowFile, value, file.error.issues)] };
  const problems: Problem[] = [...half.problems];
  const states: Record<string, Definition["states"][string]> = {};
  for (const [name, written] of Object.entries(file.data.states)) {
    const steps = written.flatMap((raw, i): Step[] => {
      const made = whole(raw);
      const step = FlowStep.safeParse(made);
      if (step.success) return [step.data];
      problems.push(...schemaFaults(yaml, FlowStep, made, step.error.issues, ["states", name, i]));
      return [];
    });
    states[name] = { id: name, steps, checkpoint: file.data.checkpoints.includes(name) };
  }
  if (problems.length > 0) return { ok: false, problems };
  const definition = Definition.parse({
    id,
    version,
    kind: "flow",
    title: file.data.title,
    start: file.data.start,
    states,
  });
  return { ok: true, compiled: { definition, texts, cards: new Map(), code: file.data.code } };
};

const isText = (v: unknown): boolean => typeof v === "object" && v !== null && "ns" in v && "key" in v;

/** `- say: {vi, en}`, `- goto: x`, `- call: x`, `- return: x`, `- end` made whole. */
const whole = (raw: unknown): unknown => {
  if (typeof raw === "string") return { kind: raw };
  if (typeof raw !== "object" || raw === null) return raw;
  const [entry, ...more] = Object.entries(raw);
  if (!entry || more.length > 0) return raw;
  const [kind, body] = entry;
  if (kind === "say" && isText(body)) return { kind, text: body };
  if (kind === "goto" && typeof body === "string") return { kind, to: body };
  if (kind === "call" && typeof body === "string") return { kind, flow: body };
  if (kind === "return" && typeof body === "string") return { kind, result: body };
  return { kind, ...(typeof body === "object" && body !== null ? body : {}) };
};
