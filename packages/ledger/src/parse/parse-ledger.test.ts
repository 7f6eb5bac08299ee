import { describe, expect, it } from 'vitest';
import { gridOf, parseGrids } from '../../testing/ledger-testing.ts';
import type { ParsedLedger } from './parsed-ledger.ts';
import { placeLabel } from './place.ts';

const doorsOf = (ledger: ParsedLedger) =>
  ledger.dwellings.map(
    (dwelling) =>
      `${placeLabel({ ...dwelling.place, door: dwelling.doorLabel })}: ${dwelling.households.map((household) => household.members.map((member) => member.name).join('+')).join(' / ')}`,
  );
const kindsOf = (ledger: ParsedLedger) => ledger.findings.map((finding) => finding.kind);

describe('households in a ledger', () => {
  it('merged door cells hold a household together', () => {
    const ledger = parseGrids(
      gridOf(
        [
          '石油路社区居民信息台账',
          '序号|楼栋|单元|房号|姓名|与户主关系|性别',
          '1|1号楼|1单元|101|张三|户主|男',
          '||||李四|妻|女',
          '2|||102|王五|户主|男',
          '合计||||2户',
        ],
        [
          [0, 0, 0, 6],
          [2, 0, 3, 0],
          [2, 1, 4, 1],
          [2, 2, 4, 2],
          [2, 3, 3, 3],
        ],
      ),
    );
    expect(doorsOf(ledger)).toEqual(['1号楼 1单元 101: 张三+李四', '1号楼 1单元 102: 王五']);
  });

  it('a ledger with other columns in another order, without merged cells, is read the same', () => {
    const ledger = parseGrids(
      gridOf([
        '性别|手机号码|姓名|与户主的关系|室|单元号|楼号',
        '男|13800000001|张三|本人|101|1|1',
        '女||李四|配偶|||',
        '男|13800000003|王五|户主|102||',
        '女||赵六|户主|201|2|',
      ]),
    );
    expect(doorsOf(ledger)).toEqual(['1号楼 1单元 101: 张三+李四', '1号楼 1单元 102: 王五', '1号楼 2单元 201: 赵六']);
  });

  it('one address column is taken apart', () => {
    const ledger = parseGrids(
      gridOf([
        '姓名|家庭住址|联系电话|关系',
        '张三|石油小区3号楼2单元501室|13800000001|户主',
        '李四|石油小区3号楼2单元501室||妻',
        '王五|3-2-502||户主',
      ]),
    );
    expect(doorsOf(ledger)).toEqual(['石油小区 3号楼 2单元 501: 张三+李四', '石油小区 3号楼 2单元 502: 王五']);
  });

  it('sheets per building are read together, the sheet names the building', () => {
    const sheet = (name: string, head: string) =>
      gridOf(['门牌号|姓名|与户主关系|身份证', `101|${head}|户主|`, '|小明|子|'], [], name);
    const ledger = parseGrids(
      sheet('1号楼', '张三'),
      sheet('2号楼', '李四'),
      gridOf(['说明', '本表由网格员填写'], [], '填表说明'),
    );
    expect(doorsOf(ledger)).toEqual(['1号楼 101: 张三+小明', '2号楼 101: 李四+小明']);
    expect(kindsOf(ledger)).toContain('sheetSkipped');
    expect(ledger.counts.buildings).toBe(2);
  });

  it('a number on every person does not make every person a household', () => {
    const ledger = parseGrids(
      gridOf([
        '序号|房号|姓名|与户主关系',
        '1|101|张三|户主',
        '2|101|李四|妻',
        '3|101|小明|子',
        '4|102|王五|户主',
        '5|102|赵六|妻',
      ]),
    );
    expect(doorsOf(ledger)).toEqual(['101: 张三+李四+小明', '102: 王五+赵六']);
  });

  it('two heads at one door are two households', () => {
    const ledger = parseGrids(gridOf(['房号|姓名|与户主关系', '101|张三|户主', '|李四|妻', '|王五|户主']));
    expect(doorsOf(ledger)).toEqual(['101: 张三+李四 / 王五']);
    expect(kindsOf(ledger)).toContain('secondHousehold');
  });

  it('the east room is a household of the same yard, a shared landmark is another door', () => {
    const ledger = parseGrids(
      gridOf([
        '序号|组|院落|姓名|与户主关系',
        '1|1组|6院|张三|户主',
        '2|1组|6院东屋|李四|户主',
        '3|1组|水塔南|王五|户主',
        '4|1组|水塔南|赵六|户主',
        '5|1组|水塔南东屋|钱七|户主',
      ]),
    );
    expect(doorsOf(ledger)).toEqual(['1组 6院: 张三 / 李四', '1组 水塔南: 王五', '1组 水塔南: 赵六 / 钱七']);
    expect(ledger.counts).toMatchObject({ doors: 5, households: 5 });
  });

  it('an empty door is kept without a household', () => {
    const ledger = parseGrids(
      gridOf(['房号|姓名|房屋性质|备注', '101|||空房', '102|空置||春节回来', '103|张三|出租|']),
    );
    expect(doorsOf(ledger)).toEqual(['101: ', '102: ', '103: 张三']);
    expect(ledger.dwellings.map((dwelling) => dwelling.dwelling)).toEqual([
      { use: 'vacant' },
      { use: 'vacant', note: '春节回来' },
      { use: 'rented' },
    ]);
    expect(ledger.counts.vacantDoors).toBe(2);
  });

  it('a household without a door is kept behind a door to check', () => {
    const ledger = parseGrids(
      gridOf(['序号|房号|姓名|与户主关系', '1||张三|户主', '||李四|妻', '2|102|王五|户主', '3||赵六|户主']),
    );
    expect(doorsOf(ledger)).toEqual(['门牌待核1: 张三+李四', '102: 王五', '门牌待核2: 赵六']);
    expect(kindsOf(ledger).filter((kind) => kind === 'doorMissing')).toHaveLength(2);
  });

  it('a head who stands only in the head column is added', () => {
    const ledger = parseGrids(
      gridOf(['房号|户主姓名|户主电话|成员姓名|与户主关系', '101|张三|13800000001|李四|妻', '102|王五|13800000002||']),
    );
    expect(doorsOf(ledger)).toEqual(['101: 张三+李四', '102: 王五']);
    expect(ledger.dwellings[0]?.households[0]?.members[0]?.person).toMatchObject({
      name: '张三',
      phone: '13800000001',
    });
  });

  it('titles, totals, signatures and repeated headers are no people', () => {
    const header = '序号|房号|姓名|电话';
    const ledger = parseGrids(
      gridOf([
        '登记表',
        header,
        '1|101|张三|13800000001',
        '小计||1人',
        '登记表',
        header,
        '2|102|李四|13800000002',
        '合计||2人',
        '审核人:|王主任',
        '填表日期:2026年11月',
      ]),
    );
    expect(doorsOf(ledger)).toEqual(['101: 张三', '102: 李四']);
    expect(kindsOf(ledger)).not.toContain('rowUnclear');
  });
});

