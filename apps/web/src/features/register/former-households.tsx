import { useState } from 'react';
import { t } from '../../locale/messages.ts';
import { type HouseholdRecord, headOf, membersOf } from '../../storage/reading/household.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { personName } from './person-words.ts';
import { useToday } from './use-today.ts';

export interface FormerHouseholdsProps {
  readonly households: readonly HouseholdRecord[];
  readonly currentId: string | null;
}

/** The households that lived behind this door before, folded away. */
export const FormerHouseholds = ({ households, currentId }: FormerHouseholdsProps) => {
  const { view } = useRegister();
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const others = households.filter(({ id }) => id !== currentId);
  if (others.length === 0) return null;
  return (
    <RowList>
      <Row
        text={t.register.household.formerHouseholds(others.length)}
        trailing={isOpen ? '▴' : '▾'}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen &&
        others.map((household) => {
          const { current, former } = membersOf(view, household.id);
          const head = headOf([...current, ...former]);
          return (
            <Row
              key={household.id}
              text={head === undefined ? t.register.household.nameUnknown : personName(head)}
              note={t.register.household.formerUntil(t.dates.day(household.toOn ?? today, today))}
              href={pagePaths.door(household.dwellingId, household.id)}
            />
          );
        })}
    </RowList>
  );
};
