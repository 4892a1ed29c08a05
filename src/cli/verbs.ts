import { ask } from "./ask.ts";
import { audit } from "./audit.ts";
import { backup } from "./backup.ts";
import { breach } from "./breach.ts";
import { channels } from "./channels.ts";
import { check } from "./check.ts";
import { demo } from "./demo.ts";
import { facts } from "./facts.ts";
import { importing } from "./import.ts";
import { indicators } from "./indicators.ts";
import { invite } from "./invite.ts";
import { migrate } from "./migrate.ts";
import { report } from "./report.ts";
import { restore } from "./restore.ts";
import { staff } from "./staff.ts";
import { targets } from "./targets.ts";
import { texts } from "./texts.ts";
import type { Verb } from "./verb.ts";

/** Every verb by its name: a new one is a file beside this one and a line here. */
export const verbs: Readonly<Record<string, Verb>> = {
  ask,
  audit,
  backup,
  breach,
  channels,
  check,
  demo,
  facts,
  import: importing,
  indicators,
  invite,
  migrate,
  report,
  restore,
  staff,
  targets,
  texts,
};
