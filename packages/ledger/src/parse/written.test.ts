import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isLandmark,
  normaliseBuilding,
  normaliseDoor,
  normaliseEntrance,
  nowhere,
  parseAddress,
  splitRoom,
} from './place.ts';
import { parseWrittenDate } from './written-date.ts';
import { parseWrittenNames } from './written-name.ts';
import { parseWrittenPhone } from './written-phone.ts';

describe('dates as people write them', () => {
  it.each([
    '1962年7月21日',
    '1962.07.21',
    '1962-7-21',
    '1962/7/21',
    '19620721',
    '１９６２．７．２１',
    '1962年7月21',
    '22848',
    '1962-07-21 00:00:00',
    '1962.7.21生',
  ])('%s is the same day', (written) =>
    expect(parseWrittenDate(written)).toEqual({ precision: 'day', date: '1962-07-21' }),
  );

  it.each([
    ['196207', { precision: 'month', year: 1962, month: 7 }],
    ['1962.7', { precision: 'month', year: 1962, month: 7 }],
    ['1962年7月', { precision: 'month', year: 1962, month: 7 }],
    ['1962', { precision: 'year', year: 1962 }],
    ['1962-13-01', { precision: 'none' }],
    ['1962-02-30', { precision: 'none' }],
    ['不详', { precision: 'none' }],
    ['', { precision: 'none' }],
  ])('%s is read as far as it goes', (written, understood) => expect(parseWrittenDate(written)).toEqual(understood));

  it('no text makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => parseWrittenDate(text).precision.length > 0));
  });
});

describe('phones as people write them', () => {
  it.each([
    ['138 1234 5678', '13812345678', ''],
    ['138-1234-5678', '13812345678', ''],
    ['+8613812345678', '13812345678', ''],
    ['１３８１２３４５６７８', '13812345678', ''],
    ['13812345678/13987654321', '13812345678', '13987654321'],
    ['0371-65978001', '0371-65978001', ''],
    ['13812345678（儿子）', '13812345678', '(儿子)'],
  ])('%s is %s', (written, phone, rest) => expect(parseWrittenPhone(written)).toEqual({ kind: 'phone', phone, rest }));

  it.each([
    ['同上', 'sameAsAbove'],
    ['〃', 'sameAsAbove'],
    ['无', 'none'],
    ['', 'none'],
    ['问邻居', 'unclear'],
    ['1381234', 'unclear'],
  ])('%s is %s', (written, kind) => expect(parseWrittenPhone(written).kind).toBe(kind));
});

describe('names as people write them', () => {
  it.each([
    ['王　芳', [{ name: '王芳', remark: '' }]],
    ['张三（儿子）', [{ name: '张三', remark: '儿子' }]],
    [
      '徐颖、侯玲（次女）',
      [
        { name: '徐颖', remark: '' },
        { name: '侯玲', remark: '次女' },
      ],
    ],
    ['阿迪力·吾甫尔', [{ name: '阿迪力·吾甫尔', remark: '' }]],
    ['𠮷田明', [{ name: '𠮷田明', remark: '' }]],
    ['John Smith', [{ name: 'John Smith', remark: '' }]],
  ])('%s names %j', (written, people) => expect(parseWrittenNames(written)).toEqual({ kind: 'people', people }));

  it.each(['空置', '空房', '', '无人居住'])('"%s" names nobody', (written) =>
    expect(parseWrittenNames(written)).toEqual({ kind: 'nobody' }),
  );

  it('a sentence with commas is not taken apart', () => {
    expect(parseWrittenNames('此户常年外出，联系不上，待下次核实').kind).toBe('unclear');
  });
});

describe('doors as people write them', () => {
  it.each([
    ['3号楼2单元501室', { building: '3号楼', entrance: '2', door: '501室' }],
    ['3-2-501', { building: '3', entrance: '2', door: '501' }],
    ['3#2-501', { building: '3', entrance: '2', door: '501' }],
    ['石油小区3栋2单元501', { estate: '石油小区', building: '3栋', entrance: '2', door: '501' }],
    ['2-501', { entrance: '2', door: '501' }],
    ['2单元501', { entrance: '2', door: '501' }],
    ['郭家庄村2组15号', { villageGroup: '2组', door: '15号' }],
    ['6院东屋', { door: '6院', room: '东屋' }],
    ['村西头水塔南', { door: '村西头水塔南' }],
    ['1203', { door: '1203' }],
  ])('%s is taken apart', (written, place) => expect(parseAddress(written)).toMatchObject(place));

  it('the same building, entrance and door are one however they are written', () => {
    expect(['3', '3#', '3号', '3号楼', '三号楼', '３＃', '3＃楼'].map(normaliseBuilding)).toEqual(
      Array.from({ length: 7 }, () => '3号楼'),
    );
    expect(['2', '2单元', '二单元', '2门'].map(normaliseEntrance)).toEqual(Array.from({ length: 4 }, () => '2单元'));
    expect(['501', '501室', '５０１', ' 501 '].map(normaliseDoor)).toEqual(Array.from({ length: 4 }, () => '501'));
    expect(normaliseBuilding('十二栋')).toBe('12栋');
    expect(splitRoom('501A')).toEqual({ door: '501A', room: '' });
  });

  it('a door without a number is a landmark', () => {
    expect(isLandmark({ ...nowhere, door: '村西头水塔南' })).toBe(true);
    expect(isLandmark({ ...nowhere, door: '15院' })).toBe(false);
    expect(isLandmark({ ...nowhere, building: '3号楼', door: '东户' })).toBe(false);
  });
});
