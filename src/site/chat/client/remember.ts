/** Small things this browser remembers about itself. Forbidden storage only means that they are forgotten. */
export const recall = (name: string): string | null => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

export const rememberHere = (name: string, value: string): void => {
  try {
    localStorage.setItem(name, value);
  } catch {
    // As above.
  }
};

export const forgetHere = (name: string): void => {
  try {
    localStorage.removeItem(name);
  } catch {
    // As above.
  }
};
