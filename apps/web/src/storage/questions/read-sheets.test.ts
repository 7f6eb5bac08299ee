import { type AskedSet, type Json, questionPreset, startOfDay } from '@lianxin/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { readRecord } from '../reading/read-record.ts';
import { createSampleTown, putFamily, type Sample } from '../reading/sample-town.ts';
import { type AskingVisit, setsAskedAt } from './asked-here.ts';
import { giveAnswers } from './give-answers.ts';
import { lastAnswers, movingSheets, sheetsOfVisit } from './read-sheets.ts';

const door = 'd602';
const family = 'h-d602-欧阳秀英';
const presetOf = (key: string): AskedSet => {
  const found = questionPreset(key);
  if (found === undefined) throw new Error(`${key} does not ship`);
  return found;
};
const five = presetOf('fiveItems');
const fraud = presetOf('antiFraud');

/** As a phone hears it. */
const asTravelled = (value: unknown): Json => JSON.parse(JSON.stringify(value));

let sample: Sample;

beforeEach(() => {
  sample = createSampleTown();
  sample.put('dwelling', door, { unitId: 'e1', doorLabel: '602', verification: 'checked' });
  putFamily(sample, door, { name: '欧阳秀英' });
});

const putVisit = (id: string, on: string, more = {}): void => {
  const at = { dwellingId: door, householdId: family, visitedAt: startOfDay(on) };
  sample.put('visit', id, { ...at, outcome: 'met', way: 'door', ...more });
};

const putSheet = (id: string, visitId: string, answers: Record<string, string | number>, more = {}): void => {
  const fields = { visitId, dwellingId: door, householdId: family, setKey: 'fiveItems', answers };
  sample.put('answerSheet', id, { ...fields, ...more });
};

const here = { dwellingId: door, householdId: family };

describe('what is known of a family', () => {
  it('is what was answered at the newest visit that counts', () => {
    putVisit('v1', '2026-10-01');
    putVisit('v2', '2026-11-01');
    putSheet('s1', 'v1', { food: 'hard', foodWhat: '缺米' });
    putSheet('s2', 'v2', { food: 'fine' });
    expect(lastAnswers(sample.view, five, here)).toEqual({ answers: { food: 'fine' }, at: startOfDay('2026-11-01') });
    putVisit('v3', '2026-11-02', { voidOf: 'v2' });
    expect(lastAnswers(sample.view, five, here)?.answers).toEqual({ food: 'hard', foodWhat: '缺米' });
  });

  it('is nothing that was counted, nothing of another family, nothing that is not asked any more', () => {
    putVisit('v1', '2026-10-01');
    putSheet('s1', 'v1', { explained: 'yes', posters: 3 }, { setKey: 'antiFraud' });
    expect(lastAnswers(sample.view, fraud, here)?.answers).toEqual({ explained: 'yes' });
    expect(lastAnswers(sample.view, fraud, { ...here, householdId: null })).toBeNull();
    const without = { ...fraud, questions: fraud.questions.filter(({ key }) => key !== 'explained') };
    expect(lastAnswers(sample.view, without, here)).toBeNull();
  });
});

describe('the answers of a visit to a wrong door', () => {
  it('go along with it, but not what only confirmed the wrong family', () => {
    putVisit('v1', '2026-10-01');
    putSheet('s1', 'v1', { food: 'fine' });
    putVisit('v2', '2026-11-01');
    putSheet('s2', 'v2', { food: 'fine' });
    putSheet('s3', 'v2', { posters: 1 }, { setKey: 'antiFraud' });
    const visit = readRecord(sample.view, 'visit', 'v2');
    const moving = visit === undefined ? [] : movingSheets(sample.view, visit);
    expect(moving.map(({ setKey, answers }) => [setKey, answers])).toEqual([['antiFraud', { posters: 1 }]]);
    expect(sheetsOfVisit(sample.view, 'v2')).toHaveLength(2);
  });
});

describe('what is asked', () => {
  const visit: AskingVisit = { ...here, outcome: null, on: '2026-11-20' };
  const keys = (more: Partial<AskingVisit> = {}) =>
    setsAskedAt(sample.view, { ...visit, ...more }).map(({ setKey }) => setKey);

  it('is how a family stands only where somebody was met; a campaign goes on at closed doors', () => {
    expect(keys()).toEqual(['fiveItems', 'antiFraud']);
    expect(keys({ outcome: 'met' })).toEqual(['fiveItems', 'antiFraud']);
    expect(keys({ outcome: 'noAnswer' })).toEqual(['antiFraud']);
  });

  it('is what a community has put in place of what ships, for whom it is meant and while it lasts', () => {
    const own = {
      setKey: 'antiFraud',
      kind: 'campaign',
      name: '反诈',
      isActive: true,
      questions: asTravelled(fraud.questions),
    };
    const elders = { audience: { tagKinds: ['livesAlone'], minAge: null }, toOn: '2026-11-20' };
    sample.put('questionSet', 'q2', { ...own, ...elders, setVersion: 2 });
    expect(keys()).toEqual(['fiveItems']);
    sample.put('tag', 't1', { personId: 'p-d602-欧阳秀英', kind: 'livesAlone' });
    expect(keys()).toEqual(['fiveItems', 'antiFraud']);
    expect(keys({ on: '2026-11-21' })).toEqual(['fiveItems']);
  });
});

describe('the sheets of a save', () => {
  it('are one for each set that was answered, without what is hidden by now', () => {
    const at = { visitId: 'v9', ...here };
    const given = {
      fiveItems: { food: 'fine', foodWhat: '缺米', water: null },
      antiFraud: { posters: null },
      gone: { a: true },
    };
    const intents = giveAnswers(at, [five, fraud], given, () => 's9');
    expect(intents).toEqual([
      {
        name: 'answers.give',
        args: {
          sheet: {
            id: 's9',
            fields: { ...at, questionSetId: null, setKey: 'fiveItems', answers: { food: 'fine' } },
          },
        },
      },
    ]);
  });
});
