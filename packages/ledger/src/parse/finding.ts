import type { LedgerField } from '../recognise/ledger-field.ts';

/** Is what may be worth a look about a row of a ledger. None of them drops the row. */
export type FindingKind = keyof typeof findingKinds;

/**
 * Lists what an import can find, in the words of the preview. `look` asks a person for a glance; the others only say
 * what has been understood.
 */
export const findingKinds = {
  idRuined: { zh: '末尾 000,多半被表格弄坏了', look: true },
  idCheckFails: { zh: '校验不过', look: true },
  idMalformed: { zh: '位数不对', look: true },
  idMissing: { zh: '没有号码', look: true },
  idRepeated: { zh: '号码重复,是同一个人吗', look: true },
  idFullWidth: { zh: '全角已改成半角', look: false },
  idLowerX: { zh: '小写 x 已改成大写', look: false },
  idFifteenDigits: { zh: '15 位已补成 18 位', look: false },
  idSeparators: { zh: '号码里的空格已去掉', look: false },
  sexDiffersFromId: { zh: '性别和号码对不上', look: true },
  birthDiffersFromId: { zh: '出生日期和号码对不上', look: true },
  multiPersonCell: { zh: '一格里有几个人,已拆开', look: true },
  multiPersonCellKept: { zh: '一格里有几个人,没有拆', look: true },
  unknownRelation: { zh: '关系不认识,原文保留', look: true },
  unknownTag: { zh: '人群类别不认识,写进备注', look: true },
  unknownCode: { zh: '不认识的写法,写进备注', look: true },
  emptyDoor: { zh: '空门,不建户', look: false },
  doorMissing: { zh: '没有门牌,先建成待核的门', look: true },
  secondHousehold: { zh: '同一个门的另一户', look: false },
  headMissing: { zh: '这一户没有写户主', look: false },
  headAdded: { zh: '户主不在成员里,按户主栏补上', look: false },
  phoneSameAsAbove: { zh: '与上一行同号', look: false },
  phoneUnclear: { zh: '电话看不明白,写进备注', look: true },
  dateUnclear: { zh: '日期看不明白', look: true },
  dateWithoutDay: { zh: '日期不完整', look: false },
  masked: { zh: '带 * 的不会盖掉全的', look: false },
  nameRemark: { zh: '姓名里有说明,已分开', look: true },
  useContradicts: { zh: '写着空置却有人', look: true },
  cellTooLong: { zh: '内容太长,只取前面部分', look: true },
  rowUnclear: { zh: '这一行没看懂,没有导入', look: true },
  columnSkipped: { zh: '这一栏不导入', look: false },
  sheetSkipped: { zh: '这一页不是底册,没有导入', look: false },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly look: boolean }>>;

/** Is one finding. `row` counts from 1 as the spreadsheet shows it, 0 = the sheet as a whole. */
export interface Finding {
  readonly kind: FindingKind;
  readonly sheet: string;
  readonly row: number;
  readonly field: LedgerField | null;
  readonly door: string;
  readonly name: string;
  readonly original: string;
  readonly understood: string;
}

/** Collects findings while parsing. */
export type Report = (finding: Finding) => void;
