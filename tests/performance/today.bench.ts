import { civilDateAt, dayMs, dueOf, effectiveCadences, effectiveVisits } from '@lianxin/domain';
import { membersOf } from '../../apps/web/src/storage/reading/household.ts';
import { readAllRecords, readRecordsBy } from '../../apps/web/src/storage/reading/read-record.ts';
import { createSample, type Sample } from '../../apps/web/src/storage/reading/sample-town.ts';
import { readTodayList } from '../../apps/web/src/storage/reading/today/today-list.ts';

const now = Date.parse('2026-11-20T02:00:00Z');
const today = civilDateAt(now);
const tags = ['livesAlone', 'disabled', 'elderly', 'minimumAllowance'] as const;

/** Puts a record as it comes from the wire: parsed, so that all of a kind have one shape. */
const putter =
  ({ put, view }: Sample): Sample['put'] =>
  (table, id, fields) => {
    put(table, id, fields);
    const row = view.row(table, id);
    if (row !== undefined) view.put(JSON.parse(JSON.stringify(row)));
    return id;
  };

/** Fills a grid of 708 households, 2,478 persons and 16,992 visits; the same one in every run. */
const fill = (put: Sample['put']): void => {
  put('unit', 'c1', { kind: 'community', name: '石油路社区' });
  put('unit', 'g1', { kind: 'grid', parentId: 'c1', name: '第三网格' });
  for (let n = 0; n < 708; n += 1) {
    const b = `b${n % 12}`;
    if (n < 12) put('unit', b, { kind: 'building', parentId: 'g1', name: `${n + 1}号楼`, layout: 'matrix' });
    const floor = 1 + (n % 6);
    put('dwelling', `d${n}`, { unitId: b, doorLabel: `${floor}${String(n).padStart(2, '0')}`, floor });
    put('household', `h${n}`, { dwellingId: `d${n}` });
    for (let m = 0; m < 3 + (n % 2); m += 1) {
      put('person', `p${n}-${m}`, { name: '王', birthOn: `${1935 + ((n * 7 + m * 13) % 80)}-01-01` });
      put('membership', `m${n}-${m}`, { personId: `p${n}-${m}`, householdId: `h${n}`, kind: 'resident' });
      if ((n + m) % 9 === 0) put('tag', `t${n}-${m}`, { personId: `p${n}-${m}`, kind: tags[n % 4] ?? 'elderly' });
    }
    for (let k = 0; k < 24; k += 1) {
      const visitedAt = now - (k * 30 + (n % 30)) * dayMs;
      const outcome = (n + k) % 4 === 0 ? 'noAnswer' : 'met';
      put('visit', `v${n}-${k}`, { dwellingId: `d${n}`, householdId: `h${n}`, outcome, way: 'door', visitedAt });
    }
  }
};

/** What a page would do that reads each household as its own page does. */
const oneByOne = ({ view }: Sample): number => {
  const cadences = effectiveCadences(readAllRecords(view, 'cadence'));
  return readAllRecords(view, 'household').filter(({ id, dwellingId }) => {
    const visits = effectiveVisits(readRecordsBy(view, 'visit', { field: 'dwellingId', to: dwellingId }));
    const met = visits.find(({ outcome }) => outcome === 'met')?.visitedAt ?? null;
    const { current, former } = membersOf(view, id);
    const people = current.map(({ person, tags: own }) => ({ birthOn: person.birthOn, tags: own }));
    const facts = { people, former: former.map(({ membership }) => membership), refusedOn: null, goneOn: null };
    return dueOf({ ...facts, metOn: met === null ? null : civilDateAt(met) }, cadences, today) !== null;
  }).length;
};

const time = (rounds: number, work: () => unknown): readonly number[] =>
  Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
const ms = (value: number): string => `${value.toFixed(2)} ms`;

const sample = createSample();
fill(putter(sample));
const readList = (): unknown => readTodayList(sample.view, ['c1'], { today, now, lacksOlder: false });
const [first = 0] = time(1, readList);
time(10, readList);
const inOneGo = time(60, readList);
time(5, () => oneByOne(sample));
const each = time(30, () => oneByOne(sample));

const count = (table: 'household' | 'person' | 'visit'): number => sample.view.all(table).length;
console.log(`${count('household')} households, ${count('person')} persons, ${count('visit')} visits`);
console.log(`the day's list     p50 ${ms(at(inOneGo, 0.5))}  p95 ${ms(at(inOneGo, 0.95))}  first ${ms(first)}`);
console.log(`one by one         p50 ${ms(at(each, 0.5))}  p95 ${ms(at(each, 0.95))}`);
console.log(`ratio              p50 ${(at(inOneGo, 0.5) / at(each, 0.5)).toFixed(3)}`);
