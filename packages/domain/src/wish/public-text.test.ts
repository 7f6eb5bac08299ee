import { describe, expect, it } from 'vitest';
import { findIdentifying, type IdentifyingFacts } from './public-text.ts';

const nobody: IdentifyingFacts = { names: [], doorLabels: [] };
const household = { names: ['王建国', '李秀英', '古丽·买买提', '囡'], doorLabels: ['602', '大槐树往北第3家', '2'] };
const kinds = (text: string, known = nobody) => findIdentifying(text, known).map((piece) => piece.kind);

describe('a public text', () => {
  it.each([
    '3号楼附近',
    '周三上午',
    '约 2 小时',
    '给孩子讲讲四年级数学',
    '帮忙搬一台洗衣机到楼下',
    '修一下水管',
    '陪老人去医院取药',
    '会修灯、会换锁',
    '每周二、周四下午 14:00 以后',
    '2026-08-01 之前',
    '8月1日前后都行',
    '2026年春节前',
    '大米 50 斤,约 200 元',
    '小区东门到菜市场',
    '老年人手机怎么用',
    '',
  ])('may say %j', (text) => {
    expect(findIdentifying(text, household)).toEqual([]);
  });

  it.each(['张大爷', '帮李奶奶买菜', '王老师的课', '刘某', '赵家', '找老张', '小王,会修电脑的', '周女士'])(
    'may not name somebody as in %j',
    (text) => {
      expect(kinds(text)).toContain('name');
    },
  );

  it.each([
    '13800000000',
    '138 0000 0000',
    '138-0000-0000',
    '打0371-1234567',
    '41059919800101001X',
    '１３８００００００００',
  ])('may not carry a number as in %j', (text) => {
    expect(kinds(text)).toContain('number');
  });

  it.each(['3单元', '602室', '6-602', '１楼602', '3号楼602', '12层', '门牌在左边', '二单元门口', '602', '住1203号'])(
    'may not tell a door as in %j',
    (text) => {
      expect(kinds(text)).toContain('door');
    },
  );

  it('may not name a known member of the household, whatever surname, nor with spaces between', () => {
    for (const text of ['请帮王建国', '古丽·买买提 想学电脑', '陪李 秀 英散步', '王　建国'])
      expect(kinds(text, household)).toContain('name');
  });

  it('may not tell the household’s own door, also one that is words', () => {
    expect(kinds('大槐树往北第3家', household)).toContain('door');
  });

  it('may hold a single character or a bare small number that also is a name or a door', () => {
    expect(kinds('给囡囡讲 2 道题', household)).toEqual([]);
  });

  it('names each piece that it found, for the author to see', () => {
    expect(findIdentifying('张大爷家3单元', nobody)).toEqual(
      expect.arrayContaining([
        { kind: 'name', piece: '张大爷' },
        { kind: 'door', piece: '3单元' },
      ]),
    );
  });

  it('is looked through in no time however long it is', () => {
    const before = performance.now();
    findIdentifying('1 '.repeat(20_000) + '张'.repeat(20_000), household);
    expect(performance.now() - before).toBeLessThan(500);
  });
});
