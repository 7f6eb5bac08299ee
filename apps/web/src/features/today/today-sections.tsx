import type { CivilDate } from '@lianxin/domain';
import { tToday } from '../../locale/today-messages.ts';
import type { TodayDoor } from '../../storage/reading/today/today-doors.ts';
import { isOverdue, type TodayList } from '../../storage/reading/today/today-list.ts';
import { RowList } from '../../ui/row-list.tsx';
import { Tone } from '../../ui/tone.tsx';
import { FoldSection } from './fold-section.tsx';
import { TodayRow, type TodayRowProps } from './today-row.tsx';
import { useOpenSections } from './use-open-sections.ts';
import { usePrinting } from './use-printing.ts';

export interface TodaySectionsProps {
  readonly list: TodayList;
  readonly today: CivilDate;
  readonly onQuick: TodayRowProps['onQuick'];
}

interface Part {
  readonly key: string;
  readonly title: string;
  readonly name: string;
  readonly doors: readonly TodayDoor[];
}

const partsOf = ({ sections, later }: TodayList): readonly Part[] => [
  ...sections.map(({ key, name, topFloor, isWalked, doors }) => ({
    key,
    doors,
    name: tToday.shortSection(name),
    // One door is no round: nobody needs to be told where to begin.
    title: doors.length > 1 ? tToday.section(name, topFloor, isWalked) : tToday.shortSection(name),
  })),
  ...(later.length === 0 ? [] : [{ key: 'later', title: tToday.later, name: tToday.later, doors: later }]),
];

const LateNote = ({ doors }: { readonly doors: readonly TodayDoor[] }) => {
  const late = doors.filter(isOverdue).length;
  return late === 0 ? null : <Tone tone="late">{tToday.late(late)}</Tone>;
};

/** The doors of a day, stair by stair and group by group. */
export const TodaySections = ({ list, today, onQuick }: TodaySectionsProps) => {
  const parts = partsOf(list);
  const { open, toggle } = useOpenSections(parts);
  const isPrinting = usePrinting();
  return parts.map(({ key, title, name, doors }) => (
    <FoldSection
      key={key}
      title={`${title} · ${tToday.doors(doors.length)}`}
      aside={<LateNote doors={doors} />}
      isOpen={isPrinting || open.has(key)}
      onToggle={() => toggle(key)}
    >
      <RowList label={name}>
        {doors.map((door) => (
          <TodayRow
            key={door.household?.id ?? door.dwelling.id}
            door={door}
            today={today}
            isPaper={isPrinting}
            onQuick={onQuick}
          />
        ))}
      </RowList>
    </FoldSection>
  ));
};
