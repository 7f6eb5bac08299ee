import { checkCharacterOf } from '@lianxin/domain';
import type { Random } from './random.ts';

/** Area prefixes from 410590 up are given to no county, so no invented number can be somebody's. */
const inventedArea = '410599';

const surnames = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '马',
  '朱',
  '胡',
  '郭',
  '何',
  '高',
  '林',
  '罗',
  '郑',
  '梁',
  '谢',
  '宋',
  '唐',
  '许',
  '韩',
  '冯',
  '邓',
  '曹',
  '欧阳',
  '司马',
] as const;
const givenMale = [
  '建国',
  '志强',
  '永福',
  '国庆',
  '海涛',
  '小军',
  '文彬',
  '德顺',
  '长河',
  '思远',
  '子涵',
  '浩然',
  '立新',
  '广生',
  '大勇',
  '宝山',
] as const;
const givenFemale = [
  '秀英',
  '桂兰',
  '玉梅',
  '丽华',
  '春燕',
  '晓红',
  '雪琴',
  '淑珍',
  '雨桐',
  '欣怡',
  '凤霞',
  '爱莲',
  '美玲',
  '秋月',
  '小芳',
  '𠮷祥',
] as const;

/** Is an invented person. */
export interface DemoPerson {
  readonly name: string;
  readonly sex: '1' | '2';
  readonly birthOn: string;
  readonly phone: string;
  readonly identityNumber: string;
}

/** Invents a person of a sex, born in a year. */
export const inventPerson = (
  random: Random,
  about: { readonly sex: '1' | '2'; readonly birthYear: number; readonly surname?: string },
): DemoPerson => {
  const surname = about.surname ?? inventSurname(random);
  const given = about.sex === '1' ? random.pick(givenMale) : random.pick(givenFemale);
  const birthOn = `${about.birthYear}-${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`;
  const sequence = random.below(499) * 2 + (about.sex === '1' ? 1 : 2);
  const first17 = `${inventedArea}${birthOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return {
    name: `${surname}${given}`,
    sex: about.sex,
    birthOn,
    // The 1999 numbers are not given out, so nobody's telephone rings.
    phone: `1999${String(random.below(10_000_000)).padStart(7, '0')}`,
    identityNumber: `${first17}${checkCharacterOf(first17)}`,
  };
};

/** Invents a surname, so that a family can share it. */
export const inventSurname = (random: Random): string => random.pick(surnames);

const twoDigits = (value: number): string => String(value).padStart(2, '0');
