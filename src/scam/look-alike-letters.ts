/** Letters of other alphabets that people take for Latin ones: those Unicode's list of confusables names and phishing uses. */
const pairs =
  "аa вb сc ԁd еe ɡg һh іi јj кk ӏl мm пn оo рp ԛq ѕs тt υu ѵv ԝw хx уy αa βb εe ηn ιi κk νv οo ρp τt χx γy ıi ɑa ʟl øo łl";

export const letterOf: ReadonlyMap<string, string> = new Map(
  pairs.split(" ").flatMap((pair) => {
    const [strange = "", latin = ""] = pair;
    return [
      [strange, latin],
      [strange.toUpperCase(), latin],
    ] as const;
  }),
);
