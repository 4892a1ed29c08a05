/** Keeps the `most` pictures used last: each is drawn once and stays while it is in use. */
export const keep = (most: number): ((key: string, draw: () => Uint8Array) => Uint8Array) => {
  // A Map remembers the order of insertion; what is used is put back at the end, so the first is the longest unused.
  const kept = new Map<string, Uint8Array>();
  return (key, draw) => {
    const png = kept.get(key) ?? draw();
    kept.delete(key);
    kept.set(key, png);
    const oldest = kept.size > most ? kept.keys().next() : undefined;
    if (oldest && !oldest.done) kept.delete(oldest.value);
    return png;
  };
};
