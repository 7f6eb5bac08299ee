import { beforeEach, expect, test } from 'vitest';
import { createSampleTown, putFamily, type Sample } from '../reading/sample-town.ts';
import { foundDoor } from './door-words.ts';
import { createSearchIndex, type SearchIndex, searchIndexOf } from './search-index.ts';

let sample: Sample;
let index: SearchIndex;
let revision = 0;

beforeEach(() => {
  sample = createSampleTown();
  putFamily(sample, 'd602', { name: '欧阳秀英', phone: '138 0000-6021' });
  putFamily(sample, 'd601', { name: '单田芳', phone: '13900001234' });
  putFamily(sample, 'd501', { name: '王小明' });
  putFamily(sample, 'y2', { name: '钱一', roomLabel: '东屋' });
  putFamily(sample, 'y2', { name: '钱二', roomLabel: '西屋' });
  index = createSearchIndex(sample.view);
  revision = 0;
  index.refresh(revision);
});

const find = (query: string) => index.find(query, 20).hits.map(({ dwellingId }) => dwellingId);

test.each([
  ['欧阳秀英', 'd602'],
  ['秀英', 'd602'],
  ['oyxy', 'd602'],
  ['OYX', 'd602'],
  ['stf', 'd601'],
  ['dtf', 'd601'],
  ['6021', 'd602'],
  ['1234', 'd601'],
  ['13900001234', 'd601'],
  ['3-1-602', 'd602'],
  ['3-602', 'd602'],
  ['３－２－５０１', 'd501'],
  ['3号楼2单元', 'd501'],
  ['3号楼2单元501', 'd501'],
  ['3栋2单元501', 'd501'],
  ['602', 'd602'],
  ['水塔', 'y2'],
  ['二组水塔', 'y2'],
  ['钱二', 'y2'],
  ['3号楼 王', 'd501'],
])('%s finds %s first', (query, dwellingId) => {
  expect(find(query)[0]).toBe(dwellingId);
});

test.each(['', '   ', '没有这个人', 'zzz', '99999', '4-1-602'])('"%s" finds nobody', (query) => {
  expect(find(query)).toEqual([]);
});

test('an address that is still being typed finds what it may become', () => {
  expect(find('3-1-6')).toEqual(expect.arrayContaining(['d602', 'd601']));
  expect(find('3-1-6')).not.toContain('d501');
});

test('all words of a query have to fit', () => {
  expect(find('钱 水塔')).toEqual(['y2']);
  expect(find('钱 3号楼')).toEqual([]);
});

test('the household found through a person is the one in front', () => {
  expect(index.find('钱二', 5).hits[0]).toMatchObject({ householdId: 'h-y2-西屋钱二', personId: 'p-y2-西屋钱二' });
});

test('who was looked for is named, others are masked', () => {
  const hit = { dwellingId: 'y2', householdId: 'h-y2-西屋钱二' };
  const words = (personId: string | null) => foundDoor(sample.view, { ...hit, personId });
  expect(words('p-y2-西屋钱二')).toMatchObject({ name: '二组 水塔南', who: '钱二' });
  expect(words(null).who).toBe('钱*');
  expect(foundDoor(sample.view, { dwellingId: 'd101', householdId: null, personId: null }).who).toBe('没有登记住户');
});

test('the total counts what the limit leaves out', () => {
  const { total, hits } = index.find('3', 1);
  expect(total).toBeGreaterThan(1);
  expect(hits).toHaveLength(1);
});

const change = (work: () => void): void => {
  work();
  revision += 1;
  index.refresh(revision);
};

test('a new name is found and the old one is not', () => {
  change(() => sample.put('person', 'p-d602-欧阳秀英', { name: '欧阳娜', identityNumberState: 'none' }));
  expect(find('oyn')).toEqual(['d602']);
  expect(find('秀英')).toEqual([]);
});

test('a household that moves is found at its new door only', () => {
  change(() => sample.put('household', 'h-d501-王小明', { dwellingId: 'd101', verification: 'checked' }));
  expect(find('wxm')).toEqual(['d101']);
});

test('who left a household is no longer found there', () => {
  change(() =>
    sample.put('membership', 'm-d501-王小明', {
      personId: 'p-d501-王小明',
      householdId: 'h-d501-王小明',
      kind: 'resident',
      toOn: '2026-01-01',
    }),
  );
  expect(find('王小明')).toEqual([]);
});

test('a door that leaves this phone is no longer found', () => {
  change(() => sample.view.remove('dwelling', 'd602'));
  expect(find('602')).toEqual([]);
});

test('a renamed building is found by its new name', () => {
  change(() => sample.put('unit', 'b3', { kind: 'building', parentId: 'g1', name: '丁香苑', layout: 'matrix' }));
  expect(find('丁香苑')).toHaveLength(4);
  expect(find('3号楼')).toEqual([]);
});

test('an open register keeps one index', () => {
  expect(searchIndexOf(sample.view)).toBe(searchIndexOf(sample.view));
});
