import { type Graph, graphOf } from "./pattern-graph.ts";

/**
 * Why matching could cost more than the length of a text, or null where it is proved that it cannot. A backtracking
 * matcher walks every path through its pattern before it gives up. Some text makes that grow
 * - exponentially, when one loop can read it in two ways: `(a|a)*b`, `(100 |[0-9]+ )*x`;
 * - with its square or worse, when two loops, one after the other, can both read it: `\s*\s*x`. The search for a place
 *   to begin is the first loop of every pattern that has no `^`: `\S+@`, `[a-z]+\.apk`.
 * (Weber and Seidl 1991, "On the degree of ambiguity of finite automata".) What is refused here may still be harmless;
 * what passes is linear, as far as repetitions of up to a hundred count as a fixed number.
 */
export const costOf = (pattern: RegExp): string | null => {
  let graph: Graph;
  try {
    graph = graphOf(pattern);
  } catch (error) {
    return `cannot be proved: ${error instanceof Error ? error.message : String(error)}`;
  }
  const loops = loopsOf(graph);
  return twoWays(graph, loops) ?? twoLoops(graph, loops);
};

type Loops = {
  /** For each state the number of the loop it lies in, or -1. */
  readonly of: readonly number[];
  readonly members: readonly (readonly number[])[];
};

/** States from which one can come back: strongly connected ones (Tarjan), without those that are a match already. */
const loopsOf = ({ moves, sure }: Graph): Loops => {
  const all = moves.map((row, from) =>
    sure[from] ? [] : [...new Set(row.flatMap((to) => to ?? []))].filter((to) => !sure[to]),
  );
  const parts = components(moves.length, (n) => all[n] ?? []);
  const members = parts.filter((part) => part.length > 1 || (all[part[0] ?? 0] ?? []).includes(part[0] ?? 0));
  const of = moves.map(() => -1);
  members.forEach((part, i) => {
    for (const n of part) of[n] = i;
  });
  return { of, members };
};

/** One loop that reads the same text in two ways: a pair of walkers can part inside it and meet again. */
const twoWays = ({ moves, classes }: Graph, { of, members }: Loops): string | null => {
  const size = moves.length;
  for (const part of members) {
    const inside = (n: number): boolean => of[n] === of[part[0] ?? 0];
    for (const n of part)
      for (const to of moves[n] ?? []) {
        const within = (to ?? []).filter(inside);
        if (new Set(within).size < within.length) return "exponential: a loop inside a loop that may be empty";
      }
    if (part.length === 1) continue;
    const seen = new Set<number>();
    const next = (pair: number): number[] => {
      const [a, b] = [Math.floor(pair / size), pair % size];
      const found: number[] = [];
      for (let c = 0; c < classes; c++)
        for (const x of moves[a]?.[c] ?? [])
          if (inside(x)) for (const y of moves[b]?.[c] ?? []) if (inside(y)) found.push(x * size + y);
      return found;
    };
    for (const n of part) {
      if (seen.has(n)) continue;
      const pairs = reachable(n * size + n, next);
      for (const pair of pairs) if (pair % (size + 1) === 0) seen.add(pair / (size + 1));
      const index = new Map([...pairs].map((pair, i) => [pair, i]));
      const list = [...pairs];
      const knots = components(list.length, (i) => next(list[i] ?? 0).flatMap((pair) => index.get(pair) ?? []));
      for (const knot of knots) {
        const states = knot.map((i) => list[i] ?? 0);
        if (states.some((pair) => pair % (size + 1) === 0) && states.some((pair) => pair % (size + 1) !== 0))
          return "exponential: a loop can read the same text in two ways";
      }
    }
  }
  return null;
};

/** Two loops one after the other that can read the same text: three walkers, in the first, on the way, in the second. */
const twoLoops = ({ moves, classes }: Graph, { of, members }: Loops): string | null => {
  const size = moves.length;
  for (const [i, first] of members.entries()) {
    const after = reachable(first[0] ?? 0, (n) => (moves[n] ?? []).flatMap((to) => to ?? []));
    for (const [j, second] of members.entries()) {
      if (i === j || !second.some((n) => after.has(n))) continue;
      for (const p of first)
        for (const q of second) {
          const next = (triple: number): number[] => {
            const a = Math.floor(triple / size / size);
            const b = Math.floor(triple / size) % size;
            const found: number[] = [];
            for (let c = 0; c < classes; c++)
              for (const x of moves[a]?.[c] ?? [])
                if (of[x] === i)
                  for (const z of moves[triple % size]?.[c] ?? [])
                    if (of[z] === j)
                      for (const y of moves[b]?.[c] ?? []) if (after.has(y)) found.push((x * size + y) * size + z);
            return found;
          };
          const goal = (p * size + q) * size + q;
          if (reachable((p * size + p) * size + q, next, goal).has(goal))
            return i === of[0]
              ? "quadratic: it can begin anywhere in a text that it then reads on and on"
              : "quadratic: two loops after each other can read the same text";
        }
    }
  }
  return null;
};

const reachable = (from: number, next: (n: number) => readonly number[], goal = -1): Set<number> => {
  const found = new Set([from]);
  for (const n of found) {
    if (found.has(goal)) break;
    for (const to of next(n)) found.add(to);
  }
  return found;
};

/** Strongly connected components (Tarjan), without recursion. */
const components = (size: number, next: (n: number) => readonly number[]): number[][] => {
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const open = new Uint8Array(size);
  const stack: number[] = [];
  const found: number[][] = [];
  let count = 0;
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    const calls: { n: number; to: readonly number[]; i: number }[] = [];
    const enter = (n: number): void => {
      order[n] = low[n] = count++;
      stack.push(n);
      open[n] = 1;
      calls.push({ n, to: next(n), i: 0 });
    };
    enter(root);
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      const to = call.to[call.i++];
      if (to === undefined) {
        calls.pop();
        const { n } = call;
        const above = calls.at(-1);
        if (above) low[above.n] = Math.min(low[above.n] ?? 0, low[n] ?? 0);
        if (low[n] !== order[n]) continue;
        const part = stack.splice(stack.lastIndexOf(n));
        for (const member of part) open[member] = 0;
        found.push(part);
      } else if (order[to] === -1) enter(to);
      else if (open[to]) low[call.n] = Math.min(low[call.n] ?? 0, order[to] ?? 0);
    }
  }
  return found;
};
