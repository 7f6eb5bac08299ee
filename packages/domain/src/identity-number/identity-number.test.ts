import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  birthDateOfIdentityNumber,
  checkCharacterOf,
  isCheckedIdentityNumber,
  sexOfIdentityNumber,
  toEighteenDigits,
} from './identity-number.ts';
import { isRuinedBySpreadsheet, readIdentityNumber } from './read-identity-number.ts';

const first17 = fc
  .tuple(
    fc.date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
    fc.integer({ min: 1, max: 995 }),
  )
  .map(
    ([day, sequence]) =>
      `410599${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`,
  );
const numbers = first17.map((digits) => digits + checkCharacterOf(digits));

const toFullWidth = (text: string): string =>
  [...text].map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)).join('');

describe('the check character of GB 11643', () => {
  it.each([
    '11010519491231002X',
    '440524188001010014',
    '320124198808240056',
    '120223198902021249',
    '130132199210293822',
  ])('agrees with the known number %s', (number) => expect(isCheckedIdentityNumber(number)).toBe(true));

  it('contradicts a number that is known to be wrong', () => {
    expect(isCheckedIdentityNumber('110108196711301866')).toBe(false);
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, step) => {
        const wrong = number.slice(0, at) + String((Number(number[at]) + step) % 10) + number.slice(at + 1);
        return !isCheckedIdentityNumber(wrong);
      }),
    );
  });
});

describe('reading a written ID number', () => {
  it('puts full-width digits, spaces and a lower-case x right', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const spaced = `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14).toLowerCase()}`;
        for (const written of [toFullWidth(number), spaced, ` ${number}　`, `'${number}`]) {
          expect(readIdentityNumber(written)).toMatchObject({
            state: isRuinedBySpreadsheet(number) ? 'ruined' : 'checked',
          });
          expect(readIdentityNumber(written).number ?? number).toBe(number);
        }
      }),
    );
  });

  it('lengthens fifteen digits to the eighteen of the same person', () => {
    fc.assert(
      fc.property(
        numbers.filter((number) => number.startsWith('19', 6)),
        (number) => {
          const fifteen = number.slice(0, 6) + number.slice(8, 17);
          expect(toEighteenDigits(fifteen)).toBe(number);
        },
      ),
    );
    expect(readIdentityNumber('410599560301234').findings).toContain('fifteenDigits');
    expect(toEighteenDigits('410599010101998').slice(6, 10)).toBe('1801');
  });

  it('tells birth date and sex from the digits', () => {
    expect(birthDateOfIdentityNumber('410599196207212573')).toBe('1962-07-21');
    expect(birthDateOfIdentityNumber('410599196202302573')).toBeUndefined();
    expect(sexOfIdentityNumber('410599196207212573')).toBe('1');
    expect(sexOfIdentityNumber('410599196503251905')).toBe('2');
  });

  it('keeps a number whose check fails and asks for a look', () => {
    const reading = readIdentityNumber('410599195512014470');
    expect(reading).toEqual({ state: 'toCheck', number: '410599195512014470', findings: ['checkFails'] });
  });

  it('drops a number that a spreadsheet turned into a float', () => {
    expect(readIdentityNumber('4.10599E+17')).toEqual({ state: 'ruined', number: null, findings: ['ruined'] });
    expect(readIdentityNumber('410599197203150000').state).toBe('ruined');
  });

  it('keeps a number that honestly ends in 000', () => {
    const honest = Array.from({ length: 28 }, (_, day) =>
      `410599198001${String(day + 1).padStart(2, '0')}2000`.slice(0, 18),
    )
      .map((number) => `${number.slice(0, 15)}000`)
      .find((number) => isCheckedIdentityNumber(number));
    expect(honest).toBeDefined();
    expect(readIdentityNumber(honest ?? '', { sex: '2' }).state).toBe('checked');
    expect(readIdentityNumber(honest ?? '', { sex: '1' }).state).toBe('ruined');
  });

  it.each(['', '  ', '无', '不详', '-', '未办理'])('finds no number in "%s"', (written) => {
    expect(readIdentityNumber(written)).toEqual({ state: 'none', number: null, findings: [] });
  });

  it('takes a masked number for no number', () => {
    expect(readIdentityNumber('410599************').state).toBe('masked');
  });

  it('names contradictions with what is known of the person', () => {
    const reading = readIdentityNumber('410599196207212573', { sex: '2', birthOn: '1962-07-22' });
    expect(reading.findings).toEqual(['birthDiffers', 'sexDiffers']);
    expect(reading.state).toBe('checked');
  });

  it('answers every text with a reading instead of throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readIdentityNumber(text).state.length > 0));
  });
});
