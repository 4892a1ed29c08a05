/** How rare a word is among the topics' own names and phrases. A pair nobody wrote says nothing; a word nobody wrote says that the question is about something else. */
export const rarityOf = (topics: number, named: (feature: string) => number): ((feature: string) => number) => {
  const stranger = Math.log(1 + topics / 3);
  return (feature) => {
    const n = named(feature);
    return n === 0 ? (feature.includes(" ") ? 0 : stranger) : Math.log(1 + topics / n);
  };
};
