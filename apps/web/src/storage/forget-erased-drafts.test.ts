import { createRowIndex } from '@lianxin/sync/client';
import { emptiedPerson } from '@lianxin/sync/merge';
import { createTown } from '@lianxin/testkit';
import { expect, it } from 'vitest';
import type { Drafts } from './drafts.ts';
import { forgetErasedDrafts, memberDraft } from './forget-erased-drafts.ts';

it('forgets the half-typed form of an erased person and of nobody else', () => {
  const town = createTown();
  const [grid] = town.grids;
  const confirmed = createRowIndex();
  for (const row of town.rows) confirmed.put(row.id === grid.personIds[0] ? emptiedPerson(row, 5) : row);
  const typed = new Map(grid.membershipIds.slice(0, 2).map((id) => [memberDraft(id), 'half a name']));
  const drafts: Drafts = {
    get: (form) => typed.get(form),
    forms: () => [...typed.keys()],
    resting: async () => [...typed.values()],
    keep: (form, value) => void (value === null ? typed.delete(form) : undefined),
    flush: async () => undefined,
    close: async () => undefined,
  };
  forgetErasedDrafts({ confirmed }, drafts);
  expect([...typed.keys()]).toEqual([memberDraft(grid.membershipIds[1] ?? '')]);
});
