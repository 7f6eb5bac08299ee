import { describe, expect, it } from 'vitest';
import type { FieldMap } from '../kernel/record-spec.ts';
import {
  authorFields,
  cellFields,
  isServerOnly,
  parseCell,
  parseNewRecord,
  phoneFields,
  referenceFields,
  toPhoneFields,
} from './derive.ts';
import { isRecordName, recordNames, recordTypes, specOf } from './record-types.ts';

const dwellingId = 'dwelling_0000000001';
const visitFields = { dwellingId, outcome: 'met', way: 'door' };
/** JSON can carry keys that an object literal cannot. */
const fromJson = (json: string): FieldMap => JSON.parse(json);

describe('the registry of record types', () => {
  it('lists every declared record type once, under its own name', () => {
    expect([...recordNames].sort()).toEqual(Object.keys(recordTypes).sort());
    for (const name of recordNames) expect(specOf(name).name).toBe(name);
  });

  it('knows its own names only', () => {
    expect(isRecordName('visit')).toBe(true);
    expect(['posting', 'toString', '__proto__', ''].some(isRecordName)).toBe(false);
  });

  it('lists parents before children', () => {
    const order = new Map(recordNames.map((name, index) => [String(name), index]));
    const backward = recordNames.flatMap((name) =>
      Object.values(specOf(name).fields)
        .filter((field) => field.merge !== 'server' && (order.get(field.refersTo ?? '') ?? -1) > (order.get(name) ?? 0))
        .map((field) => `${name} -> ${field.refersTo}`),
    );
    // A wish and its public side are made together; the wish's side holds the link.
    expect(backward).toEqual(['wish -> wishNotice']);
  });

  it.each(recordNames)('declares %s so that no phone needs a sealed value and every label is there', (name) => {
    for (const [key, field] of Object.entries(specOf(name).fields)) {
      expect(field.label.zh, key).not.toBe('');
      expect(field.label.en, key).not.toBe('');
      if (field.sensitivity === 'sealed') expect(isServerOnly(field), key).toBe(true);
      if (isServerOnly(field)) expect(field.merge, key).toBe('server');
    }
  });

  it.each(recordNames.filter((name) => specOf(name).appendOnly))('lets nobody edit %s afterwards', (name) => {
    expect(cellFields(specOf(name))).toEqual([]);
  });

  it.each(recordNames.filter((name) => specOf(name).governance !== null))(
    'tells why %s is kept and until when',
    (name) => {
      expect(Object.keys(specOf(name).fields)).toEqual(
        expect.arrayContaining(['purpose', 'legalBasis', 'retainUntil']),
      );
    },
  );
});

describe('field lists', () => {
  it('tell apart what an author sets, what is edited later and what points elsewhere', () => {
    const spec = specOf('need');
    expect(authorFields(spec)).toEqual([
      'dwellingId',
      'householdId',
      'personId',
      'kind',
      'detail',
      'dueOn',
      'handlerName',
      'raisedByVisitId',
    ]);
    expect(cellFields(spec)).toEqual(['kind', 'detail', 'dueOn', 'handlerName']);
    expect(referenceFields(spec)).toEqual([
      'dwellingId',
      'householdId',
      'personId',
      'raisedByVisitId',
      'closedByHelpId',
    ]);
  });

  it('leave sealed and governance values off the phone', () => {
    expect(phoneFields(specOf('person'))).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^(identityNumberSealed|identityNumberHash|importKey|purpose|legalBasis|retainUntil)$/),
      ]),
    );
  });

  it('cut a row down to what a phone may see and drop values that no declaration knows', () => {
    const fields = {
      name: '王建国',
      identityNumberSealed: 'x',
      identityNumberHash: 'y',
      retainUntil: '2031-01-01',
      shoeSize: 42,
    };
    expect(toPhoneFields(specOf('person'), fields)).toEqual({ name: '王建国' });
  });
});

