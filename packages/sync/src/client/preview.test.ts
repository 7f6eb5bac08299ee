import { createTown, newNeed, newNotice, newVisit, newWish } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';
import { editCell } from './edit-cell.ts';
import { emptyChange, emptyMeta, type LocalState, type OutboxEntry } from './local-state.ts';
import { previewMutation, rebase, showChange } from './preview.ts';
import { createRowIndex, overlayView } from './row-index.ts';
import type { Intent } from './stage.ts';

const author = { userId: 'user_0000000000001', userName: '陈网格' };
const needId = 'need_0000000000001';
const visitId = 'visit_000000000001';

const setUp = () => {
  const place = createTown();
  const confirmed = createRowIndex();
  const pending = createRowIndex();
  for (const row of place.rows) confirmed.put({ ...row, marks: {} });
  const entries: OutboxEntry[] = [];
  const entry = (intent: Intent, more: Partial<OutboxEntry> = {}): OutboxEntry => {
    const n = entries.length + 1;
    const made = {
      communityId: place.communityId,
      n,
      order: n,
      id: `mutation_00000000${n}`,
      name: intent.name,
      version: 1,
      at: 5_000,
      offsetMs: 250,
      args: intent.args,
      acknowledgedRev: null,
      ...more,
    };
    entries.push(made);
    return made;
  };
  const preview = (intent: Intent, more?: Partial<OutboxEntry>) =>
    previewMutation(confirmed, pending, entry(intent, more), author);
  const view = overlayView(confirmed, pending);
  const dwellingId = place.grids[0].dwellingIds[0] ?? '';
  const personId = place.grids[0].personIds[0] ?? '';
  const edit = (field: string, to: string): Intent => {
    const shown = view.row('person', personId);
    if (shown === undefined) throw new Error('no person');
    return { name: 'record.edit', args: { table: 'person', id: personId, edits: [editCell(shown, field, to)] } };
  };
  return { place, confirmed, pending, entries, entry, preview, view, dwellingId, personId, edit };
};

const visitIntent = (dwellingId: string): Intent => ({
  name: 'visit.log',
  args: {
    visit: newVisit(visitId, { dwellingId }),
    needs: [newNeed(needId, { dwellingId, raisedByVisitId: visitId })],
  },
});

describe('previewing a mutation', () => {
  it('shows at once what was saved, with its author and corrected time, not confirmed by anything', () => {
    const { preview, view, dwellingId } = setUp();
    preview(visitIntent(dwellingId));
    expect(view.row('visit', visitId)).toMatchObject({ rev: 0, fields: { visitorName: '陈网格', visitedAt: 5_250 } });
    expect(view.rowsBy('need', 'dwellingId', dwellingId)).toHaveLength(1);
  });

  it('builds on what is pending already', () => {
    const { preview, view, dwellingId } = setUp();
    preview(visitIntent(dwellingId));
    preview({ name: 'need.advance', args: { needId, from: 'open', to: 'inProgress', answer: null } });
    expect(view.row('need', needId)?.fields.state).toBe('inProgress');
  });

  it('keeps the rev of the confirmed row below, so that an edit tells what was seen', () => {
    const { preview, view, edit, personId } = setUp();
    preview(edit('phone', '111'));
    expect(view.row('person', personId)).toMatchObject({ rev: 1, fields: { phone: '111' } });
  });

  it.each([
    ['an unknown name', { name: 'pact.sign' }],
    ['an unknown version', { version: 9 }],
    ['arguments that do not fit', { args: { visit: 42 } }],
  ])('shows nothing for %s and waits for the server', (_, more) => {
    const { preview, pending, dwellingId } = setUp();
    preview(visitIntent(dwellingId), more);
    expect(pending.all('visit')).toEqual([]);
  });

  it('shows nothing for a mutation that no longer fits', () => {
    const { preview, pending } = setUp();
    preview({ name: 'need.advance', args: { needId, from: 'open', to: 'done', answer: null } });
    expect(pending.all('need')).toEqual([]);
  });

  it('shows a void as gone, although the confirmed need lies below', () => {
    const { confirmed, preview, view, dwellingId, place } = setUp();
    const helper = createRowIndex();
    const logged = {
      communityId: place.communityId,
      n: 1,
      order: 1,
      id: 'mutation_000000001',
      version: 1,
      at: 1,
      offsetMs: 0,
      acknowledgedRev: 7,
      ...visitIntent(dwellingId),
    };
    previewMutation(confirmed, helper, logged, author);
    for (const row of [...helper.all('visit'), ...helper.all('need')]) confirmed.put({ ...row, rev: 7, marks: {} });
    preview({
      name: 'visit.log',
      args: { visit: newVisit('visit_000000000002', { dwellingId, voidOf: visitId }), needs: [] },
    });
    expect(view.row('need', needId)).toBeUndefined();
  });

  it('never makes a household’s card on a phone', () => {
    const { preview, pending, dwellingId } = setUp();
    preview(visitIntent(dwellingId));
    preview({
      name: 'wish.publish',
      args: {
        wish: newWish('wish_0000000000001', { needId, noticeId: 'notice_00000000001' }),
        notice: newNotice('notice_00000000001'),
      },
    });
    preview({ name: 'wish.claim', args: { noticeId: 'notice_00000000001' } });
    expect(pending.row('wishNotice', 'notice_00000000001')?.fields.state).toBe('claimed');
    expect(pending.all('householdCard')).toEqual([]);
  });
});