describe('cells in a ledger', () => {
  const one = (heading: string, cell: string) => {
    const ledger = parseGrids(gridOf([`房号|姓名|性别|${heading}`, `101|张三|男|${cell}`]));
    return { ledger, member: ledger.dwellings[0]?.households[0]?.members[0] };
  };

  it('a ruined ID number is dropped and the person stays', () => {
    const { ledger, member } = one('身份证号', '410599197203150000');
    expect(member).toMatchObject({ name: '张三', identityNumber: null, identityNumberState: 'none' });
    expect(kindsOf(ledger)).toContain('idRuined');
  });

  it('a number whose check fails is kept to be checked', () => {
    const { ledger, member } = one('身份证号', '410599195512014471');
    expect(member).toMatchObject({ identityNumber: '410599195512014471', identityNumberState: 'toCheck' });
    expect(kindsOf(ledger)).toContain('idCheckFails');
  });

  it('birth date and sex come from a good number when the ledger has no column for them', () => {
    const ledger = parseGrids(gridOf(['房号|姓名|身份证号', '101|张三|410599196207212573']));
    expect(ledger.dwellings[0]?.households[0]?.members[0]?.person).toMatchObject({ sex: '1', birthOn: '1962-07-21' });
  });

  it('an unknown relation is kept as it was written', () => {
    const { ledger, member } = one('与户主关系', '干亲');
    expect(member?.membership).toEqual({ relationText: '干亲' });
    expect(kindsOf(ledger)).toContain('unknownRelation');
  });

  it('a word for a group that nobody knows goes into the notes', () => {
    const { member } = one('特殊人群', '低保、重点关注、独居老人');
    expect(member?.tags).toEqual(['minimumAllowance', 'livesAlone']);
    expect(member?.person['note']).toBe('重点关注');
  });

  it('a column that asks for one group is answered by a tick', () => {
    expect(one('是否低保', '√').member?.tags).toEqual(['minimumAllowance']);
    expect(one('党员', '否').member?.tags).toEqual([]);
  });

  it('ethnic group and religion are not taken, and the preview says so', () => {
    const ledger = parseGrids(gridOf(['房号|姓名|民族|宗教信仰|性别', '101|张三|汉|无|男']));
    expect(
      ledger.findings.filter((finding) => finding.kind === 'columnSkipped').map((finding) => finding.original),
    ).toEqual(['民族', '宗教信仰']);
    expect(JSON.stringify(ledger.dwellings)).not.toContain('汉');
  });

  it('masked cells say nothing', () => {
    const ledger = parseGrids(gridOf(['房号|姓名|身份证号|联系电话', '101|张*|410599************|138****1234']));
    const member = ledger.dwellings[0]?.households[0]?.members[0];
    expect(member).toMatchObject({ name: '张*', identityNumber: null });
    expect(member?.person['phone']).toBeUndefined();
    expect(kindsOf(ledger)).toContain('masked');
  });

  it('同上 takes the nearest phone above in the household', () => {
    const ledger = parseGrids(
      gridOf([
        '房号|姓名|与户主关系|电话',
        '101|张三|户主|13800000001',
        '|李四|妻|',
        '|小明|子|同上',
        '102|王五|户主|同上',
      ]),
    );
    const phones = ledger.dwellings
      .flatMap((dwelling) => dwelling.households)
      .flatMap((household) => household.members.map((member) => member.person['phone']));
    expect(phones).toEqual(['13800000001', undefined, '13800000001', undefined]);
  });

  it('several people in one cell are split, with their own share of the other cells', () => {
    const ledger = parseGrids(
      gridOf([
        '房号|姓名|与户主关系|电话',
        '101|张三|户主|',
        '|徐颖、侯玲（次女）||',
        '|小明、小红|子、女|13800000001、13800000002',
      ]),
    );
    const members = ledger.dwellings[0]?.households[0]?.members ?? [];
    expect(members.map((member) => [member.name, member.membership['relationToHead'], member.person['phone']])).toEqual(
      [
        ['张三', '02', undefined],
        ['徐颖', undefined, undefined],
        ['侯玲', '33', undefined],
        ['小明', '20', '13800000001'],
        ['小红', '30', '13800000002'],
      ],
    );
    expect(ledger.counts).toMatchObject({ multiPersonCells: 2, personRows: 1, people: 5 });
  });

  it('a newborn without a name is a person', () => {
    const ledger = parseGrids(gridOf(['房号|姓名|与户主关系', '101|张三|户主', '|未取名|子']));
    expect(ledger.dwellings[0]?.households[0]?.members.map((member) => member.person['name'])).toEqual([
      '张三',
      undefined,
    ]);
  });

  it('equal numbers are reported and both people stay', () => {
    const ledger = parseGrids(
      gridOf(['房号|姓名|身份证号', '101|张三|410599196207212573', '102|李四|410599196207212573']),
    );
    expect(ledger.counts).toMatchObject({ people: 2, idRepeatedRows: 1 });
    expect(ledger.findings.find((finding) => finding.kind === 'idRepeated')?.original).toBe('与第 2 行同号');
  });
});
