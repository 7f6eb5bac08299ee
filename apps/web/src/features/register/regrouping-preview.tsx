import { needKind, type RegroupingMove, tagKind } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { tChanges } from '../../locale/change-messages.ts';
import { codeLabel } from '../../locale/labels.ts';
import { nameWords } from '../../storage/reading/person-name.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { previewMoves, type RegroupingIntent } from '../../storage/reading/regrouping-preview.ts';
import { householdWords } from '../../storage/reading/regroupings.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { Note } from '../../ui/note.tsx';

export interface RegroupingPreviewProps {
  readonly intent: RegroupingIntent;
  /** What a household or person that is only being made will be called. */
  readonly newName: string;
}

const words = tChanges.preview;

const nameOf = (view: RowView, personId: string | null, newName: string): string => {
  const person = readRecord(view, 'person', personId ?? '');
  return person === undefined ? newName : nameWords(person);
};

const homeOf = (view: RowView, householdId: string | null, newName: string): string => {
  const household = readRecord(view, 'household', householdId ?? '');
  return household === undefined ? newName : householdWords(view, household);
};

/** Says one move in words; those that go without saying are left out. */
const moveWords = (view: RowView, move: RegroupingMove, newName: string): string | null => {
  const { table, id, field, after } = move;
  if (table === 'membership') {
    const membership = readRecord(view, 'membership', id);
    if (membership === undefined) return null;
    const name = nameOf(view, membership.personId, newName);
    if (field === 'householdId') return words.member(name, homeOf(view, after, newName));
    if (field === 'personId')
      return words.member(homeOf(view, membership.householdId, ''), nameOf(view, after, newName));
    return field === 'toOn' ? words.double(name) : null;
  }
  if (table === 'need' && field !== 'dwellingId') {
    const need = readRecord(view, 'need', id);
    return need === undefined ? null : words.need(codeLabel(needKind, need.kind));
  }
  const tag = table === 'tag' ? readRecord(view, 'tag', id) : undefined;
  if (tag === undefined) return null;
  const label = codeLabel(tagKind, tag.kind);
  return field === 'personId' ? words.tag(label) : words.doubleTag(label);
};

/** What will move, as the rule itself says, before anybody presses. */
export const RegroupingPreview = ({ intent, newName }: RegroupingPreviewProps) => {
  const { view } = useRegister();
  const lines = (previewMoves(view, intent) ?? []).flatMap((move) => moveWords(view, move, newName) ?? []);
  return (
    <Note title={words.title}>
      {[...new Set(lines)].map((line) => (
        <div key={line}>{line}</div>
      ))}
      {lines.length === 0 && <div>{words.nothing}</div>}
      {intent.name === 'household.split' && <div>{words.visitsStay}</div>}
      {intent.name === 'household.merge' && (
        <>
          <div>{words.visitsShown}</div>
          <div>{tChanges.mergeHousehold.ends}</div>
        </>
      )}
    </Note>
  );
};
