import { mutationNames } from '@lianxin/protocol';
import { createBench, newHelp, newNeed, newVisit } from '@lianxin/testkit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runReading } from '../merge/index.ts';
import { decideMutation } from './decide-mutation.ts';
import { isInScope, mayMutate, type WriteScope } from './write-scope.ts';

const scopeOf = (more: Partial<WriteScope> = {}): WriteScope => ({
  userId: 'user_0000000000001',
  userName: '陈网格',
  gridBuckets: new Set(['grid:a']),
  formerGridBuckets: new Set(),
  hasLeftGrids: false,
  isVolunteer: false,
  isPosted: true,
  isDisabled: false,
  ...more,
});

const decide = (name: string, args: unknown, more: { readonly scope?: WriteScope; readonly version?: number } = {}) =>
  runReading(
    decideMutation({
      scope: more.scope ?? scopeOf(),
      communityId: 'town_000000000000001',
      mutation: {
        id: 'mutation_000000001',
        n: 5,
        name,
        version: more.version ?? 1,
        at: 1_000,
        offsetMs: 0,
        args: JSON.parse(JSON.stringify(args)),
      },
      rev: 77,
      now: 2_000,
      previousEventAt: 0,
      newId: () => 'made_0000000000001',
    }),
    () => [],
  );

describe('who may do what', () => {
  const volunteer = scopeOf({ gridBuckets: new Set(), isVolunteer: true });
  const idle = scopeOf({ gridBuckets: new Set() });
  const stranger = scopeOf({ gridBuckets: new Set(), isPosted: false });

  it('lets whoever has a grid do everything', () => {
    expect(mutationNames.filter((name) => !mayMutate(scopeOf(), name))).toEqual([]);
  });

  it('lets a volunteer claim, let go, finish and record help, and nothing else', () => {
    expect(mutationNames.filter((name) => mayMutate(volunteer, name))).toEqual([
      'wish.claim',
      'wish.release',
      'wish.finish',
      'help.log',
    ]);
  });

  it('lets somebody posted without a grid record help only, and somebody posted nowhere nothing', () => {
    expect(mutationNames.filter((name) => mayMutate(idle, name))).toEqual(['help.log']);
    expect(mutationNames.filter((name) => mayMutate(stranger, name))).toEqual([]);
  });

  it('asks for every record that a mutation is about, in at least one of its buckets', () => {
    expect(isInScope(scopeOf(), [])).toBe(true);
    expect(isInScope(scopeOf(), [['grid:a', 'grid:b'], ['grid:a']])).toBe(true);
    expect(isInScope(scopeOf(), [['grid:a'], ['grid:b']])).toBe(false);
    expect(isInScope(scopeOf(), [[]])).toBe(false);
  });
});

describe('deciding a mutation', () => {
  it('holds what this version does not know, so that an update can apply it', () => {
    expect(decide('pact.sign', {}).outcome).toMatchObject({
      outcome: 'held',
      reason: 'unknownMutation',
      n: 5,
      rev: 77,
    });
    expect(decide('toString', {}).outcome).toMatchObject({ outcome: 'held', reason: 'unknownMutation' });
  });

  it('holds arguments in a version it does not know', () => {
    expect(decide('need.raise', { need: newNeed('need_0000000000001', {}) }, { version: 2 }).outcome).toMatchObject({
      outcome: 'held',
      reason: 'unknownMutation',
    });
  });

  it('holds everything of somebody who is posted nowhere, before anything else is looked at', () => {
    expect(decide('need.raise', 42, { scope: scopeOf({ isPosted: false }) }).outcome).toMatchObject({
      outcome: 'held',
      reason: 'outOfScope',
    });
  });

  it('refuses what the role does not allow', () => {
    const scope = scopeOf({ gridBuckets: new Set(), isVolunteer: true });
    expect(decide('need.raise', 42, { scope }).outcome).toMatchObject({ outcome: 'refused', reason: 'notAllowed' });
  });

  it('names the path of an argument that does not fit', () => {
    expect(decide('visit.log', { visit: { id: 'short', fields: {} }, needs: [] }).outcome).toMatchObject({
      outcome: 'refused',
      reason: 'invalid',
      field: 'visit.id',
    });
    expect(
      decide('visit.log', { visit: { id: 'visit_000000000001', fields: {} }, needs: [], extra: 1 }).outcome,
    ).toMatchObject({ outcome: 'refused', reason: 'invalid' });
    expect(decide('visit.log', 42).outcome).toMatchObject({ outcome: 'refused', reason: 'invalid' });
  });

  it('writes nothing for what it does not apply', () => {
    for (const made of [
      decide('pact.sign', {}),
      decide('visit.log', 42),
      decide('wish.claim', { noticeId: 'notice_nowhere_001' }),
    ]) {
      expect(made.writes).toEqual([]);
      expect(made.outcome.rev).toBe(77);
    }
  });

  it('gives all rows of one mutation the same rev', () => {
    const bench = createBench();
    const dwellingId = bench.place.grids[0].dwellingIds[0] ?? '';
    const needs = [newNeed('need_0000000000001', { dwellingId }), newNeed('need_0000000000002', { dwellingId })];
    const { rev } = bench.worker.submit({
      name: 'visit.log',
      args: { visit: newVisit('visit_000000000001', { dwellingId }), needs },
    });
    expect([...bench.server.space().rows.values()].filter((row) => row.rev === rev)).toHaveLength(3);
  });

  it('never throws, whatever arguments arrive', () => {
    const bench = createBench();
    const grid = bench.place.grids[0];
    const known = fc.constantFrom(
      grid.dwellingIds[0],
      grid.householdIds[0],
      grid.personIds[0],
      grid.membershipIds[0],
      bench.place.communityId,
      'need_0000000000001',
      null,
      '__proto__',
    );
    const value = fc.oneof(known, fc.jsonValue());
    const record = fc.record({
      id: fc.oneof(known, fc.constant('made_000000000000001')),
      fields: fc.dictionary(
        fc.constantFrom(
          'dwellingId',
          'householdId',
          'personId',
          'needId',
          'noticeId',
          'outcome',
          'way',
          'kind',
          'name',
          '__proto__',
          'note',
        ),
        value,
      ),
    });
    const args = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(
        fc.constantFrom(
          'visit',
          'needs',
          'need',
          'person',
          'membership',
          'tag',
          'wish',
          'notice',
          'help',
          'table',
          'id',
          'edits',
          'householdId',
          'dwellingId',
          'noticeId',
        ),
        fc.oneof(record, fc.array(record, { maxLength: 2 }), known),
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...mutationNames), args, (name, given) => {
        const outcome = bench.worker.submit({ name, args: given } as never);
        return ['applied', 'merged', 'held', 'refused'].includes(outcome.outcome);
      }),
      { numRuns: 500 },
    );
  });
});

describe('help as the server takes it', () => {
  it('is allowed to a volunteer without any wish', () => {
    const bench = createBench();
    expect(bench.volunteer.submit({ name: 'help.log', args: { help: newHelp('help_0000000000001') } }).outcome).toBe(
      'applied',
    );
  });
});
