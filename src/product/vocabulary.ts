import type { Vocabulary } from "../engine/context.ts";
import { emergencyNumbers } from "./emergency-numbers.ts";
import { entryFlows } from "./entry-flows.ts";
import { fills } from "./fills.ts";
import { guards } from "./guards.ts";
import { lists } from "./lists.ts";
import { openCode } from "./open-code.ts";
import { readers } from "./readers.ts";
import { values } from "./values.ts";

/** All that the flows of this product may name, as the engine is handed it. */
export const vocabulary: Vocabulary = {
  guards,
  lists,
  readers,
  values,
  help: emergencyNumbers,
  fills,
  flows: entryFlows,
  openCode,
};
