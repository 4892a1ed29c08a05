/** The digit a key press means, when it is meant for the page: never while typing or with another key held. */
export const digitOf = (event: KeyboardEvent): number | null => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return null;
  return /^\d$/.test(event.key) ? Number(event.key) : null;
};
