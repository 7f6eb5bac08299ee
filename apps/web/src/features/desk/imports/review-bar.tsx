import type { ImportPreview } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { PickToggle } from '../../../ui/pick-toggle.tsx';
import { useFilters } from '../use-filters.ts';
import styles from './review-bar.module.css';
import { buildingsView, changesNothing } from './review-figures.ts';
import { type ReviewChip, reviewChips } from './review-rows.ts';

export interface ReviewBarProps {
  readonly preview: ImportPreview;
  /** Who would be written. */
  readonly people: number;
  readonly isBusy: boolean;
  readonly onDiscard: () => void;
  readonly onConfirm: () => void;
}

/** Lists the ways to narrow the review, the new buildings first: where they lie is for a person to say. */
const chipsOf = ({ preview }: ReviewBarProps): readonly ReviewChip[] => {
  const count = preview.buildings.filter(({ isNew }) => isNew).length;
  const buildings = { show: buildingsView, label: tDesk.imports.grids.chip, count };
  return [...(count > 0 ? [buildings] : []), ...reviewChips(preview)];
};

/** Narrows the review at the left; at the right it is given up or confirmed. */
export const ReviewBar = (props: ReviewBarProps) => {
  const words = tDesk.imports;
  const filters = useFilters();
  const shown = filters.of('show');
  return (
    <section className={styles.bar} aria-label={words.findingFilter}>
      <div className={styles.chips}>
        {chipsOf(props).map(({ show, label, count }) => (
          <PickToggle
            key={show}
            pressed={shown === show}
            onClick={() => filters.set({ show: shown === show ? null : show, page: null })}
          >
            {words.withCount(label, count)}
          </PickToggle>
        ))}
      </div>
      <div className={styles.end}>
        <Button size="compact" onClick={props.onDiscard}>
          {words.discard}
        </Button>
        <Button variant="main" size="compact" busy={props.isBusy} onClick={props.onConfirm}>
          {changesNothing(props.preview) ? words.confirmUnchanged : words.confirm(props.people)}
        </Button>
      </div>
    </section>
  );
};
