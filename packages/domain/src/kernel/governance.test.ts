import { describe, expect, it } from 'vitest';
import { recordNames, specOf } from '../registry/record-types.ts';
import { governanceOf } from './governance.ts';
import { assert, err, ok, unreachable } from './result.ts';

describe('why a record is kept', () => {
  it.each(recordNames)('is filled in for %s from its declaration, counted from the day it is written', (name) => {
    const spec = specOf(name);
    const values = governanceOf(spec, '2026-03-02');
    if (spec.governance === null) expect(values).toEqual({});
    else {
      const { purpose, legalBasis, retainYears } = spec.governance;
      expect(values).toEqual({ purpose, legalBasis, retainUntil: `${2026 + retainYears}-03-02` });
    }
  });

  it('is told for every type with a personal or sensitive value, except doors, which belong to places', () => {
    const untold = recordNames.filter((name) => {
      const isPersonal = Object.values(specOf(name).fields).some((field) => field.sensitivity !== 'open');
      return isPersonal && specOf(name).governance === null;
    });
    expect(untold).toEqual(['dwelling']);
  });

  it('rests on consent where a household’s data goes to somebody outside', () => {
    expect(
      ['wish', 'householdCard'].map(
        (name) => specOf(name === 'wish' ? 'wish' : 'householdCard').governance?.legalBasis,
      ),
    ).toEqual(['consent', 'consent']);
  });
});

describe('results', () => {
  it('carry a value or a failure', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(err({ type: 'NotFound' })).toEqual({ ok: false, error: { type: 'NotFound' } });
  });

  it('are for what can be expected; a broken assumption throws', () => {
    expect(() => assert(false, 'a wish has one claimer')).toThrow('a wish has one claimer');
    expect(() => assert(true, 'never')).not.toThrow();
    expect(() => unreachable('third' as never)).toThrow('third');
  });
});
