import type { SegmentsAnswer } from '@lianxin/protocol';
import { fromSegment } from '@lianxin/protocol';
import { forgetErased } from './erased-work.ts';
import { emptyChange, type LocalChange, type LocalState } from './local-state.ts';
import { withoutSegments } from './pending-segments.ts';
import type { RowView } from './row-index.ts';
import { TouchedRows } from './touched-rows.ts';

/**
 * Takes segments of older visits: their rows and the word that they are here lie in one commit. Only what this phone waits for is taken, by the hash of what
 * really came, so nothing damaged and nothing that was given up meanwhile gets in; a row that is here and newer stays. Null when none is taken.
 */
export const takeSegments = (state: LocalState, rows: RowView, answer: SegmentsAnswer): LocalChange | null => {
  const { meta } = state;
  const touched = new TouchedRows(rows);
  const taken = new Set<string>();
  for (const [bucket, notes] of Object.entries(meta.segments)) {
    for (const { hash, segment } of answer.found) {
      if (segment.bucket !== bucket || !notes.some((note) => note.hash === hash)) continue;
      for (const row of fromSegment(segment)) touched.takeRow(bucket, row);
      taken.add(hash);
    }
  }
  if (taken.size === 0) return null;
  const change = emptyChange(meta);
  const segments = withoutSegments(meta.segments, taken);
  return forgetErased(state, rows, { ...change, ...touched.result(), meta: { ...change.meta, segments } });
};
