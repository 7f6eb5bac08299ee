import type { Label } from '../kernel/field.ts';
import type { AskedSet } from './asked-set.ts';
import type { Question } from './question.ts';

const option = (value: string, zh: string, en: string) => ({ value, label: { zh, en } });

const fineOrHard = [option('fine', '没问题', 'No problem'), option('hard', '有困难', 'In difficulty')];

const nextSteps = [
  option('need', '记一条需求', 'Note a need'),
  option('inHand', '已经在办', 'In hand already'),
  option('informed', '知情,不用办', 'Knows, nothing to do'),
];

/** Asks how one thing stands, and only where it is hard what is missing and what becomes of it. */
const item = (key: string, { zh, en }: Label): readonly Question[] => {
  const when = { key, isOneOf: ['hard'] };
  return [
    { key, type: 'choice', label: { zh, en }, options: fineOrHard },
    { key: `${key}What`, type: 'text', label: { zh: `${zh}:有什么困难`, en: `${en}: what is hard` }, when },
    {
      key: `${key}Next`,
      type: 'choice',
      label: { zh: `${zh}:怎么办`, en: `${en}: what next` },
      hint: { zh: '要办的,在「需要什么」里点一下', en: 'Note what is to be done under “needs”' },
      options: nextSteps,
      when,
    },
  ];
};

const preset = { questionSetId: null, setVersion: 1, fromOn: null, toOn: null, isActive: true } as const;
const everybody = { tagKinds: [], minAge: null };

/** Lists the sets that ship. They never change, because answers name them by their key alone; a community edits its own version. */
export const questionPresets: readonly AskedSet[] = [
  {
    ...preset,
    setKey: 'fiveItems',
    kind: 'check',
    name: { zh: '五项核对', en: 'Five-item check' },
    audience: everybody,
    questions: [
      ...item('food', { zh: '吃穿', en: 'Food and clothing' }),
      ...item('housing', { zh: '住房', en: 'Housing' }),
      ...item('water', { zh: '饮水', en: 'Drinking water' }),
      ...item('medical', { zh: '医疗', en: 'Medical care' }),
      ...item('schooling', { zh: '教育', en: 'Schooling' }),
    ],
  },
  {
    ...preset,
    setKey: 'antiFraud',
    kind: 'campaign',
    name: { zh: '反诈宣传', en: 'Anti-fraud campaign' },
    audience: everybody,
    questions: [
      {
        key: 'explained',
        type: 'choice',
        label: { zh: '反诈知识', en: 'About fraud' },
        options: [option('yes', '已讲解', 'Explained'), option('no', '未讲解', 'Not explained')],
      },
      { key: 'posters', type: 'tally', label: { zh: '海报', en: 'Posters' }, unit: { zh: '张', en: '' } },
      { key: 'leaflets', type: 'tally', label: { zh: '宣传页', en: 'Leaflets' }, unit: { zh: '份', en: '' } },
    ],
  },
];

/** Finds a shipped set by its key. */
export const questionPreset = (setKey: string): AskedSet | undefined =>
  questionPresets.find((one) => one.setKey === setKey);
