import { expect, test } from 'vitest';
import { pinyinInitials } from './pinyin-initials.ts';

test.each([
  ['张三丰', 'zsf'],
  ['王芳', 'wf'],
  ['李明', 'lm'],
  ['欧阳秀英', 'oyxy'],
  ['安德海', 'adh'],
  ['鄂力', 'el'],
  ['贾宝玉', 'jby'],
  ['康熙', 'kx'],
  ['倪妮', 'nn'],
  ['潘安', 'pa'],
  ['谭嗣同', 'tst'],
  ['武松', 'ws'],
  ['姚明', 'ym'],
  ['祝英台', 'zyt'],
])('%s is %s', (name, initials) => {
  expect(pinyinInitials(name)).toContain(initials);
});

test.each([
  ['单田芳', 'stf'],
  ['仇英', 'qy'],
  ['曾国藩', 'zgf'],
  ['解缙', 'xj'],
  ['查良镛', 'zly'],
  ['区家麟', 'ojl'],
  ['乐毅', 'yy'],
  ['缪荃孙', 'mqs'],
  ['朴正', 'pz'],
])('the surname of %s is read as a surname: %s', (name, initials) => {
  expect(pinyinInitials(name)[0]).toBe(initials);
});

test('people who do not know the surname find it by the character', () => {
  expect(pinyinInitials('单田芳')).toContain('dtf');
  expect(pinyinInitials('王芳')).toHaveLength(1);
});

test('rare characters, dots and letters break nothing', () => {
  expect(pinyinInitials('𠮷田')).toContain('jt');
  expect(pinyinInitials('阿卜杜热合曼·买买提')).toEqual(['abdrhmmmt']);
  expect(pinyinInitials('Anna 李')).toEqual(['annal']);
  expect(pinyinInitials('')).toEqual([]);
});
