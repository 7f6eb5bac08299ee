import { createSample, type Sample } from '../../apps/web/src/storage/reading/sample-town.ts';
import { pinyinInitials } from '../../apps/web/src/storage/search/pinyin-initials.ts';
import { createSearchIndex } from '../../apps/web/src/storage/search/search-index.ts';

const buildings = 50;
const entrances = 3;
const floors = 5;
const doorsPerFloor = 4;
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单曾解查'];
const givenNames = ['秀英', '建国', '小明', '芳', '桂兰', '伟', '静怡', '子涵', '志强', '玉梅', '浩然', '䶮'];

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** Fills a community of 3,000 households with two to four people each; the same one in every run. */
const fill = ({ put }: Sample): void => {
  put('unit', 'c1', { kind: 'community', name: '石油路社区' });
  put('unit', 'g1', { kind: 'grid', parentId: 'c1', name: '第三网格' });
  let n = 0;
  for (let b = 1; b <= buildings; b += 1) {
    put('unit', `b${b}`, { kind: 'building', parentId: 'g1', name: `${b}号楼`, layout: 'matrix' });
    for (let e = 1; e <= entrances; e += 1) {
      put('unit', `b${b}e${e}`, { kind: 'entrance', parentId: `b${b}`, name: `${e}单元` });
      for (let d = 0; d < floors * doorsPerFloor; d += 1) {
        n += 1;
        fillDoor(
          { put },
          { n, unitId: `b${b}e${e}`, doorLabel: `${Math.floor(d / doorsPerFloor) + 1}0${(d % doorsPerFloor) + 1}` },
        );
      }
    }
  }
};

const fillDoor = (
  { put }: Pick<Sample, 'put'>,
  { n, unitId, doorLabel }: { n: number; unitId: string; doorLabel: string },
): void => {
  put('dwelling', `d${n}`, { unitId, doorLabel, verification: 'checked' });
  put('household', `h${n}`, { dwellingId: `d${n}`, verification: 'checked' });
  for (let m = 0; m < 2 + (n % 3); m += 1) {
    const name = pick(surnames, n * 7 + m) + pick(givenNames, n * 5 + m * 3);
    const phone = `138${String((n * 4_127 + m * 31) % 100_000_000).padStart(8, '0')}`;
    put('person', `p${n}-${m}`, { name, phone, identityNumberState: 'none', verification: 'checked' });
    put('membership', `m${n}-${m}`, { personId: `p${n}-${m}`, householdId: `h${n}`, kind: 'resident' });
  }
};

const queries = [
  '王',
  '王秀英',
  '秀英',
  'wxy',
  'xy',
  'stf',
  'ljg',
  '4127',
  '38001',
  '602',
  '501',
  '3-2-501',
  '3号楼2单元501',
  '12-1',
  '石',
  '10号楼 李',
  '没有',
];

/** What a page without an index would do: walk all rows and put every text together for each letter typed. */
const naiveFind = ({ view }: Sample, query: string): number => {
  let found = 0;
  for (const membership of view.all('membership')) {
    const person = view.row('person', String(membership.fields.personId));
    const household = view.row('household', String(membership.fields.householdId));
    const dwelling = view.row('dwelling', String(household?.fields.dwellingId));
    const entrance = view.row('unit', String(dwelling?.fields.unitId));
    const building = view.row('unit', String(entrance?.fields.parentId));
    const name = String(person?.fields.name);
    const address = [building?.fields.name, entrance?.fields.name, dwelling?.fields.doorLabel].join('');
    const texts = [name, ...pinyinInitials(name), String(person?.fields.phone), address];
    if (texts.some((text) => text.includes(query))) found += 1;
  }
  return found;
};

/** Times every query of every round in milliseconds, sorted. */
const time = (rounds: number, work: (query: string) => void): readonly number[] => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      const start = performance.now();
      work(query);
      times.push(performance.now() - start);
    }
  }
  return times.sort((a, b) => a - b);
};

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
const ms = (value: number): string => `${value.toFixed(2)} ms`;

const sample = createSample();
fill(sample);
const index = createSearchIndex(sample.view);
const buildStart = performance.now();
index.refresh(0);
const buildMs = performance.now() - buildStart;

sample.put('person', 'p1-0', { name: '欧阳新来', identityNumberState: 'none', verification: 'checked' });
const refreshStart = performance.now();
index.refresh(1);
const refreshMs = performance.now() - refreshStart;

time(5, (query) => index.find(query, 60));
const indexed = time(40, (query) => index.find(query, 60));
time(1, (query) => naiveFind(sample, query));
const naive = time(5, (query) => naiveFind(sample, query));

const people = sample.view.all('person').length;
console.log(`${sample.view.all('household').length} households, ${people} people, ${queries.length} queries`);
console.log(`index     p50 ${ms(at(indexed, 0.5))}  p95 ${ms(at(indexed, 0.95))}   (aim: p50 < 5 ms)`);
console.log(`no index  p50 ${ms(at(naive, 0.5))}  p95 ${ms(at(naive, 0.95))}`);
console.log(
  `ratio     p50 ${(at(indexed, 0.5) / at(naive, 0.5)).toFixed(3)}     p95 ${(at(indexed, 0.95) / at(naive, 0.95)).toFixed(3)}`,
);
console.log(`opening the index ${ms(buildMs)}, taking in one change ${ms(refreshMs)}`);
