import { describe, expect, it } from 'vitest';
import { hideCell, hideIdentityNumber, hideKnownPeople, hideNames, hideUnknown } from './mask-texts.ts';

const hideKnown = hideKnownPeople({
  dwellings: [
    {
      sheet: '台账',
      row: 3,
      key: '1',
      place: { grid: '', estate: '', villageGroup: '', building: '', entrance: '', door: '101', room: '' },
      doorLabel: '101',
      isDoorMissing: false,
      dwelling: {},
      households: [{ sheet: '台账', row: 3, household: {}, headName: '欧阳明月', members: [] }],
    },
  ],
});

describe('hiding the texts of a preview', () => {
  it.each([
    ['410599197203150000', '410599************'],
    ['４１０５９９１９８８０２１１３０３１', '４１０５９９************'],
    ['410599 19880211 303x', '410599 ******** ****'],
    ['4.10599E+17', '4.10599*+**'],
    ['1234567', '123456*'],
    ['张三 19900001111', '******'],
    ['无', '无'],
  ])('shows the ID number %s as %s', (written, shown) => expect(hideIdentityNumber(written)).toBe(shown));

  it.each([
    ['张三、欧阳明月', '张*、欧阳**'],
    ['张三丰 / 李四', '张** / 李*'],
    ['张*', '张*'],
  ])('shows the names %s as %s', (written, shown) => expect(hideNames(written)).toBe(shown));

  it('hides everybody the ledger names, and every long number, wherever they stand', () => {
    expect(hideKnown('欧阳明月的儿子,电话19900001111,号410599198802113031')).toBe(
      '欧阳**的儿子,电话199****1111,号410599************',
    );
    for (const plain of ['1号楼 2单元 301', '12-3-1501', '2026-11-20']) expect(hideKnown(plain)).toBe(plain);
    expect(hideCell('birthOn', '1962.13.45', hideKnown)).toBe('1962.13.45');
  });

  it('leaves no name beside a phone and nothing of what nobody understood', () => {
    expect(hideCell('phone', '问张三 123456789012', hideKnown)).toBe('****');
    expect(hideCell('phone', '同上', hideKnown)).toBe('同上');
    expect(hideUnknown('张三 19900001111')).toBe('张***');
  });
});
