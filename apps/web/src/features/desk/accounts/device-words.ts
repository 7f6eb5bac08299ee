import type { Instant } from '@lianxin/domain';
import type { Device } from '@lianxin/protocol';
import { devices as en } from '../../../locale/en/desk-devices.ts';
import { inLanguage } from '../../../locale/language.ts';
import { t } from '../../../locale/messages.ts';
import { devices as zhCn } from '../../../locale/zh-cn/desk-devices.ts';

/** The sentences about devices. */
export const deviceWords = inLanguage(zhCn, en);

/** Names a device as its owner would know it again. */
export const deviceName = ({ label }: Pick<Device, 'label'>): string => (label === '' ? deviceWords.unnamed : label);

/** The line under a device: 在用 · 上次连上 … · 不联网可打开到 …; what has ended opens nothing any more. */
export const deviceLine = ({ state, seenAt, leaseUntil }: Device, now: Instant): string => {
  const { states, seen, lease, leaseEnded } = deviceWords;
  const isOver = state === 'wiped' || state === 'ended';
  const opens = leaseUntil > now ? lease(t.dates.moment(leaseUntil, now)) : leaseEnded;
  return [states[state], seen(t.dates.moment(seenAt, now)), ...(isOver ? [] : [opens])].join(' · ');
};
