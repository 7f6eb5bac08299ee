import {
  type CodeList,
  code,
  day,
  moment,
  reference,
  requiredCode,
  requiredReference,
  requiredText,
  text,
} from '../kernel/field.ts';
import { governed } from '../kernel/governance.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Lists the states of a wish: one claimer at a time, first come at the server. */
export const wishState = {
  name: 'wishState',
  standard: '本系统',
  entries: [
    { code: 'open', zh: '等人认领', en: 'open' },
    { code: 'claimed', zh: '已认领', en: 'claimed' },
    { code: 'finished', zh: '已办成', en: 'finished' },
    { code: 'withdrawn', zh: '已撤回', en: 'withdrawn' },
  ],
} as const satisfies CodeList;

/** Lists how a household agreed that its door and phone go to the volunteer who claims. */
export const agreementWay = {
  name: 'agreementWay',
  standard: '个人信息保护法 第二十三条 (向他人提供须单独同意)',
  entries: [
    { code: 'spoken', zh: '当面口头同意', en: 'spoken' },
    { code: 'written', zh: '签字同意', en: 'written' },
    { code: 'phone', zh: '电话同意', en: 'by phone' },
    { code: 'none', zh: '没有同意(由网格员陪同)', en: 'none, accompanied' },
  ],
} as const satisfies CodeList;

/** Declares a wish as the grid knows it: whose need it publishes, the household's agreement, who claimed it. */
export const wish = defineRecord({
  name: 'wish',
  label: { zh: '心愿', en: 'wish' },
  placing: 'grid',
  appendOnly: false,
  governance: { purpose: '为住户的需求找到帮手', legalBasis: 'consent', retainYears: 3 },
  fields: {
    needId: requiredReference('需求', 'need', 'need'),
    noticeId: requiredReference('公开的心愿', 'notice', 'wishNotice'),
    state: requiredCode('状态', 'state', wishState, { merge: 'server' }),
    agreementWay: requiredCode('住户同意', 'agreement', agreementWay, { merge: 'fixed' }),
    agreementOn: day('同意日期', 'agreed on', { merge: 'fixed' }),
    agreementNote: text('谁同意的', 'who agreed', { merge: 'fixed', max: 100, sensitivity: 'personal', mask: 'omit' }),
    publishedByName: text('发布人', 'published by', { merge: 'server', max: 60 }),
    claimedBy: reference('认领人', 'claimed by', 'account', { merge: 'server' }),
    claimedByName: text('认领人', 'claimer', { merge: 'server', max: 60 }),
    claimedAt: moment('认领时间', 'claimed at', { merge: 'server' }),
    ...governed,
  },
});

/** Is a wish as the grid knows it. */
export type Wish = RecordOf<typeof wish>;

/** Declares what the community's volunteers see of a wish: never a name, a door or a household. */
export const wishNotice = defineRecord({
  name: 'wishNotice',
  label: { zh: '可帮的忙', en: 'wish notice' },
  placing: 'community',
  appendOnly: false,
  governance: null,
  fields: {
    what: requiredText('想请人帮什么', 'what', { merge: 'fixed', max: 100 }),
    place: text('在哪一带', 'place', { merge: 'fixed', max: 40 }),
    timeWindow: text('什么时候', 'time window', { merge: 'fixed', max: 60 }),
    skill: text('要会什么', 'skill', { merge: 'fixed', max: 60 }),
    state: requiredCode('状态', 'state', wishState, { merge: 'server' }),
    publishedAt: moment('发布时间', 'published at', { merge: 'server' }),
  },
});

/** Is a wish as volunteers see it. */
export type WishNotice = RecordOf<typeof wishNotice>;

/** Declares the card that only the claimer's phone holds, only while the claim lasts, with a door and phone only if the household agreed. Its id is the notice's id. */
export const householdCard = defineRecord({
  name: 'householdCard',
  label: { zh: '住户卡', en: 'household card' },
  placing: 'user',
  appendOnly: false,
  governance: { purpose: '上门帮忙时联系住户', legalBasis: 'consent', retainYears: 0 },
  fields: {
    what: text('帮什么', 'what', { merge: 'server', max: 100 }),
    agreementWay: code('住户同意', 'agreement', agreementWay, { merge: 'server' }),
    contactName: text('联系人', 'contact', { merge: 'server', max: 60, sensitivity: 'personal', mask: 'name' }),
    address: text('住址', 'address', { merge: 'server', max: 200, sensitivity: 'personal', mask: 'address' }),
    phone: text('电话', 'phone', { merge: 'server', max: 40, sensitivity: 'personal', mask: 'phone' }),
    workerName: text('网格员', 'grid worker', { merge: 'server', max: 60 }),
    ...governed,
  },
});

/** Is the claimer's card of a household. */
export type HouseholdCard = RecordOf<typeof householdCard>;
