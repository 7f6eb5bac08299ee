import type { LedgerLayout } from './layout.ts';

/** The columns of 居民信息台账. 民族 is part of the official form and stays blank on purpose. */
export const residentsLayout = {
  name: '居民信息台账',
  frozenColumns: 6,
  columns: [
    { key: 'sequence', heading: '序号', width: 5, isShared: true },
    { key: 'grid', heading: '网格', group: '住址', width: 9, isShared: true },
    { key: 'estate', heading: '小区', group: '住址', width: 10, isShared: true },
    { key: 'building', heading: '楼栋', group: '住址', width: 8, isShared: true },
    { key: 'entrance', heading: '单元', group: '住址', width: 7, isShared: true },
    { key: 'door', heading: '房号', group: '住址', width: 8, isShared: true },
    { key: 'householdNo', heading: '户号', group: '户主', width: 8, isShared: true },
    { key: 'headName', heading: '户主姓名', group: '户主', width: 9, isShared: true },
    { key: 'headPhone', heading: '户主电话', group: '户主', width: 13, isShared: true },
    { key: 'name', heading: '姓名', group: '家庭成员信息', width: 9 },
    { key: 'relation', heading: '与户主关系', group: '家庭成员信息', width: 8 },
    { key: 'sex', heading: '性别', group: '家庭成员信息', width: 5 },
    { key: 'birthOn', heading: '出生日期', group: '家庭成员信息', width: 11 },
    { key: 'age', heading: '年龄', group: '家庭成员信息', width: 5 },
    { key: 'ethnicGroup', heading: '民族', group: '家庭成员信息', width: 5 },
    { key: 'identityNumber', heading: '身份证号', group: '家庭成员信息', width: 20 },
    { key: 'phone', heading: '联系电话', group: '家庭成员信息', width: 13 },
    { key: 'registeredAddress', heading: '户籍地址', group: '家庭成员信息', width: 18, align: 'left' },
    { key: 'address', heading: '现住址', group: '家庭成员信息', width: 18, align: 'left' },
    { key: 'livesWhereRegistered', heading: '人户一致', group: '家庭成员信息', width: 6 },
    { key: 'populationKind', heading: '人口类型', group: '家庭成员信息', width: 6 },
    { key: 'maritalStatus', heading: '婚姻', group: '家庭成员信息', width: 6 },
    { key: 'education', heading: '文化程度', group: '家庭成员信息', width: 7 },
    { key: 'politicalStatus', heading: '政治面貌', group: '家庭成员信息', width: 9 },
    { key: 'occupation', heading: '职业', group: '家庭成员信息', width: 9 },
    { key: 'workplace', heading: '工作单位', group: '家庭成员信息', width: 12, align: 'left' },
    { key: 'tags', heading: '特殊人群', group: '家庭成员信息', width: 10 },
    { key: 'dwellingUse', heading: '房屋性质', width: 7, isShared: true },
    { key: 'note', heading: '备注', width: 14, isShared: true, align: 'left' },
  ],
} as const satisfies LedgerLayout;

/** Is the key of a column of 居民信息台账. */
export type ResidentsColumn = (typeof residentsLayout.columns)[number]['key'];
