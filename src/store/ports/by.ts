/** Who did it: every write leaves a line of audit in the same transaction. */
export type By = { readonly staff: string; readonly at: number; readonly from?: string | null };
