import { expect, test } from 'vitest';
import { createSampleTown, putFamily } from '../../../storage/reading/sample-town.ts';
import { emptyVisitDraft } from '../visit-draft.ts';
import { changesSection } from './changes-section.tsx';

test('somebody died by the day on which it was found, not by the day on which it is written down', () => {
  const { view, put } = createSampleTown();
  putFamily({ view, put }, 'd602', { name: '张三' });
  const householdId = 'h-d602-张三';
  const died = { table: 'membership', id: 'm-d602-张三', field: 'endReason', to: 'died', householdId } as const;
  const draft = {
    ...emptyVisitDraft(householdId),
    unchanged: false,
    late: '2026-11-03T10:00',
    changes: [{ ...died, was: null, seen: 1, on: null }],
  };
  const dwelling = { id: 'd602' } as never;
  const made = { view, draft, visitId: 'visit-1', dwelling, householdId, newId: () => 'made' };
  expect(changesSection.toIntents(made)).toMatchObject([{ args: { endReason: 'died', toOn: '2026-11-03' } }]);
});
