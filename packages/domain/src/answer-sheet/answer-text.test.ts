import { describe, expect, it } from 'vitest';
import { answerText } from './answer-text.ts';

const options = [
  { value: 'x', label: { zh: '甲', en: 'First' } },
  { value: 'y', label: { zh: '乙', en: '' } },
];

describe('an answer in words', () => {
  it.each([
    ['yesNo', true, '是', 'Yes'],
    ['yesNo', false, '否', 'No'],
    ['choice', 'x', '甲', 'First'],
    ['multi', ['x', 'y'], '甲、乙', 'First, 乙'],
    ['number', 2.5, '2.5', '2.5'],
    ['tally', 12, '12', '12'],
    ['date', '2026-11-20', '2026-11-20', '2026-11-20'],
    ['text', 'x', 'x', 'x'],
    ['choice', 'gone', 'gone', 'gone'],
    ['yesNo', null, '', ''],
  ] as const)('of a %s: %j', (type, answer, zh, en) => {
    const given = typeof answer === 'object' && answer !== null ? [...answer] : answer;
    expect([answerText({ type, options }, given), answerText({ type, options }, given, 'en')]).toEqual([zh, en]);
  });
});
