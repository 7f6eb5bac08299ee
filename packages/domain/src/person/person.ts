import { education } from '../codes/education.ts';
import { maritalStatus } from '../codes/marital-status.ts';
import { politicalStatus } from '../codes/political-status.ts';
import { populationKind } from '../codes/population-kind.ts';
import { sex } from '../codes/sex.ts';
import { type CodeList, code, day, moment, requiredCode, text } from '../kernel/field.ts';
import { governed, serverOnly, verificationField } from '../kernel/governance.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Lists what a phone may know of a citizen ID number: whether there is one, never a digit of it. */
export const identityNumberState = {
  name: 'identityNumberState',
  standard: 'GB 11643-1999',
  entries: [
    { code: 'none', zh: '未登记', en: 'not registered' },
    { code: 'registered', zh: '已登记', en: 'registered' },
    { code: 'toCheck', zh: '已登记,待核', en: 'registered, to check' },
  ],
} as const satisfies CodeList;

/** Declares a person. A newborn may have no name yet; an ID number is optional and sealed on the server. */
export const person = defineRecord({
  name: 'person',
  label: { zh: '人员', en: 'person' },
  placing: 'grid',
  appendOnly: false,
  governance: { purpose: '掌握住户基本情况,提供上门服务', legalBasis: 'duty', retainYears: 5 },
  fields: {
    name: text('姓名', 'name', {
      max: 60,
      sensitivity: 'personal',
      mask: 'name',
      synonyms: ['姓名', '成员姓名', '家庭成员', '人员姓名', '居民姓名', '家庭成员姓名'],
    }),
    sex: code('性别', 'sex', sex, { synonyms: ['性别'] }),
    birthOn: day('出生日期', 'birth date', {
      sensitivity: 'personal',
      mask: 'omit',
      synonyms: ['出生日期', '出生年月', '出生年月日', '生日', '出生时间'],
    }),
    phone: text('联系电话', 'phone', {
      max: 40,
      sensitivity: 'personal',
      mask: 'phone',
      synonyms: ['联系电话', '联系方式', '电话', '手机', '手机号', '手机号码', '电话号码', '本人电话'],
    }),
    identityNumberState: requiredCode('身份证号', 'ID number state', identityNumberState, {
      merge: 'server',
      synonyms: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号', '证件号码', '身份证', '公民身份证号码'],
    }),
    maritalStatus: code('婚姻', 'marital status', maritalStatus, {
      sensitivity: 'personal',
      mask: 'omit',
      synonyms: ['婚姻', '婚姻状况'],
    }),
    education: code('文化程度', 'education', education, {
      sensitivity: 'personal',
      mask: 'omit',
      synonyms: ['文化程度', '学历', '受教育程度'],
    }),
    politicalStatus: code('政治面貌', 'political status', politicalStatus, {
      sensitivity: 'personal',
      mask: 'omit',
      synonyms: ['政治面貌'],
    }),
    populationKind: code('人口类型', 'population kind', populationKind, {
      synonyms: ['人口类型', '人口类别', '户籍类型', '人口性质'],
    }),
    occupation: text('职业', 'occupation', {
      max: 100,
      sensitivity: 'personal',
      mask: 'omit',
      synonyms: ['职业', '从业情况', '就业情况'],
    }),
    workplace: text('工作单位', 'workplace', {
      max: 100,
      sensitivity: 'personal',
      mask: 'omit',
      synonyms: ['工作单位', '服务处所', '单位'],
    }),
    registeredAddress: text('户籍地址', 'registered address', {
      max: 200,
      sensitivity: 'personal',
      mask: 'address',
      synonyms: ['户籍地址', '户籍地', '户口所在地', '籍贯'],
    }),
    verification: verificationField,
    note: text('备注', 'note', { sensitivity: 'personal', mask: 'omit' }),
    erasedAt: moment('抹除时间', 'erased at', { merge: 'server' }),
    identityNumberSealed: serverOnly(
      text('身份证号(密)', 'sealed ID number', { merge: 'server', max: 400, sensitivity: 'sealed' }),
    ),
    identityNumberHash: serverOnly(
      text('身份证号(摘要)', 'ID number keyed hash', { merge: 'server', max: 100, sensitivity: 'sealed' }),
    ),
    importKey: serverOnly(text('导入键', 'import key', { merge: 'server', max: 200, sensitivity: 'sealed' })),
    ...governed,
  },
});

/** Is a person. */
export type Person = RecordOf<typeof person>;