describe('the edit of a field', () => {
  it('names the rev on screen, and no mutation when the value is the server’s', () => {
    const { edit } = setUp();
    expect(edit('phone', '111').args).toMatchObject({ edits: [{ field: 'phone', to: '111', on: null, seen: 1 }] });
  });

  it('names the author’s own pending mutation whose value is shown, field by field', () => {
    const { preview, edit, entries } = setUp();
    preview(edit('phone', '111'));
    preview(edit('note', '甲'));
    expect(edit('phone', '222').args).toMatchObject({ edits: [{ on: entries[0]?.id, seen: 1 }] });
    expect(edit('note', '乙').args).toMatchObject({ edits: [{ on: entries[1]?.id, seen: 1 }] });
    expect(edit('occupation', '木匠').args).toMatchObject({ edits: [{ on: null, seen: 1 }] });
  });

  it('does not count as seen what came in under the author’s own pending value', () => {
    const { preview, edit, entries, confirmed, pending, personId } = setUp();
    preview(edit('phone', '111'));
    const below = confirmed.row('person', personId);
    if (below === undefined) throw new Error('no person');
    confirmed.put({ ...below, rev: 9, fields: { ...below.fields, phone: '别人写的' } });
    rebase(confirmed, pending, entries, author);
    expect(edit('phone', '222').args).toMatchObject({ edits: [{ seen: 1 }] });
    expect(edit('note', '乙').args).toMatchObject({ edits: [{ seen: 9 }] });
  });

  it('names the mutation that made a record which the server does not have yet', () => {
    const { preview, view, entries, dwellingId } = setUp();
    preview(visitIntent(dwellingId));
    const shown = view.row('need', needId);
    expect(shown && editCell(shown, 'detail', '厨房')).toMatchObject({ on: entries[0]?.id, seen: 0 });
  });
});

describe('showing a committed change', () => {
  it('shows the newest pending value although an older one is acknowledged now', () => {
    const { confirmed, pending, view, edit, entry, personId, place } = setUp();
    const rows = { confirmed, pending };
    const first = entry(edit('phone', '111'));
    previewMutation(confirmed, pending, first, author);
    const second = entry(edit('phone', '222'));
    previewMutation(confirmed, pending, second, author);
    const before: LocalState = {
      meta: { ...emptyMeta(place.communityId, 'replica_0000000001'), nextN: 3 },
      outbox: [first, second],
      attention: [],
      kept: [],
    };
    const acknowledged = { ...first, acknowledgedRev: 7 };
    const change = { ...emptyChange(before.meta), putOutbox: [acknowledged] };
    showChange(rows, { before, change, after: { ...before, outbox: [acknowledged, second] } }, author);
    expect(view.row('person', personId)?.fields.phone).toBe('222');
  });

  it('lays pending work over new confirmed rows afresh', () => {
    const { confirmed, pending, view, edit, entry, personId, place } = setUp();
    const mine = entry(edit('phone', '111'));
    previewMutation(confirmed, pending, mine, author);
    const before: LocalState = {
      meta: emptyMeta(place.communityId, 'replica_0000000001'),
      outbox: [mine],
      attention: [],
      kept: [],
    };
    const base = confirmed.row('person', personId);
    if (base === undefined) throw new Error('no person');
    const change = {
      ...emptyChange(before.meta),
      putRows: [{ ...base, rev: 9, fields: { ...base.fields, note: '别人写的' } }],
    };
    showChange({ confirmed, pending }, { before, change, after: before }, author);
    expect(view.row('person', personId)).toMatchObject({ rev: 9, fields: { phone: '111', note: '别人写的' } });
  });

  it('shows only confirmed rows when nothing is pending', () => {
    const { confirmed, pending, entry, edit } = setUp();
    previewMutation(confirmed, pending, entry(edit('phone', '111')), author);
    rebase(confirmed, pending, [], author);
    expect(pending.all('person')).toEqual([]);
  });
});
