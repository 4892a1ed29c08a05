declare const left: unique symbol;

/**
 * Words of a person with nothing private in them, or with no more than what was asked for: `Clean<"phone">`. Whatever
 * keeps somebody's own words, a session or a field of the store, takes this type, so that nobody can pass a text by
 * `people/clean.ts`, which alone makes it, without the compiler saying so.
 */
export type Clean<Left extends string = never> = string & { readonly [left]: readonly Left[] };