describe('parsing a new record', () => {
  it('fills what is missing with null and server-owned codes with their first', () => {
    const parsed = parseNewRecord(specOf('visit'), visitFields);
    expect(parsed).toMatchObject({ ok: true, value: { ...visitFields, note: null, voidOf: null, visitedBy: null } });
    expect(parseNewRecord(specOf('need'), { dwellingId, kind: 'repair' })).toMatchObject({
      ok: true,
      value: { state: 'open' },
    });
  });

  it('leaves a required value that the rules own to the rules', () => {
    const parsed = parseNewRecord(specOf('household'), { verification: 'toCheck' });
    expect(parsed.ok && Object.hasOwn(parsed.value, 'dwellingId')).toBe(false);
    expect(parsed.ok).toBe(true);
  });

  it('starts a list of goods that is not named as empty', () => {
    const help = { kind: 'goods', giverKind: 'person', giverName: '冯热心' };
    expect(parseNewRecord(specOf('help'), help)).toMatchObject({ ok: true, value: { goods: [] } });
  });

  it.each(['dwellingId', 'outcome', 'way'])('refuses a visit without %s', (name) => {
    const { [name]: _, ...rest } = { ...visitFields } as FieldMap;
    expect(parseNewRecord(specOf('visit'), rest)).toEqual({
      ok: false,
      error: { type: 'InvalidField', field: name, problem: 'invalid' },
    });
  });

  it.each(['shoeSize', 'id', 'toString', 'hasOwnProperty', 'constructor'])('refuses the unknown key %s', (key) => {
    const parsed = parseNewRecord(specOf('visit'), { ...visitFields, [key]: 'x' });
    expect(parsed).toEqual({ ok: false, error: { type: 'InvalidField', field: key, problem: 'unknown' } });
  });

  it('refuses __proto__ as a key and leaves every object as it was', () => {
    const parsed = parseNewRecord(
      specOf('visit'),
      fromJson(`{"__proto__":{"polluted":true},"dwellingId":"${dwellingId}","outcome":"met","way":"door"}`),
    );
    expect(parsed).toEqual({ ok: false, error: { type: 'InvalidField', field: '__proto__', problem: 'unknown' } });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each([
    ['visitedBy', 'user_somebody_else'],
    ['recordedAt', 1],
    ['hasClockSkew', false],
    ['retainUntil', '2099-01-01'],
  ])('refuses %s, which the server owns', (key, value) => {
    const parsed = parseNewRecord(specOf('visit'), { ...visitFields, [key]: value });
    expect(parsed).toEqual({ ok: false, error: { type: 'InvalidField', field: key, problem: 'serverOwned' } });
  });

  it('lets an author name a server-owned value that it would start with anyway', () => {
    expect(parseNewRecord(specOf('visit'), { ...visitFields, visitedBy: null }).ok).toBe(true);
    expect(parseNewRecord(specOf('need'), { dwellingId, kind: 'repair', state: 'open' }).ok).toBe(true);
    expect(parseNewRecord(specOf('need'), { dwellingId, kind: 'repair', state: 'done' }).ok).toBe(false);
  });

  it.each([
    ['a short id', { dwellingId: '602' }],
    ['an id with a slash', { dwellingId: '../../etc/passwd/000' }],
    ['a code that is none', { outcome: 'MET' }],
    ['a time with a fraction', { visitedAt: 1.5 }],
    ['a text where a number belongs', { visitedAt: '1' }],
    ['a note above the limit', { note: '长'.repeat(2_001) }],
  ])('refuses %s', (_, values) => {
    expect(parseNewRecord(specOf('visit'), { ...visitFields, ...values })).toMatchObject({
      ok: false,
      error: { problem: 'invalid' },
    });
  });

  it('accepts a newborn without a name and a name of thirty characters with rare ones', () => {
    const name = '阿卜杜热合曼·买买提艾力𠮷䶮'.padEnd(30, '名');
    for (const value of [null, name]) {
      expect(parseNewRecord(specOf('person'), { name: value, verification: 'toCheck' })).toMatchObject({
        ok: true,
        value: { name: value },
      });
    }
  });
});

describe('parsing one edited value', () => {
  it('accepts a value of a field that is edited cell by cell', () => {
    expect(parseCell(specOf('person'), 'phone', '13800000000')).toEqual({ ok: true, value: '13800000000' });
    expect(parseCell(specOf('person'), 'phone', null)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['visit', 'note', '改了', 'serverOwned'],
    ['person', 'identityNumberState', 'registered', 'serverOwned'],
    ['person', 'identityNumberSealed', 'x', 'serverOwned'],
    ['household', 'dwellingId', dwellingId, 'serverOwned'],
    ['membership', 'personId', 'person_0000000001', 'serverOwned'],
    ['person', '__proto__', {}, 'unknown'],
    ['person', 'constructor', 'x', 'unknown'],
    ['person', 'birthOn', '2026-02-30', 'invalid'],
    ['person', 'sex', 'x', 'invalid'],
    ['dwelling', 'doorLabel', '', 'invalid'],
    ['dwelling', 'doorLabel', null, 'invalid'],
  ] as const)('refuses %s.%s = %j', (table, field, value, problem) => {
    expect(parseCell(specOf(table), field, value)).toEqual({
      ok: false,
      error: { type: 'InvalidField', field, problem },
    });
  });
});
