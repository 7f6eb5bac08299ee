import { describe, expect, it } from 'vitest';
import { eraseJson, textsIn } from './erase-json.ts';
import { createTextEraser, erasedMark, numbersIn } from './erase-text.ts';

const eraser = createTextEraser({
  names: ['王建', '阿依古丽·买买提', 'Ann'],
  numbers: ['13812341234', '41059919800101200X'],
  otherNames: ['王建国'],
  sharedNumbers: ['13812341234'],
});

describe('erasing from a text', () => {
  it.each([
    ['王建在家', `${erasedMark}在家`],
    ['王 建在家,王建国不在', `${erasedMark}在家,王建国不在`],
    ['阿依古丽·买买提 的母亲', `${erasedMark} 的母亲`],
    ['Ann 来过,Anna 没来', `${erasedMark} 来过,Anna 没来`],
    ['电话138-1234-1234。', `电话${erasedMark}。`],
    ['１３８１２３４１２３４打不通', `${erasedMark}打不通`],
    ['证号 410599 19800101 200x', `证号 ${erasedMark}`],
    ['113812341234 不是电话', '113812341234 不是电话'],
    ['大王建议开会', `大${erasedMark}议开会`],
  ])('%s becomes %s', (text, erased) => expect(eraser.all(text)).toBe(erased));

  it('leaves names where namesakes may be meant', () => {
    expect(eraser.numbers('王建的电话 13812341234')).toBe(`王建的电话 ${erasedMark}`);
  });

  it('leaves a cell that holds nothing but a number which is somebody else’s as well', () => {
    expect(eraser.numbers(' 13812341234 ')).toBe(' 13812341234 ');
    expect(eraser.numbers('13812341234/13900000000')).toBe(`${erasedMark}/13900000000`);
  });

  it('takes no day for a phone of eight digits', () => {
    const short = createTextEraser({ names: [], numbers: ['20261120'], otherNames: [], sharedNumbers: [] });
    expect(short.all('2026-11-20')).toBe('2026-11-20');
    expect(short.all('座机 2026 1120')).toBe(`座机 ${erasedMark}`);
  });

  it('takes no name of one character for a name', () => {
    const one = createTextEraser({ names: ['王'], numbers: [], otherNames: [], sharedNumbers: [] });
    expect(one.all('王家沟')).toBe('王家沟');
  });

  it('reads every number out of a written phone', () => {
    expect(numbersIn('138 1234 1234 / 0371-65978001(儿子)')).toEqual(['13812341234', '037165978001']);
    expect(numbersIn('问邻居 501')).toEqual([]);
    expect(numbersIn('13800000001 13900000002')).toEqual(expect.arrayContaining(['13800000001', '13900000002']));
    expect(numbersIn('0371-65978001\n13800000001')).toEqual(expect.arrayContaining(['037165978001', '13800000001']));
  });
});

describe('erasing from JSON', () => {
  it('leaves ids, numbers and the value itself alone where nothing is found', () => {
    const untouched = { id: '王建', visit: { id: 'a', voidOf: '王建', fields: { note: '没人', count: 3 } } };
    expect(eraseJson(untouched, eraser.all)).toBe(untouched);
    expect(eraseJson({ edits: [{ field: 'note', to: '找王建', on: null }] }, eraser.all)).toEqual({
      edits: [{ field: 'note', to: `找${erasedMark}`, on: null }],
    });
  });

  it('lists the texts of a value at every depth', () => {
    expect(textsIn({ a: ['x', { b: 'y' }], c: 1, d: null })).toEqual(['x', 'y']);
  });
});
