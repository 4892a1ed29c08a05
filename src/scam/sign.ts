import type { InspectedMessage } from "./message.ts";
import type { Range } from "./view.ts";

/**
 * How much one sight says. 1: genuine messages have it too. 2: a reason to ask back. 3: nobody honest does this.
 * How they add up stands in inspect.ts.
 */
export type SignWeight = 1 | 2 | 3;
export type Sight = { readonly at: Range; readonly weight: SignWeight };

/** One trick: where it is seen in a message, in any order. */
export type Sign = (message: InspectedMessage) => readonly Sight[];
