import {
  type CivilDate,
  type CodeOf,
  err,
  type FieldMap,
  type Goods,
  help,
  type helpKind,
  ok,
  parseNewRecord,
  type Result,
} from '@lianxin/domain';
import type { HelpRecord } from './help-records.ts';

export type HelpKind = CodeOf<typeof helpKind>;

/** One kind of goods while it is being typed. */
export type GoodsDraft = {
  /** Tells lines apart while they are added and taken out. */
  readonly key: string;
  readonly name: string;
  readonly quantity: number | null;
  readonly unit: string;
};

/** Help while it is being written down. */
export type HelpDraft = {
  readonly servedOn: CivilDate;
  readonly kind: HelpKind | null;
  readonly content: string;
  readonly minutes: number | null;
  readonly goods: readonly GoodsDraft[];
  readonly place: string;
  readonly people: number | null;
  readonly giver: 'me' | 'other' | 'group';
  readonly giverName: string;
  readonly giverCount: number | null;
};

/** What is wrong with a draft, field by field. */
export type HelpProblems = { readonly [K in keyof HelpDraft]?: 'missing' | 'future' | 'invalid' };

/** What fields get to show and change a draft. */
export interface HelpDraftEditing {
  readonly draft: HelpDraft;
  readonly problems: HelpProblems;
  readonly onChange: (part: Partial<HelpDraft>) => void;
}

/** The account that writes. */
export interface Recorder {
  readonly id: string;
  readonly name: string;
}

/** Starts a draft of today by oneself; nothing else is preset. */
export const emptyHelp = (today: CivilDate): HelpDraft => ({
  servedOn: today,
  kind: null,
  content: '',
  minutes: null,
  goods: [],
  place: '',
  people: null,
  giver: 'me',
  giverName: '',
  giverCount: null,
});

/** Takes a record back into a draft, to correct it. */
export const draftOfHelp = (record: Omit<HelpRecord, 'rev'>, accountId: string): HelpDraft => {
  const isMine = record.giverId === accountId && record.giverKind === 'person';
  return {
    servedOn: record.servedOn ?? '',
    kind: record.kind,
    content: record.content ?? '',
    minutes: record.serviceMinutes,
    goods: record.goods.map((item, index) => ({ ...item, key: String(index) })),
    place: record.place ?? '',
    people: record.peopleServed,
    giver: isMine ? 'me' : record.giverKind === 'group' ? 'group' : 'other',
    giverName: isMine ? '' : record.giverName,
    giverCount: record.giverCount,
  };
};

/** Reads a draft into the fields of a help record, or tells what is missing or does not fit the declaration. */
export const readHelpDraft = (
  draft: HelpDraft,
  { recorder, today }: { readonly recorder: Recorder; readonly today: CivilDate },
): Result<FieldMap, HelpProblems> => {
  const problems = problemsOf(draft, today);
  if (Object.keys(problems).length > 0) return err(problems);
  const fields: FieldMap = {
    servedOn: draft.servedOn,
    kind: draft.kind,
    content: textOrNull(draft.content),
    serviceMinutes: draft.minutes,
    goods: draft.goods.map(toGoods),
    place: textOrNull(draft.place),
    peopleServed: draft.people,
    ...giverOf(draft, recorder),
  };
  const parsed = parseNewRecord(help, fields);
  return parsed.ok ? ok(fields) : err({ [draftKeys[parsed.error.field] ?? 'content']: 'invalid' });
};

const problemsOf = (draft: HelpDraft, today: CivilDate): HelpProblems => ({
  ...(draft.servedOn === '' && { servedOn: 'missing' as const }),
  ...(draft.servedOn > today && { servedOn: 'future' as const }),
  ...(draft.kind === null && { kind: 'missing' as const }),
  ...(draft.goods.some(isHalfWritten) && { goods: 'missing' as const }),
  ...(draft.giver !== 'me' && draft.giverName.trim() === '' && { giverName: 'missing' as const }),
});

const isHalfWritten = ({ name, quantity }: GoodsDraft): boolean =>
  name.trim() === '' || quantity === null || quantity <= 0;

const toGoods = ({ name, quantity, unit }: GoodsDraft): Goods => ({
  name: name.trim(),
  quantity: quantity ?? 0,
  unit: unit.trim(),
});

/** Giver and recorder are two things: only one's own help carries one's own account as the giver. */
const giverOf = (draft: HelpDraft, recorder: Recorder): FieldMap => {
  if (draft.giver === 'me') {
    return { giverKind: 'person', giverId: recorder.id, giverName: recorder.name, giverCount: null };
  }
  return {
    giverKind: draft.giver === 'group' ? 'group' : 'person',
    giverId: null,
    giverName: draft.giverName.trim(),
    giverCount: draft.giver === 'group' ? draft.giverCount : null,
  };
};

const textOrNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

const draftKeys: Readonly<Record<string, keyof HelpDraft>> = {
  servedOn: 'servedOn',
  kind: 'kind',
  content: 'content',
  serviceMinutes: 'minutes',
  goods: 'goods',
  place: 'place',
  peopleServed: 'people',
  giverName: 'giverName',
  giverCount: 'giverCount',
};
