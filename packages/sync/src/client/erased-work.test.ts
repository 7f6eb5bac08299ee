import { createTown, newPerson, newVisit, storedRow } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';
import { emptiedPerson, type StoredRow } from '../merge/index.ts';
import { forgetErased } from './erased-work.ts';
import {
  type AttentionEntry,
  emptyChange,
  emptyMeta,
  type KeptEntry,
  type LocalState,
  type OutboxEntry,
} from './local-state.ts';
import { takePage } from './pull-step.ts';
import { createRowIndex } from './row-index.ts';

const town = createTown();
const [grid] = town.grids;
const at = 5_000;
const person = town.rows.find((row) => row.table === 'person' && row.id === grid.personIds[0]);
if (person === undefined) throw new Error('the town has no people');
const personId = person.id;
const home = { householdId: grid.householdIds[0] ?? '', dwellingId: grid.dwellingIds[0] ?? '' };
const neighbour = { householdId: grid.householdIds[1] ?? '', dwellingId: grid.dwellingIds[1] ?? '' };
const name = String(person.fields['name']);
const phone = String(person.fields['phone']);

const phoneRows = (...more: readonly StoredRow[]) => {
  const rows = createRowIndex();
  for (const row of [...town.rows, ...more]) rows.put(row);
  return rows;
};

let count = 0;
const said = (mutation: string, args: unknown) => {
  count += 1;
  return {
    communityId: town.communityId,
    id: `mutation_${String(count).padStart(9, '0')}`,
    name: mutation,
    version: 1,
    at,
    args,
  };
};
const kept = (mutation: string, args: unknown): KeptEntry => ({
  ...said(mutation, args),
  order: count,
  offsetMs: 0,
  rev: 7,
});
const waiting = (mutation: string, args: unknown, acknowledgedRev: number | null): OutboxEntry => ({
  ...said(mutation, args),
  n: count,
  order: count,
  offsetMs: 0,
  acknowledgedRev,
});
const noticed = (mutation: string, args: unknown): AttentionEntry => ({
  ...said(mutation, args),
  outcome: 'refused',
  reason: 'invalid',
  field: null,
});

const stateOf = (more: Partial<LocalState>): LocalState => ({
  meta: emptyMeta(town.communityId, 'replica_0000000001'),
  outbox: [],
  attention: [],
  kept: [],
  ...more,
});

const edit = (id: string, field: string, to: string) => ({
  table: 'household',
  id,
  edits: [{ field, to, on: null, seen: 1 }],
});
const visit = (where: typeof home, note: string) => ({
  visit: newVisit('visit_0000000000001', { ...where, note }),
  needs: [],
});
const erasing = (state: LocalState) => ({ ...emptyChange(state.meta), putRows: [emptiedPerson(person, at)] });

