import { questionPreset } from '@lianxin/domain';
import { expect, it } from 'vitest';
import { answersInWords } from './answer-words.ts';

const { questions: five } = questionPreset('fiveItems') ?? { questions: [] };
const { questions: fraud } = questionPreset('antiFraud') ?? { questions: [] };

it('says what was answered, with what was asked because of it in brackets', () => {
  const answers = { food: 'hard', foodWhat: '缺米', foodNext: 'informed', water: 'fine' };
  expect(answersInWords(five, answers)).toBe('吃穿 有困难(缺米;知情,不用办)、饮水 没问题');
  expect(answersInWords(fraud, { explained: 'yes', posters: 2 })).toBe('反诈知识 已讲解、海报 2 张');
  expect(answersInWords(fraud, {})).toBe('');
});

it('names what does not say itself what it answers', () => {
  const label = (zh: string) => ({ zh, en: '' });
  const when = { key: 'pet', isOneOf: [true] };
  const questions = [
    { key: 'pet', type: 'yesNo' as const, label: label('养宠物') },
    { key: 'dogs', type: 'number' as const, label: label('狗'), unit: { zh: '只', en: '' }, when },
    { key: 'licence', type: 'yesNo' as const, label: label('有证'), when: { key: 'dogs', isOneOf: [true] } },
  ];
  expect(answersInWords(questions, { pet: true, dogs: 2 })).toBe('养宠物 是(狗 2 只)');
});
