import type { ImportAnswer } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { useFilters } from '../use-filters.ts';
import { buildingsView, changesNothing } from './review-figures.ts';
import { reviewChips } from './review-rows.ts';

export interface ReviewBarProps {
  readonly answer: ImportAnswer;
  /** Who would be written. */
  readonly people: number;
  readonly missingGrids: number;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onDiscard: () => void;
  readonly onConfirm: () => void;
}

/** Narrows the review at the left; at the right it is given up or confirmed. */
export const ReviewBar = (props: ReviewBarProps) => {
  const { answer, people, missingGrids } = props;
  const words = tDesk.imports;
  const filters = useFilters();
  const shown = filters.of('show');
  const buildings = { show: buildingsView, label: words.grids.missing(missingGrids), count: null };
  const chips = [...reviewChips(answer), ...(missingGrids > 0 || shown === buildingsView ? [buildings] : [])];
  const labelOf = (chip: (typeof chips)[number]): string => {
    if (chip.count !== null) return words.withCount(chip.label, chip.count);
    return missingGrids > 0 ? chip.label : words.grids.chip(answer.buildings.length);
  };
  return (
    <FilterBar
      label={words.findingFilter}
      end={
        <>
          <Button size="compact" onClick={props.onBack}>
            {words.back}
          </Button>
          <Button size="compact" onClick={props.onDiscard}>
            {words.discard}
          </Button>
          <Button variant="main" size="compact" busy={props.isBusy} onClick={props.onConfirm}>
            {changesNothing(answer) ? words.confirmUnchanged : words.confirm(people)}
          </Button>
        </>
      }
    >
      {chips.map((chip) => (
        <Button
          key={chip.show}
          size="compact"
          pressed={shown === chip.show}
          onClick={() => filters.set({ show: shown === chip.show ? null : chip.show, page: null })}
        >
          {labelOf(chip)}
        </Button>
      ))}
    </FilterBar>
  );
};
