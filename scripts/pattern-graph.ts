import { CharBase, type CharSet, JS, type Node, type NoParent } from "refa";

/**
 * A pattern as the paths that a backtracking matcher may go: states are "this character of the pattern was just read",
 * moves go by classes of characters. State 0 is the search itself, which tries the pattern anew at every place of a text.
 */
export type Graph = {
  /** `moves[state][class]`: where that character leads; twice the same place where two ways lead there. */
  readonly moves: readonly (readonly (readonly number[] | undefined)[])[];
  /** Whoever comes to this state has matched: nothing is tried again after it. */
  readonly sure: readonly boolean[];
  readonly classes: number;
};

/** More copies than this of a part are as good as any number: a text of a few thousand characters can fill them all. */
const manyTimes = 100;
/** A pattern that needs more is not read by people either. */
const mostStates = 20_000;

export const graphOf = ({ source, flags }: RegExp): Graph => {
  const parser = JS.Parser.fromLiteral({ source, flags });
  const { expression } = parser.parse({ backreferences: "throw", maxNodes: 100_000, simplify: false });
  const base = new CharBase([...setsIn(expression)]);
  // A set that leaves characters out leaves out those no set names too: they are one more class.
  const classes = base.sets.length + 1;
  const split = new Map<CharSet, readonly number[]>();
  const classesOf = (set: CharSet): readonly number[] => {
    const known = split.get(set) ?? base.split(set);
    split.set(set, known);
    return known;
  };

  // The pattern as places joined by moves without a character; `read` ones take one.
  const places: Place[] = [];
  const place = (): number => places.push({ next: [], reads: null }) - 1;
  const add = (from: number, to: number, how: Pick<Edge, "see" | "back"> = {}): void => {
    places[from]?.next.push({ to, ...how });
  };

  /** Lays out a part of the pattern after `from`; answers the place behind it. */
  const lay = (node: Inner, from: number): number => {
    if (places.length > mostStates) throw new Error("too large to be proved");
    switch (node.type) {
      case "CharacterClass": {
        const reads = place();
        places[reads] = { next: [], reads: classesOf(node.characters) };
        add(from, reads);
        return reads;
      }
      case "Concatenation":
        return node.elements.reduce((at, element) => lay(element, at), from);
      case "Alternation":
      case "Expression":
        return either(node.alternatives, from);
      case "Quantifier":
        return repeated(node, from);
      case "Assertion":
        return asserted(node, from);
      default:
        throw new Error(`${node.type} cannot be proved`);
    }
  };

  const either = (alternatives: readonly Inner[], from: number): number => {
    const end = place();
    for (const alternative of alternatives) add(lay(alternative, from), end);
    return end;
  };

  const repeated = ({ alternatives, min, max }: Quantified, from: number): number => {
    let at = from;
    for (let i = 0; i < Math.min(min, manyTimes); i++) at = either(alternatives, at);
    const end = place();
    if (max > manyTimes) {
      const again = place();
      add(at, again);
      add(either(alternatives, again), again, { back: true });
      add(again, end);
      return end;
    }
    add(at, end);
    for (let i = min; i < max; i++) {
      at = either(alternatives, at);
      add(at, end);
    }
    return end;
  };

  /** One character seen ahead or behind only closes moves; a longer look ahead is a way of its own that ends nowhere. */
  const asserted = (node: Asserted, from: number): number => {
    const end = place();
    const see = seen(node);
    if (see) {
      add(from, end, { see: { ...see, behind: node.kind === "behind" } });
      return end;
    }
    if (node.kind === "ahead") either(node.alternatives, from);
    else if (longest(node) > manyTimes) throw new Error("looks behind without an end");
    add(from, end);
    return end;
  };

  /** What an assertion of one character lets through, or null where it is a longer one. */
  const seen = ({ kind, negate, alternatives }: Asserted): Seen | null => {
    const open = { classes: new Set<number>(), edge: false };
    for (const { elements } of alternatives) {
      const [only, ...more] = elements;
      if (!only || more.length > 0) return null;
      if (only.type === "CharacterClass") for (const c of classesOf(only.characters)) open.classes.add(c);
      else if (only.type === "Assertion" && only.kind === kind) {
        const inner = seen(only);
        if (!inner) return null;
        for (const c of inner.classes) open.classes.add(c);
        open.edge ||= inner.edge;
      } else return null;
    }
    if (!negate) return open;
    const others = Array.from({ length: classes }, (_, c) => c).filter((c) => !open.classes.has(c));
    return { classes: new Set(others), edge: !open.edge };
  };

  const start = place();
  const end = lay(expression, start);
  return walked(places, { start, end, classes, sticky: flags.includes("y") });
};

