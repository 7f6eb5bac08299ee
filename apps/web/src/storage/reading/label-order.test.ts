import { describe, expect, it } from 'vitest';
import { byLabel } from './label-order.ts';

describe('the order of labels', () => {
  it('counts Chinese numerals as people do', () => {
    expect(['三组', '十一组', '一组', '二组', '十组', '二十组'].sort(byLabel)).toEqual([
      '一组',
      '二组',
      '三组',
      '十组',
      '十一组',
      '二十组',
    ]);
  });

  it('counts digits inside words', () => {
    expect(['10号楼', '2号楼', '1号楼'].sort(byLabel)).toEqual(['1号楼', '2号楼', '10号楼']);
  });
});
