import { describe, expect, it } from 'vitest';
import { gridOf } from '../../testing/ledger-testing.ts';
import { type RememberedMapping, recogniseSheets } from './recognise-sheets.ts';

const targetsOf = (
  lines: readonly string[],
  merges: Parameters<typeof gridOf>[1] = [],
  remembered: readonly RememberedMapping[] = [],
) => recogniseSheets([gridOf(lines, merges)], remembered).sheets[0]?.columns.map((column) => column.target);

describe('finding the header', () => {
  it('looks under merged titles and captions', () => {
    const { sheets } = recogniseSheets([
      gridOf(
        ['幸福社区底册', '填报单位:幸福社区', '', '序号|房号|姓名|电话', '1|101|张三|13800000001'],
        [[0, 0, 0, 3]],
      ),
    ]);
    expect(sheets[0]?.header).toEqual({ start: 3, end: 3 });
    expect(sheets[0]?.titleLines[0]).toBe('幸福社区底册');
  });

  it("tells the head's phone from a member's by the group above, merged or not", () => {
    const lines = [
      '楼栋|房号|户主信息||家庭成员||',
      '||姓名|联系电话|姓名|联系方式|与户主关系',
      '1|101|张三|1|张三|1|户主',
    ];
    const wanted = ['building', 'door', 'headName', 'headPhone', 'name', 'phone', 'relation'];
    expect(
      targetsOf(lines, [
        [0, 0, 1, 0],
        [0, 1, 1, 1],
        [0, 2, 0, 3],
        [0, 4, 0, 6],
      ]),
    ).toEqual(wanted);
    expect(targetsOf(lines)).toEqual(wanted);
  });

  it('tells two phones apart without groups, by the column order', () => {
    expect(targetsOf(['房号|户主|电话|姓名|电话|关系', '101|张三|1|张三|1|户主'])).toEqual([
      'door',
      'headName',
      'headPhone',
      'name',
      'phone',
      'relation',
    ]);
  });

  it('reads three header rows', () => {
    const lines = [
      '基本情况|||成员情况||',
      '地址||户主|个人||',
      '楼栋|房号|户主姓名|姓名|性别|出生年月',
      '1|101|张三|张三|男|1962.7.21',
    ];
    expect(
      targetsOf(lines, [
        [0, 0, 0, 2],
        [0, 3, 0, 5],
        [1, 0, 1, 1],
        [1, 3, 1, 5],
      ]),
    ).toEqual(['building', 'door', 'headName', 'name', 'sex', 'birthOn']);
  });

  it("somebody else's name or phone is not taken for the resident's", () => {
    expect(targetsOf(['房号|姓名|房东姓名|房东电话|紧急联系人电话|网格员|性别', '101|张三|李四|1|2|王五|男'])).toEqual([
      'door',
      'name',
      'kept',
      'kept',
      'kept',
      'kept',
      'sex',
    ]);
  });

  it('a sheet without people is no ledger', () => {
    expect(recogniseSheets([gridOf(['月份|用水量|用电量', '1|2|3'], [], '水电')]).otherSheets).toEqual(['水电']);
  });

  it('decorated headings are understood', () => {
    expect(targetsOf(['*姓 名|性别（男/女）|身份证\n号码：|家庭住址(详细)', '张三|男|1|2'])).toEqual([
      'name',
      'sex',
      'identityNumber',
      'address',
    ]);
  });

  it('a header is taken where somebody points at it, and known again in the next file', () => {
    const lines = ['人|甲|乙', '楼里的住户||', '101|张三|男'];
    const [page] = [gridOf(lines)];
    expect(recogniseSheets([page])).toMatchObject({ otherSheets: ['Sheet1'], otherTops: [page.rows] });
    const [sheet] = recogniseSheets([page], [], [{ sheet: 'Sheet1', start: 0, end: 1 }]).sheets;
    expect(sheet).toMatchObject({ header: { start: 0, end: 1 }, isHeaderGiven: true });
    const remembered = [{ signature: sheet?.signature ?? '', targets: ['door', 'name', 'sex'], headerRows: 2 }];
    const [next] = recogniseSheets([gridOf(['标题||', ...lines])], remembered).sheets;
    expect(next?.header).toMatchObject({ start: 1, end: 2 });
    expect(next?.columns.map(({ target }) => target)).toEqual(['door', 'name', 'sex']);
  });

  it('rows that list people are no header, even when somebody points at them', () => {
    const page = gridOf(['房号|姓名|电话', '101|张三|19900001111']);
    for (const end of [1, 7]) {
      const [sheet] = recogniseSheets([page], [], [{ sheet: 'Sheet1', start: 1, end }]).sheets;
      expect(sheet).toMatchObject({ header: { start: 0, end: 0 }, isHeaderGiven: false });
    }
  });

  it('a correction is remembered for the same headings and for no others', () => {
    const lines = ['房号|姓名|称呼|性别', '101|张三|户主|男'];
    const [sheet] = recogniseSheets([gridOf(lines)]).sheets;
    const remembered = [{ signature: sheet?.signature ?? '', targets: ['door', 'name', 'relation', 'sex'] }];
    expect(sheet?.columns[2]?.target).toBe('kept');
    expect(targetsOf(lines, [], remembered)).toEqual(['door', 'name', 'relation', 'sex']);
    expect(targetsOf(['房号|姓名|称呼|性别|电话', '101|张三|户主|男|1'], [], remembered)?.[2]).toBe('kept');
  });
});
