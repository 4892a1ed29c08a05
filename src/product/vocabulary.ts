import type { Vocabulary } from "../engine/context.ts";
import { entryFlows } from "./entry-flows.ts";
import { fills } from "./fills.ts";
import { guards } from "./guards.ts";
import { lists } from "./lists.ts";
import { values } from "./values.ts";

/** All that the flows of this product may name, as the engine is handed it. */
export const vocabulary: Vocabulary = { guards, lists, values, fills, flows: entryFlows };
