import { type CodeOf, dwelling, household, membership, person, tag, type tagKind, unit } from '@lianxin/domain';

/** Tells which rows a column speaks for: the household (its cells are merged over the members), one person, or nobody. */
type LedgerFieldLevel = 'household' | 'person' | 'none';

/** Is what the importer knows of one kind of column. */
export interface LedgerFieldSpec {
  readonly label: string;
  readonly level: LedgerFieldLevel;
  readonly words: readonly string[];
}

const words = (
  declared: { readonly synonyms: readonly string[]; readonly label: { readonly zh: string } },
  more: readonly string[] = [],
): readonly string[] => [declared.label.zh, ...declared.synonyms, ...more];

const of = (level: LedgerFieldLevel, label: string, headings: readonly string[]): LedgerFieldSpec => ({
  label,
  level,
  words: [label, ...headings],
});

/**
 * Lists the kinds of columns that a resident ledger has, with the headings communities give them. The words come from
 * the record declarations; only what no record holds (numbers, groups, the head's own columns) is worded here.
 */
export const ledgerFields = {
  sequence: of('none', '序号', ['编号', '户序', '序', '顺序号', 'No', 'No.']),
  grid: of('household', '网格', ['网格名称', '所属网格', '网格号', '网格编号']),
  estate: of('household', '小区', ['小区名称', '院区', '片区', '家属院']),
  villageGroup: of('household', '村民组', [
    '组',
    '组别',
    '村民小组',
    '小组',
    '自然村',
    '队',
    '生产队',
    ...unit.fields.estate.synonyms.filter((word) => !word.includes('小区')),
  ]),
  building: of('household', '楼栋', ['楼号', '楼', '幢', '栋', '楼栋号', '幢号', '栋号', '楼幢', '楼座']),
  entrance: of('household', '单元', ['单元号', '门栋']),
  door: of(
    'household',
    '房号',
    words(dwelling.fields.doorLabel).filter((word) => word !== '住址'),
  ),
  address: of('household', '住址', [
    '地址',
    '现住址',
    '现住地址',
    '家庭住址',
    '详细地址',
    '居住地址',
    '现居住地',
    '住房地址',
    '楼栋单元室',
    '楼栋门牌',
  ]),
  floor: of('household', '楼层', dwelling.fields.floor.synonyms),
  dwellingUse: of(
    'household',
    '房屋性质',
    words(dwelling.fields.use, ['住房性质', '房屋用途', '住房情况', '房屋情况']),
  ),
  householdNo: of('household', '户号', household.fields.householdNo.synonyms),
  room: of('household', '屋', household.fields.roomLabel.synonyms),
  movedInOn: of('household', '入住日期', household.fields.fromOn.synonyms),
  headName: of('household', '户主姓名', ['户主', '户主名', '户主(姓名)']),
  headPhone: of('household', '户主电话', words(household.fields.phone, ['户主手机', '户主联系方式', '家庭电话'])),
  headIdentityNumber: of('household', '户主身份证号', ['户主身份证', '户主身份证号码', '户主公民身份号码']),
  name: of(
    'person',
    '姓名',
    words(person.fields.name, ['成员', '家庭成员情况', '人员', '居住人', '居住人姓名', '住户姓名']),
  ),
  relation: of(
    'person',
    '与户主关系',
    words(membership.fields.relationToHead, ['与户主', '关系(与户主)', '家庭成员关系']),
  ),
  sex: of('person', '性别', person.fields.sex.synonyms),
  birthOn: of('person', '出生日期', person.fields.birthOn.synonyms),
  identityNumber: of(
    'person',
    '身份证号',
    words(person.fields.identityNumberState, ['公民身份证', '身份号码', '证件号', '成员身份证号']),
  ),
  phone: of('person', '联系电话', words(person.fields.phone, ['手机号', '联系号码', '电话/手机', '本人手机'])),
  maritalStatus: of('person', '婚姻', person.fields.maritalStatus.synonyms),
  education: of('person', '文化程度', person.fields.education.synonyms),
  politicalStatus: of('person', '政治面貌', person.fields.politicalStatus.synonyms),
  populationKind: of('person', '人口类型', words(person.fields.populationKind, ['户籍/流动', '是否流动人口'])),
  occupation: of('person', '职业', person.fields.occupation.synonyms),
  workplace: of('person', '工作单位', words(person.fields.workplace, ['工作单位或就读学校', '单位或学校'])),
  registeredAddress: of(
    'person',
    '户籍地址',
    words(person.fields.registeredAddress, ['户籍', '户口地址', '户籍详址', '户籍所在地']),
  ),
  livesWhereRegistered: of('person', '人户一致', membership.fields.livesWhereRegistered.synonyms),
  membershipKind: of('person', '居住情况', membership.fields.kind.synonyms),
  tags: of(
    'person',
    '特殊人群',
    words(tag.fields.kind, ['特殊群体类别', '人员标签', '特殊情况', '困难类别', '特殊类别']),
  ),
  note: of('household', '备注', words(household.fields.note, ['其他情况', '其它', '备注说明'])),
  /** Derived from other columns, so nothing is taken from it. */
  derived: of('none', '可推算', [
    '年龄',
    '周岁',
    '人口数',
    '人数',
    '家庭人口',
    '家庭人口数',
    '户籍人数',
    '常住人数',
    '户主年龄',
    '家庭人数',
  ]),
  /** Not taken on purpose: religion, ethnic group, and what community work must not keep. */
  skipped: of('none', '不导入', [
    '民族',
    '宗教',
    '宗教信仰',
    '信仰',
    '残疾证号',
    '残疾证号码',
    '是否吸毒',
    '吸毒',
    '刑满释放',
    '刑释解教',
    '社区矫正',
    '精神障碍',
    '肇事肇祸',
    '前科',
    '犯罪记录',
    '传染病',
    '艾滋病',
    '信访',
    '上访',
    '银行卡号',
    '银行账号',
  ]),
  /** Kept as written for the export in the same shape; no record holds it. */
  kept: of('none', '原样保留', []),
} as const satisfies Readonly<Record<string, LedgerFieldSpec>>;

/** Is the key of a kind of column. */
export type LedgerField = keyof typeof ledgerFields;

/** Is where a column goes: a field, or one tag that the column answers with yes or no. */
export type ColumnTarget = LedgerField | `tag:${CodeOf<typeof tagKind>}`;

/** Says whether a text is the key of a kind of column. */
export const isLedgerField = (key: string): key is LedgerField => Object.hasOwn(ledgerFields, key);
