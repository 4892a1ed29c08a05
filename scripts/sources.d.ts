export const sourcesNow: (root: string) => string;
