import type { QuestionSetVersion } from '@lianxin/protocol';
import { expect, it } from 'vitest';
import { listedSets, stateOf } from './listed-sets.ts';

const version = (more: Partial<QuestionSetVersion>): QuestionSetVersion => ({
  id: null,
  setKey: 'antiFraud',
  setVersion: 1,
  kind: 'campaign',
  name: '反诈宣传',
  nameEn: null,
  questions: [{ key: 'posters', type: 'tally', label: { zh: '海报', en: '' } }],
  audience: { tagKinds: [], minAge: null },
  fromOn: null,
  toOn: null,
  isActive: true,
  isPreset: true,
  sheets: 0,
  totals: {},
  ...more,
});

it('lists a set once, with what all its versions brought in', () => {
  const leaflets = { key: 'leaflets', type: 'tally' as const, label: { zh: '宣传页', en: '' } };
  const [set, ...others] = listedSets([
    version({ setVersion: 2, sheets: 3, totals: { posters: 8 }, name: '反诈' }),
    version({ sheets: 2, totals: { posters: 12, leaflets: 5 }, questions: [...version({}).questions, leaflets] }),
    version({ setKey: 'own' }),
  ]);
  expect(others).toHaveLength(1);
  expect(set).toMatchObject({ newest: { name: '反诈', setVersion: 2 }, sheets: 5 });
  expect(set?.totals.map(({ question, count }) => [question.label.zh, count])).toEqual([
    ['海报', 20],
    ['宣传页', 5],
  ]);
});

it.each([
  [{ isActive: false, fromOn: null, toOn: null }, 'off'],
  [{ isActive: true, fromOn: '2026-11-21', toOn: null }, 'later'],
  [{ isActive: true, fromOn: null, toOn: '2026-11-19' }, 'over'],
  [{ isActive: true, fromOn: '2026-11-20', toOn: '2026-11-20' }, 'on'],
] as const)('says of %j that it is %s', (set, state) => {
  expect(stateOf(set, '2026-11-20')).toBe(state);
});
