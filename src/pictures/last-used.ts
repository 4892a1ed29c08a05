/**
 * Keeps the `most` pictures used last: each is drawn once, however many ask for it at the same moment, and stays while it
 * is in use. One that could not be drawn is tried again by whoever asks next.
 */
export const lastUsed = <Picture = Uint8Array>(
  most: number,
): ((key: string, draw: () => Promise<Picture>) => Promise<Picture>) => {
  // A Map remembers the order of insertion; what is used is put back at the end, so the first is the longest unused.
  const cached = new Map<string, Promise<Picture>>();
  return (key, draw) => {
    const png = cached.get(key) ?? draw();
    cached.delete(key);
    cached.set(key, png);
    png.catch(() => cached.get(key) === png && cached.delete(key));
    const oldest = cached.size > most ? cached.keys().next() : undefined;
    if (oldest && !oldest.done) cached.delete(oldest.value);
    return png;
  };
};
