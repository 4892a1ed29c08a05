import type { Env } from "./env.ts";
import type { CommuneFacts } from "./facts.ts";

/**
 * The world as one commune sees it: what serves a single province is neither listed nor found anywhere else. Somebody
 * in Thái Nguyên who is led into iHanoi would file a report that nobody there reads.
 */
export const localWorld = (env: Env, { province }: Pick<CommuneFacts, "province">): Env => {
  const elsewhere = env.catalogue.filter((e) => e.onlyIn !== undefined && e.onlyIn !== province);
  if (elsewhere.length === 0) return env;
  const hidden = new Set(elsewhere.map(nameOf));
  return {
    ...env,
    catalogue: env.catalogue.filter((e) => !hidden.has(nameOf(e))),
    search: (text, commune) => {
      const searched = env.search(text, commune);
      const found = searched.found.filter((f) => !hidden.has(nameOf(f)));
      // What stands first now was not the answer; it is only what is nearest.
      return { ...searched, found, sure: searched.sure && found[0] === searched.found[0] };
    },
  };
};

const nameOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind}:${id}`;
