import { JS, type Node, type NoParent } from "refa";

type Inner = NoParent<Node>;
type Then = (at: number) => boolean;

const parsed = ({ source, flags }: RegExp): Inner =>
  JS.Parser.fromLiteral({ source, flags }).parse({ simplify: false, maxNodes: 100_000 }).expression;

/**
 * How many characters a backtracking matcher looks at to find every match of a pattern in a text. Slow and simple, and
 * nothing of the proof in scripts/pattern-cost.ts is in it, so that one can be held against the other.
 */
export const stepsOf = (pattern: RegExp, text: string): number => {
  const expression = parsed(pattern);
  const unicode = /[uv]/.test(pattern.flags);
  const signs = unicode
    ? [...text].map((c) => c.codePointAt(0) ?? 0)
    : [...Array(text.length)].map((_, i) => text.charCodeAt(i));
  let steps = 0;
  const match = (node: Inner, at: number, then: Then): boolean => {
    switch (node.type) {
      case "CharacterClass":
        steps += 1;
        if (steps > 3_000_000) throw new Error(`${pattern} does not come to an end`);
        return at < signs.length && node.characters.has(signs[at] ?? 0) && then(at + 1);
      case "Concatenation": {
        const from = (i: number, here: number): boolean => {
          const element = node.elements[i];
          return element ? match(element, here, (next) => from(i + 1, next)) : then(here);
        };
        return from(0, at);
      }
      case "Alternation":
      case "Expression":
        return node.alternatives.some((alternative) => match(alternative, at, then));
      case "Quantifier": {
        const again = (times: number, here: number): boolean => {
          const more = (): boolean =>
            times < node.max &&
            node.alternatives.some((a) =>
              match(a, here, (next) => (next > here || times < node.min) && again(times + 1, next)),
            );
          if (times < node.min) return more();
          return node.lazy ? then(here) || more() : more() || then(here);
        };
        return again(0, at);
      }
      case "Assertion": {
        const stands =
          node.kind === "ahead"
            ? node.alternatives.some((a) => match(a, at, () => true))
            : Array.from({ length: Math.min(at, 25) + 1 }, (_, back) => at - back).some((from) =>
                node.alternatives.some((a) => match(a, from, (end) => end === at)),
              );
        return stands !== node.negate && then(at);
      }
      default:
        throw new Error(node.type);
    }
  };
  for (let at = 0; at <= signs.length; ) {
    let end = at;
    match(expression, at, (found) => {
      end = found;
      return true;
    });
    at = Math.max(at + 1, end);
  }
  return steps;
};

/** Words that parts of a pattern match: each of its alternatives and each body of its loops. `pick` chooses below a number. */
export const wordsOf = (pattern: RegExp, pick: (below: number) => number): readonly string[] => {
  const found = new Set<string>();
  const word = (node: Inner): string => {
    switch (node.type) {
      case "CharacterClass": {
        const { ranges } = node.characters;
        const range = ranges[pick(ranges.length)];
        return range ? String.fromCodePoint(range.min + pick(Math.min(26, range.max - range.min + 1))) : "";
      }
      case "Concatenation":
        return node.elements.map(word).join("");
      case "Alternation":
      case "Expression": {
        const alternative = node.alternatives[pick(node.alternatives.length)];
        return alternative ? noted(alternative) : "";
      }
      case "Quantifier":
        return Array.from({ length: Math.min(node.max, node.min + pick(3)) }, () => {
          const alternative = node.alternatives[pick(node.alternatives.length)];
          return alternative ? noted(alternative) : "";
        }).join("");
      default:
        return "";
    }
  };
  const noted = (node: Inner): string => {
    const made = word(node);
    if (made !== "") found.add(made);
    return made;
  };
  noted(parsed(pattern));
  return [...found];
};
