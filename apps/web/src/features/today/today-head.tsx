import { t } from '../../locale/messages.ts';
import { tToday } from '../../locale/today-messages.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import type { TodayDoor } from '../../storage/reading/today/today-doors.ts';
import { isForToday, isOverdue } from '../../storage/reading/today/today-list.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import styles from './today-head.module.css';

/** How much is to be done, never how much somebody did. */
export const TodayFigures = ({ doors }: { readonly doors: readonly TodayDoor[] }) => {
  const late = doors.filter(isOverdue).length;
  const toTell = doors.reduce((sum, { followUps }) => sum + followUps.length, 0);
  const figure = (key: keyof typeof tToday.figures, value: number) => ({
    key,
    value: String(value),
    label: tToday.figures[key],
  });
  return (
    <KeyFigures
      figures={[
        figure('toVisit', doors.filter(isForToday).length),
        ...(late > 0 ? [{ ...figure('late', late), tone: 'late' as const }] : []),
        ...(toTell > 0 ? [figure('toTell', toTell)] : []),
      ]}
    />
  );
};

/** Where else a day leads: to its log, to any other door, onto paper. */
export const TodayLinks = ({ canPrint }: { readonly canPrint: boolean }) => (
  <nav className={styles.links} aria-label={tToday.linksLabel}>
    <ButtonLink variant="quiet" href={pagePaths.dailyLog}>
      {tToday.links.log}
    </ButtonLink>
    <ButtonLink variant="quiet" href={pagePaths.register}>
      {tToday.links.search}
    </ButtonLink>
    {canPrint && (
      <Button variant="quiet" onClick={() => window.print()}>
        {tToday.links.print}
      </Button>
    )}
  </nav>
);

/** Which day and where: 周五 11-20 · 石油路三网格. */
export const dayAndGrid = (today: string, gridNames: readonly string[]): string =>
  [t.dates.weekdayAndDay(today, today), ...gridNames].join(' · ');
