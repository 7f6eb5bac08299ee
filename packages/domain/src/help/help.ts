import * as z from 'zod/mini';
import { helpKind } from '../codes/help-kind.ts';
import {
  type CodeList,
  day,
  moment,
  reference,
  requiredCode,
  requiredText,
  structured,
  text,
  wholeNumber,
} from '../kernel/field.ts';
import { governed } from '../kernel/governance.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Lists whether one person or a group gave the help. */
export const giverKind = {
  name: 'giverKind',
  standard: '本系统',
  entries: [
    { code: 'person', zh: '一个人', en: 'person' },
    { code: 'group', zh: '一个队', en: 'group' },
  ],
} as const satisfies CodeList;

/** Is one kind of goods given, with how much of it. */
export const goodsSchema = z
  .array(
    z.strictObject({
      name: z.string().check(z.minLength(1), z.maxLength(40)),
      quantity: z.number().check(z.gt(0), z.lte(1_000_000)),
      unit: z.string().check(z.maxLength(10)),
    }),
  )
  .check(z.maxLength(20));

/** Declares help that somebody gave: hours, goods or a job. Giver and recorder are two fields, so staff can record for a volunteer without a phone. Append-only. */
export const help = defineRecord({
  name: 'help',
  label: { zh: '帮忙', en: 'help' },
  placing: 'user',
  appendOnly: true,
  governance: { purpose: '志愿服务记录与证明', legalBasis: 'duty', retainYears: 5 },
  fields: {
    servedOn: day('日期', 'date', { merge: 'fixed' }),
    kind: requiredCode('类别', 'kind', helpKind, { merge: 'fixed' }),
    content: text('做了什么', 'content', { merge: 'fixed', max: 200 }),
    serviceMinutes: wholeNumber('时长(分钟)', 'minutes', { merge: 'fixed', max: 10_080 }),
    goods: structured('物品', 'goods', goodsSchema, { merge: 'fixed' }),
    place: text('地点', 'place', { merge: 'fixed', max: 60 }),
    peopleServed: wholeNumber('服务人数', 'people served', { merge: 'fixed', max: 100_000 }),
    giverKind: requiredCode('谁帮的', 'giver kind', giverKind, { merge: 'fixed' }),
    giverId: reference('服务人账号', 'giver account', 'account'),
    giverName: requiredText('服务人', 'giver', { merge: 'fixed', max: 60, sensitivity: 'personal', mask: 'name' }),
    giverCount: wholeNumber('参加人数', 'givers', { merge: 'fixed', min: 1, max: 10_000 }),
    recordedBy: reference('登记人账号', 'recorder account', 'account', { merge: 'server' }),
    recorderName: text('登记人', 'recorder', { merge: 'server', max: 60 }),
    recordedAt: moment('登记时间', 'recorded at', { merge: 'server' }),
    noticeId: reference('来自心愿', 'from wish', 'wishNotice'),
    needId: reference('办的需求', 'need', 'need'),
    voidOf: reference('作废', 'void of', 'help'),
    corrects: reference('更正', 'corrects', 'help'),
    note: text('备注', 'note', { merge: 'fixed', max: 500 }),
    ...governed,
  },
});

/** Is one help given. */
export type Help = RecordOf<typeof help>;

/** Is one kind of goods with its quantity. */
export type Goods = z.infer<typeof goodsSchema>[number];
