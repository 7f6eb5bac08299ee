import type { PhoneCommit } from '@lianxin/testkit';
import type { Invariant } from '../invariant.ts';
import { rowsDiffer, rowsGranted } from './granted-rows.ts';

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

const isCheckpoint = ({ cause, after, died }: PhoneCommit): boolean =>
  !died &&
  cause?.spoken.type === 'pull' &&
  cause.spoken.answer.checkpoint &&
  after.meta.checkpoint === cause.spoken.answer.top &&
  after.meta.repaired.length === 0;
