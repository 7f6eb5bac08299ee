import { type Finding, type FindingKind, findingKinds, type PlanQuestion } from '@lianxin/ledger';
import type { ImportFinding, ImportPreview } from '@lianxin/protocol';
import { type HideKnown, hideCell, hideNames, hideUnknown } from './mask-texts.ts';

/** Words a remark for the desk. Names, phones and numbers stay hidden for every role: the row in the file says the rest. */
export const describeFinding = (finding: Finding, hideKnown: HideKnown): ImportFinding => {
  const { zh, look } = findingKinds[finding.kind];
  return {
    ...finding,
    label: zh,
    look,
    name: hideNames(finding.name),
    door: hideKnown(finding.door),
    original: hideOriginal(finding, hideKnown),
    understood: hideUnderstood(finding, hideKnown),
  };
};

/** Words a question for the desk. */
export const describeQuestion = (
  { id, kind, sheet, row, door, name, answer }: PlanQuestion,
  hideKnown: HideKnown,
): ImportPreview['questions'][number] => ({
  id,
  kind,
  sheet,
  row,
  door: hideKnown(door),
  name: hideNames(name),
  answer,
});

/** Of these the original is worded by the parser and tells nothing of anybody. */
const wordedByParser: ReadonlySet<FindingKind> = new Set(['idRepeated', 'columnSkipped', 'sheetSkipped']);

const hideOriginal = ({ kind, field, original }: Finding, hideKnown: HideKnown): string => {
  if (wordedByParser.has(kind)) return original;
  // A row that nobody understood holds everything at once.
  if (kind === 'rowUnclear') return hideUnknown(original);
  if (kind === 'nameRemark') return remarkHidden(original);
  return field === null ? hideKnown(original) : hideCell(field, original, hideKnown);
};

const hideUnderstood = ({ kind, field, name, understood }: Finding, hideKnown: HideKnown): string => {
  if (kind === 'multiPersonCell') return hideNames(understood);
  if (kind === 'nameRemark') return `${hideNames(name)},说明写进备注`;
  // The other understandings are sentences of the parser, except where a number was put right.
  return field !== null && /\d{7}/u.test(understood) ? hideCell(field, understood, hideKnown) : hideKnown(understood);
};

/** What stands behind a name in brackets may be another name, or what nobody but the person should tell. */
const remarkHidden = (original: string): string => {
  const [, name = original, remark = ''] = /^(.*?)\((.*)\)$/su.exec(original) ?? [];
  return `${hideNames(name)}(${hideUnknown(remark)})`;
};
