import type { questions as zhCn } from '../zh-cn/questions.ts';

export const questions: typeof zhCn = {
  sameAsLast: 'Still the same',
  different: 'Something changed',
  last: (day: string, words: string) => `Last time, ${day}: ${words}`,
  lastHere: (label: string, answer: string) => `${label} · last time ${answer}`,
  answered: (count: number) => `${count} answered`,
  fewer: (label: string) => `${label}: one fewer`,
  more: (label: string) => `${label}: one more`,
  withUnit: (label: string, unit: string) => `${label} (${unit})`,
  because: (answer, more) => `${answer} (${more})`,
  pair: (label: string, answer: string) => `${label}: ${answer}`,
};
