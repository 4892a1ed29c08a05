/**
 * Keeps the `most` pictures used last: each is drawn once, however many ask for it at the same moment, and stays while it
 * is in use. One that could not be drawn is tried again by whoever asks next.
 */
export const lastUsed = <Picture = Uint8Array>(
  most: number,
): ((key: string, draw: () => Promise<Picture>) => Promise<Picture>) => {
  // A Map remembers the order of insertion; what is used is put back at the end, so the first is the longest unused.
  const kept = new Map<string, Promise<Picture>>();
  return (key, draw) => {
    const png = kept.get(key) ?? draw();
    kept.delete(key);
    kept.set(key, png);
    png.catch(() => kept.get(key) === png && kept.delete(key));
    const oldest = kept.size > most ? kept.keys().next() : undefined;
    if (oldest && !oldest.done) kept.delete(oldest.value);
    return png;
  };
};
