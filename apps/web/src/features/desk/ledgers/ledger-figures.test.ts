import { describe, expect, it } from 'vitest';
import { ledgerFigures } from './ledger-figures.ts';

const words = (figures: ReturnType<typeof ledgerFigures>) => figures.map(({ value, label }) => `${value} ${label}`);

describe('the figures of a ledger', () => {
  it('are those of the drawing for residents', () => {
    const figures = { households: 453, people: 1325, vacant: 27, doors: 500, unknownDoors: 20, unchecked: 15 };
    expect(words(ledgerFigures('residents', figures))).toEqual([
      '453 户',
      '1,325 人',
      '27 空置',
      '96.0 % 底册覆盖 · 缺 20 户',
      '15 号码待核',
    ]);
  });

  it('say nothing of coverage where no door is known', () => {
    expect(words(ledgerFigures('residents', {}))).toEqual(['0 户', '0 人', '0 空置', '0 号码待核']);
  });

  it('count help in hours and in people served', () => {
    expect(words(ledgerFigures('help', { helps: 12, minutes: 1295, served: 40 }))).toEqual([
      '12 次帮忙',
      '21.6 小时',
      '40 人次',
    ]);
  });

  it('count visits and the doors they were made to', () => {
    expect(words(ledgerFigures('visits', { visits: 120, doors: 96 }))).toEqual(['120 次走访', '96 扇门']);
  });
});
