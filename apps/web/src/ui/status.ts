/** The seven states a door can show, in order of what is to be done. */
export const statuses = ['overdue', 'due', 'soon', 'nobodyHome', 'refused', 'vacant', 'done'] as const;

export type Status = (typeof statuses)[number];