type Inner = NoParent<Node>;
type Quantified = Extract<Inner, { type: "Quantifier" }>;
type Asserted = Extract<Inner, { type: "Assertion" }>;
type Seen = { readonly classes: ReadonlySet<number>; readonly edge: boolean };
/** `back`: from the end of a loop to its head. */
type Edge = { readonly to: number; readonly see?: Seen & { readonly behind: boolean }; readonly back?: boolean };
type Place = { readonly next: Edge[]; readonly reads: readonly number[] | null };

const setsIn = function* (node: Inner): Iterable<CharSet> {
  if (node.type === "CharacterClass") yield node.characters;
  if ("elements" in node) for (const element of node.elements) yield* setsIn(element);
  if ("alternatives" in node) for (const alternative of node.alternatives) yield* setsIn(alternative);
};

const longest = (node: Inner): number => {
  switch (node.type) {
    case "CharacterClass":
      return 1;
    case "Assertion":
      return "kind" in node && node.kind === "behind" ? Math.max(0, ...node.alternatives.map(longest)) : 0;
    case "Quantifier":
      return node.max === 0 ? 0 : node.max * Math.max(0, ...node.alternatives.map(longest));
    case "Concatenation":
      return node.elements.reduce((sum, element) => sum + longest(element), 0);
    default:
      return "alternatives" in node ? Math.max(0, ...node.alternatives.map(longest)) : 0;
  }
};

/** Joins the places that read a character directly, each once for every class of character that may stand before it. */
const walked = (
  places: readonly Place[],
  { start, end, classes, sticky }: { start: number; end: number; classes: number; sticky: boolean },
): Graph => {
  // What was read last matters only to looks behind: classes that none of them tells apart are one.
  const looks = places.flatMap(({ next }) => next.flatMap(({ see }) => (see?.behind ? [see.classes] : [])));
  const prints = Array.from({ length: classes }, (_, c) => looks.map((l) => (l.has(c) ? "1" : "0")).join(""));
  const lastOf = prints.map((print) => prints.indexOf(print));

  const names: { at: number; last: number }[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (at: number, last: number): number => {
    const name = `${at} ${last}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push({ at, last }) - 1;
  };
  const moves: number[][][] = [];
  const sure: boolean[] = [];

  /** Every way on from a place without reading: to a place that reads, or to the end. A round of a loop that reads nothing is none. */
  const onward = (from: number, last: number, found: (to: number, ahead: Seen | null) => void): void => {
    const round = new Map<number, number>();
    const go = (at: number, ahead: Seen | null): void => {
      if (at === end) found(end, ahead);
      round.set(at, (round.get(at) ?? 0) + 1);
      for (const { to, see, back } of places[at]?.next ?? []) {
        if (back && (round.get(to) ?? 0) > 0) continue;
        let now = ahead;
        if (see?.behind) {
          if (last === before ? !see.edge : !see.classes.has(last)) continue;
        } else if (see) now = ahead ? both(ahead, see) : see;
        if (places[to]?.reads) found(to, now);
        else go(to, now);
      }
      round.set(at, (round.get(at) ?? 0) - 1);
    };
    go(from, null);
  };

  const step = (number: number, from: number, last: number): void => {
    onward(from, last, (to, ahead) => {
      if (to === end && !ahead) sure[number] = true;
      for (const c of places[to]?.reads ?? [])
        if (!ahead || ahead.classes.has(c)) move(number, c, numberOf(to, lastOf[c] ?? 0));
    });
  };
  const move = (from: number, c: number, to: number): void => {
    const row = moves[from] ?? [];
    moves[from] = row;
    row[c] = [...(row[c] ?? []), to];
  };

  // The search may pass over any character and begin after it; only its first try has nothing before it.
  numberOf(searching, 0);
  numberOf(searching, before);
  for (let i = 0; i < names.length; i++) {
    const { at, last } = names[i] ?? { at: searching, last: before };
    moves[i] ??= [];
    sure[i] ??= false;
    if (names.length > mostStates) throw new Error("too large to be proved");
    if (at !== searching) step(i, at, last);
    else {
      step(i, start, last);
      sure[i] = false;
      if (!sticky) for (let c = 0; c < classes; c++) move(i, c, numberOf(searching, lastOf[c] ?? 0));
    }
  }
  return { moves, sure, classes };
};

const searching = -1;
/** Nothing stands before the first character. */
const before = -2;

const both = (a: Seen, b: Seen): Seen => ({
  classes: new Set([...a.classes].filter((c) => b.classes.has(c))),
  edge: a.edge && b.edge,
});
