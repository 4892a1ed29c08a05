/** What a button of ours begins with: nobody types it by chance, and what is behind it is checked like any press. */
export const PREFIX = "#bdhvs:";
