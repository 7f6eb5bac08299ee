import type { Invariant } from '../invariant.ts';
import { isCheckpoint, rowsDiffer, rowsGranted } from './granted-rows.ts';

/** At a checkpoint a phone holds exactly the rows that it was granted, as they were when the page was made. */
export const completeCursor: Invariant = {
  name: 'I4 complete cursor',
  watch: () => ({
    onCommit: (commit) => {
      if (!isCheckpoint(commit) || commit.cause === null) return null;
      const { space, granted } = commit.cause;
      return rowsDiffer(commit.phone.app().confirmed, rowsGranted(space, granted), granted);
    },
  }),
};
