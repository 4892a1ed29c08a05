/** More than two messages nobody asked for in a week, and people block us: then the warnings do not reach them either. */
export const pushLimit = { aWeek: 2, weekMs: 7 * 24 * 3_600_000 } as const;
