import { useEffect, useRef } from "preact/hooks";

/**
 * The browser's Back, which on many phones is the one key people know, goes one step back in the talk as "Quay lại" does.
 * Each thing the person did has an entry in the browser's history, put there while they tap: entries of any other moment
 * are skipped by Chrome. At the menu Back leaves, over all of them.
 */
export const useBack = ({ framed, atMenu, back }: Needs): { readonly acted: () => void } => {
  const deep = useRef(0);
  const popped = useRef(() => {});
  popped.current = () => {
    const before = deep.current;
    deep.current = depth();
    // Forward, or somebody else's entry.
    if (deep.current >= before) return;
    if (atMenu) history.go(-(deep.current + 1));
    else back();
  };
  useEffect(() => {
    // In a frame the history is that of the page around it.
    if (framed) return;
    deep.current = depth();
    const listener = () => popped.current();
    addEventListener("popstate", listener);
    return () => removeEventListener("popstate", listener);
  }, []);
  return {
    acted: () => {
      if (framed) return;
      deep.current += 1;
      history.pushState({ deep: deep.current }, "");
    },
  };
};

type Needs = { readonly framed: boolean; readonly atMenu: boolean; readonly back: () => void };

/** How many things were done since the page was entered; it stays with the entry over a reload. */
const depth = (): number => {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "deep" in state && typeof state.deep === "number"
    ? state.deep
    : 0;
};
