import { createRowIndex } from '@lianxin/sync/client';
import { expect, test } from 'vitest';
import { formAgainFor } from './form-again.ts';

const id = (n: number): string => `01900000-0000-7000-8000-00000000000${n}`;
const view = createRowIndex();
view.put({ table: 'dwelling', id: id(2), rev: 1, buckets: [], deleted: false, fields: {}, marks: {} });

const visitAt = (dwellingId: string) => ({ visit: { id: id(3), fields: { dwellingId } }, needs: [] });
const help = { id: id(4), fields: { kind: 'errand' } };

test('help that was not taken opens in its own form, also when it came with a finished wish', () => {
  expect(formAgainFor({ id: 'a', name: 'help.log', args: { help } }, view)).toEqual({
    href: '/help/log?again=a',
    isFilledIn: true,
  });
  expect(formAgainFor({ id: 'b', name: 'wish.finish', args: { noticeId: id(5), help } }, view)?.isFilledIn).toBe(true);
  expect(formAgainFor({ id: 'c', name: 'wish.finish', args: { noticeId: id(5), help: null } }, view)).toBeNull();
});

test('a visit can be made again at a door that this phone still holds', () => {
  expect(formAgainFor({ id: 'a', name: 'visit.log', args: visitAt(id(2)) }, view)?.href).toBe(`/door/${id(2)}/visit`);
  expect(formAgainFor({ id: 'a', name: 'visit.log', args: visitAt(id(9)) }, view)).toBeNull();
});

test('a lost claim has no form', () => {
  expect(formAgainFor({ id: 'a', name: 'wish.claim', args: { noticeId: id(5) } }, view)).toBeNull();
});
