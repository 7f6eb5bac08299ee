import type { followUps as zhCn } from '../zh-cn/follow-ups.ts';

export const followUps: typeof zhCn = {
  ask: (kind, detail) => `${detail === null ? kind : `${kind}: ${detail}`}. How does it stand?`,
  done: 'Done',
  still: 'Not done yet',
  told: 'Told them',
  answer: 'What did you tell them? (optional)',
  toldInPerson: 'Told at the visit',
};
