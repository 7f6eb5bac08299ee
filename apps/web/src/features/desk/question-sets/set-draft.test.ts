import type { Question } from '@lianxin/domain';
import { questionSetDraftSchema } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { newOption, withMoved, withoutQuestion, withType } from './edit-questions.ts';
import { draftProblems, emptySetDraft, type SetDraft, toQuestionSetDraft } from './set-draft.ts';

let made = 0;
const newKey = (): string => {
  made += 1;
  return `k${made}`;
};

const label = { zh: '问', en: '' };
const asked = (key: string, more: Partial<Question> = {}): Question => ({ key, type: 'yesNo', label, ...more });
const draft = (...questions: readonly Question[]): SetDraft => ({
  ...emptySetDraft(newKey),
  name: '冬季安全',
  questions,
});
const problems = (set: SetDraft, former: readonly Question[] = []) =>
  draftProblems(set, former).map(({ at, problem }) => `${at} ${problem}`);

describe('a set that is edited', () => {
  it('says first what is missing', () => {
    expect(problems(emptySetDraft(newKey))).toEqual(['-1 nameMissing', '0 labelMissing']);
    expect(problems({ ...emptySetDraft(newKey), name: ' 冬季 ', questions: [] })).toEqual(['-1 noQuestions']);
    const choice = asked('a', { type: 'choice', options: [newOption('x')] });
    expect(problems(draft(choice))).toEqual(['0 optionLabelMissing']);
  });

  it('keeps no condition on a question that was taken out', () => {
    const questions = [asked('a'), asked('b', { when: { key: 'a', isOneOf: [true] } }), asked('c')];
    expect(withoutQuestion(questions, 0)).toEqual([asked('b'), asked('c')]);
    expect(problems(draft(...withoutQuestion(questions, 0)))).toEqual([]);
  });

  it('marks a question that was moved before the one it depends on', () => {
    const questions = [asked('a'), asked('b', { when: { key: 'a', isOneOf: [true] } })];
    expect(problems(draft(...withMoved(questions, 1, -1)))).toEqual(['0 whenNotEarlier']);
    expect(withMoved(withMoved(questions, 1, -1), 0, 1)).toEqual(questions);
  });

  it('gives a question that was asked before a new key with another way of answering: its answers stay in their column', () => {
    const former = [asked('a')];
    const changed = withType([asked('a'), asked('b')], 0, { type: 'tally', former, newKey });
    expect(changed[0]).toMatchObject({ type: 'tally', label });
    expect(changed[0]?.key).not.toBe('a');
    expect(problems(draft(...changed), former)).toEqual([]);
    expect(withType(changed, 1, { type: 'text', former, newKey })[1]?.key).toBe('b');
  });

  it('gives a question what its way of answering needs, and takes away what it does not', () => {
    const to = (type: Question['type'], question: Question) => withType([question], 0, { type, former: [], newKey })[0];
    expect(to('multi', asked('a'))?.options).toHaveLength(2);
    const choice = asked('a', { type: 'choice', options: [newOption('x')], unit: label });
    expect(to('multi', choice)?.options).toEqual([newOption('x')]);
    expect(to('text', choice)).toEqual(asked('a', { type: 'text' }));
  });

  it('asks always what depended on a question that is answered in another way now', () => {
    const questions = [asked('a'), asked('b', { when: { key: 'a', isOneOf: [true] } })];
    expect(withType(questions, 0, { type: 'text', former: [], newKey })[1]).toEqual(asked('b'));
  });

  it('is sent trimmed, without what was left empty', () => {
    const question = asked('a', {
      type: 'tally',
      label: { zh: ' 海报 ', en: '' },
      unit: { zh: '', en: '' },
      hint: label,
    });
    const sent = toQuestionSetDraft({ ...draft(question), nameEn: ' ', fromOn: '2026-11-01' });
    expect(questionSetDraftSchema.safeParse(sent).success).toBe(true);
    expect(sent).toMatchObject({ nameEn: null, fromOn: '2026-11-01', toOn: null });
    expect(sent.questions[0]).toEqual({ key: 'a', type: 'tally', label: { zh: '海报', en: '' }, hint: label });
  });
});
