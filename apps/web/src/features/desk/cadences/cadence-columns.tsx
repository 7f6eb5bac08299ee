import { tagKind } from '@lianxin/domain';
import type { CadenceDraft } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { codeLabel } from '../../../locale/labels.ts';
import { Button } from '../../../ui/button.tsx';
import type { TableColumn } from '../../../ui/table.tsx';
import { Tone } from '../../../ui/tone.tsx';

const kindWords = (kinds: readonly string[]): string =>
  kinds.map((kind) => codeLabel(tagKind, kind)).join(tDesk.cadences.stop);

const originWord = ({ id, presetKey }: CadenceDraft): string => {
  const { preset, changed, own } = tDesk.cadences;
  if (presetKey === null) return own;
  return id === null ? preset : changed;
};

/** The columns of the cadences; a name opens its form. */
export const cadenceColumns = (onEdit: (cadence: CadenceDraft) => void): readonly TableColumn<CadenceDraft>[] => {
  const words = tDesk.cadences;
  return [
    {
      key: 'name',
      header: words.columns.name,
      wrap: true,
      cell: (cadence) => (
        <Button variant="quiet" size="compact" onClick={() => onEdit(cadence)}>
          {cadence.name}
        </Button>
      ),
    },
    {
      key: 'groups',
      header: words.columns.groups,
      wrap: true,
      cell: ({ tagKinds, alsoTagKinds, minAge }) => words.groups(kindWords(tagKinds), kindWords(alsoTagKinds), minAge),
    },
    { key: 'every', header: words.columns.every, cell: ({ everyDays }) => words.every(everyDays) },
    {
      key: 'change',
      header: words.columns.change,
      cell: ({ afterChangeDays }) => (afterChangeDays === null ? words.noChange : words.change(afterChangeDays)),
    },
    {
      key: 'state',
      header: words.columns.state,
      cell: (cadence) => (
        <Tone tone={cadence.isActive ? 'done' : 'soft'}>
          {`${cadence.isActive ? words.on : words.off} · ${originWord(cadence)}`}
        </Tone>
      ),
    },
  ];
};
