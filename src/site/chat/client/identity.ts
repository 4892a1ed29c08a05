import type { PageData } from "../page-data.ts";

/**
 * Headers that say who this browser is. Usually none: the cookie does it, out of reach of scripts. In a frame of another
 * site, or where cookies are refused, the token the page came with is kept by the page itself.
 */
export type Identity = { readonly headers: () => Record<string, string>; readonly refused: () => boolean };

export const identity = (page: PageData): Identity => {
  const name = `talk-${page.commune}`;
  const store = storage(page.framed);
  // An older token goes first: the new one is a stranger, and the talk would be lost.
  let token = page.token === null ? null : (store?.getItem(name) ?? page.token);
  if (token !== null) keep(store, name, token);
  return {
    headers: () => (token === null ? {} : { "x-talk": token }),
    /** The server does not know the token any more. True: there is a fresh one to try. */
    refused: () => {
      if (token === page.token) return false;
      token = page.token;
      if (token !== null) keep(store, name, token);
      return token !== null;
    },
  };
};

/** A frame outlives the tab, as a cookie would; a page of its own keeps the token no longer than the tab. Reading either may throw where storage is forbidden. */
const storage = (framed: boolean): Storage | null => {
  try {
    return framed ? localStorage : sessionStorage;
  } catch {
    return null;
  }
};

const keep = (store: Storage | null, name: string, token: string): void => {
  try {
    store?.setItem(name, token);
  } catch {
    // Full or forbidden: the talk then lasts as long as the page.
  }
};