describe('a person who was erased', () => {
  it('is forgotten in what was kept and in what waits for a look, and named nowhere in the rest', () => {
    const tag = { tag: { id: 'tag_00000000000001', fields: { personId, kind: 'livesAlone', source: name } } };
    const state = stateOf({
      kept: [
        kept('member.add', { person: newPerson(personId, { name }), membership: { id: 'm', fields: { personId } } }),
        kept('visit.log', visit(home, `${name}在家,${phone}`)),
        kept('visit.log', visit(neighbour, `${name}串门,${phone}`)),
      ],
      attention: [noticed('tag.add', tag), noticed('record.edit', edit(home.householdId, 'note', `找${name}`))],
    });
    const change = forgetErased(state, phoneRows(), erasing(state));
    expect(change.removeKept).toEqual([state.kept[0]?.id]);
    expect(change.removeAttention).toEqual([state.attention[0]?.id]);
    expect(change.putKept.map(({ id, args }) => [id, args])).toEqual([
      [state.kept[1]?.id, visit(home, '〔已抹除〕在家,〔已抹除〕')],
      [state.kept[2]?.id, visit(neighbour, `${name}串门,〔已抹除〕`)],
    ]);
    expect(change.putAttention.map(({ args }) => args)).toEqual([edit(home.householdId, 'note', '找〔已抹除〕')]);
  });

  it('stays in what was not sent yet, and loses the words of what was sent but not seen again', () => {
    const about = { ...edit(personId, 'note', '住院'), table: 'person' };
    const state = stateOf({ outbox: [waiting('record.edit', about, 9), waiting('record.edit', about, null)] });
    const change = forgetErased(state, phoneRows(), erasing(state));
    expect(change.putOutbox).toEqual([{ ...state.outbox[0], args: { erased: true } }]);
    expect(change.removeOutbox).toEqual([]);
  });

  it('is not kept either when the acknowledgement comes to rest on a later page', () => {
    const state = stateOf({});
    const settled = kept('record.edit', { ...edit(personId, 'note', '住院'), table: 'person' });
    const other = kept('record.edit', edit(neighbour.householdId, 'note', '没人'));
    const change = forgetErased(state, phoneRows(emptiedPerson(person, at)), {
      ...emptyChange(state.meta),
      putKept: [settled, other],
    });
    expect(change.putKept).toEqual([other]);
  });

  it('is named nowhere in what was kept about a household that they were split from', () => {
    const [membershipId = ''] = grid.membershipIds;
    const move = { table: 'membership', id: membershipId, field: 'householdId' };
    const regrouping = storedRow({
      table: 'regrouping',
      id: 'regrouping_00000001',
      buckets: [`grid:${grid.gridId}`],
      fields: {
        kind: 'splitHousehold',
        fromId: neighbour.householdId,
        intoId: home.householdId,
        moves: [{ ...move, before: neighbour.householdId, after: home.householdId }],
        undoneAt: null,
      },
    });
    const state = stateOf({ kept: [kept('record.edit', edit(neighbour.householdId, 'note', `找${name}`))] });
    const change = forgetErased(state, phoneRows(regrouping), erasing(state));
    expect(change.putKept.map(({ args }) => args)).toEqual([edit(neighbour.householdId, 'note', '找〔已抹除〕')]);
  });

  it('leaves what says nothing of them untouched, object by object', () => {
    const state = stateOf({ kept: [kept('visit.log', visit(neighbour, '没人'))] });
    const change = forgetErased(state, phoneRows(), erasing(state));
    expect([change.putKept, change.removeKept, change.putOutbox]).toEqual([[], [], []]);
    const nothing = emptyChange(state.meta);
    expect(forgetErased(state, phoneRows(), nothing)).toBe(nothing);
  });
});

describe('a page that brings an erased person', () => {
  it('takes them out of what is kept in the same commit', () => {
    const bucket = `grid:${grid.gridId}`;
    const state = stateOf({ kept: [kept('record.edit', { ...edit(personId, 'note', '住院'), table: 'person' })] });
    const emptied = emptiedPerson(person, at);
    const rows = [{ table: 'person', id: personId, rev: 9, op: 'put' as const, fields: emptied.fields }];
    const change = takePage(
      { ...state, meta: { ...state.meta, epoch: 'epoch_000000000001' } },
      phoneRows(),
      {
        version: 1,
        epoch: 'epoch_000000000001',
        top: 9,
        serverNow: at,
        buckets: [{ bucket, from: 0, to: 9, end: false, remaining: 1, digest: null, rows }],
        drop: [],
        checkpoint: false,
        safe: 0,
        audit: null,
      },
      { now: at, newReplicaId: 'replica_0000000002' },
    );
    expect(change?.putRows.map(({ fields }) => fields['name'])).toEqual([null]);
    expect(change?.removeKept).toEqual([state.kept[0]?.id]);
  });
});

describe('a record in which the server erased what this phone could not know', () => {
  it('gives its words to what was kept of it', () => {
    const identityNumber = '41059919500303123X';
    const state = stateOf({
      kept: [
        kept('visit.log', visit(home, `证号${identityNumber}`)),
        kept('record.edit', edit(home.householdId, 'note', `证号${identityNumber}`)),
      ],
    });
    const image = (table: StoredRow['table'], id: string): StoredRow => ({
      ...person,
      table,
      id,
      fields: { note: '证号〔已抹除〕', outcome: 'met' },
    });
    const change = forgetErased(state, phoneRows(), {
      ...emptyChange(state.meta),
      putRows: [image('visit', 'visit_0000000000001'), image('household', home.householdId)],
    });
    expect(JSON.stringify(change.putKept)).not.toContain(identityNumber);
    expect(change.putKept.map(({ args }) => args)).toEqual([
      visit(home, '证号〔已抹除〕'),
      edit(home.householdId, 'note', '证号〔已抹除〕'),
    ]);
  });
});
