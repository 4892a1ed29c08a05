import type { World } from "./env.ts";
import type { CommuneFacts } from "./facts.ts";

/**
 * The world as one commune sees it: what serves a single province is neither listed nor found anywhere else. Somebody
 * in Thái Nguyên who is led into iHanoi would file a report that nobody there reads.
 */
export const worldOfProvince = <W extends World>(env: W, { province }: Pick<CommuneFacts, "province">): W => {
  const { hidden, catalogue } = seenFrom(env.catalogue, province);
  if (hidden.size === 0) return env;
  return {
    ...env,
    catalogue,
    search: (text, commune) => {
      const searched = env.search(text, commune);
      const found = searched.found.filter((f) => !hidden.has(nameOf(f)));
      // What stands first now was not the answer; it is only what is nearest.
      const first = found[0] === searched.found[0];
      const both = searched.both === true && first && found[1] === searched.found[1];
      return { ...searched, found, both, sure: searched.sure && first, certain: searched.certain === true && first };
    },
  };
};

type Catalogue = World["catalogue"];
type View = { readonly hidden: ReadonlySet<string>; readonly catalogue: Catalogue };

/** The same for every turn of a province until the content changes; looked up anew it was a thirtieth of a turn. */
const seenFrom = (catalogue: Catalogue, province: string): View => {
  const views = known.get(catalogue) ?? new Map<string, View>();
  known.set(catalogue, views);
  let view = views.get(province);
  if (!view) {
    const hidden = new Set(catalogue.filter((e) => e.onlyIn !== undefined && e.onlyIn !== province).map(nameOf));
    view = { hidden, catalogue: catalogue.filter((e) => !hidden.has(nameOf(e))) };
    views.set(province, view);
  }
  return view;
};
const known = new WeakMap<Catalogue, Map<string, View>>();

const nameOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind}:${id}`;
