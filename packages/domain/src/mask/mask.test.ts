import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacterOf } from '../identity-number/identity-number.ts';
import { isMasked } from './is-masked.ts';
import { maskName } from './mask-name.ts';
import { maskAddress, maskIdentityNumber, maskPhone, maskValue } from './mask-value.ts';

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(''));
const identityNumbers = digits(11).map((tail) => `410599${tail}${checkCharacterOf(`410599${tail}`)}`);

describe('masks', () => {
  it.each([
    ['张三', '张*'],
    ['欧阳娜娜', '欧阳**'],
    ['欧阳', '欧*'],
    ['𠮷田明', '𠮷**'],
    ['古丽娜尔·买买提', '古***'],
    ['王', '*'],
    ['〔已抹除〕', '〔已抹除〕'],
    ['', ''],
  ])('the name %s is shown as %s', (name, masked) => expect(maskName(name)).toBe(masked));

  it.each([
    ['13812341234', '138****1234'],
    ['0371-65978001', '037****8001'],
    ['65978001', '****8001'],
    ['13812341234/13912345678', '138****1234/139****5678'],
    ['问邻居', '****'],
    ['', ''],
  ])('the phone %s is shown as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  it.each([
    ['石油小区3号楼2单元501', '石油小区3号楼***'],
    ['3#2-501', '3#***'],
    ['郭家庄村2组村西头水塔南', '郭家庄村2组***'],
    ['501', '***'],
  ])('the address %s is shown as %s', (address, masked) => expect(maskAddress(address)).toBe(masked));

  it('an ID number with a wrong length shows nothing', () => {
    expect(maskIdentityNumber('4105991980')).toBe('******');
    expect(maskValue('identityNumber', '410599198001012000')).toBe('410599************');
    expect(maskValue('omit', '低保')).toBe('');
  });

  it('nobody can tell two people of one area apart by their masked ID numbers', () => {
    fc.assert(
      fc.property(identityNumbers, identityNumbers, (one, other) => {
        expect(maskIdentityNumber(one)).toBe(maskIdentityNumber(other));
        for (let from = 0; from <= 11; from += 1)
          expect(maskIdentityNumber(one)).not.toContain(one.slice(from, from + 7));
      }),
    );
  });

  it('nobody can rebuild the four hidden digits of a phone', () => {
    fc.assert(
      fc.property(digits(4), digits(4), digits(4), (one, other, tail) => {
        expect(maskPhone(`138${one}${tail}`)).toBe(maskPhone(`138${other}${tail}`));
      }),
    );
  });

  it('every masked name, phone and number is known as masked', () => {
    fc.assert(
      fc.property(identityNumbers, digits(8), (number, tail) => {
        expect(isMasked(maskIdentityNumber(number))).toBe(true);
        expect(isMasked(maskPhone(`138${tail}`))).toBe(true);
        expect(isMasked(maskName(`王${tail}`))).toBe(true);
      }),
    );
    expect(isMasked('王×')).toBe(false);
    expect(isMasked('410599××××')).toBe(true);
    expect(isMasked('张三')).toBe(false);
  });
});
