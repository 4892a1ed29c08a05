import { kinds, type PrivateKind } from "./private/kinds.ts";
import { privateParts } from "./private/private-parts.ts";

/**
 * What a person should never have typed to us, if the text holds any: it is then not kept, not logged, and they are told
 * kindly. Telephones, addresses of mail and the like pass here and are cut out of what is kept (clean.ts).
 */
export const sensitive = (text: string): PrivateKind | null =>
  privateParts(text).find(({ kind }) => kinds[kind].refused)?.kind ?? null;
