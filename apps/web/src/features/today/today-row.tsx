import type { CivilDate } from '@lianxin/domain';
import { memo } from 'react';
import { t } from '../../locale/messages.ts';
import { tToday } from '../../locale/today-messages.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import type { TodayDoor } from '../../storage/reading/today/today-doors.ts';
import { Button } from '../../ui/button.tsx';
import { Row } from '../../ui/row.tsx';
import { StatusGlyph } from '../../ui/status-glyph.tsx';
import { doorWords, leadOf, todayStatus } from './door-words.ts';
import styles from './today-row.module.css';

export interface TodayRowProps {
  readonly door: TodayDoor;
  readonly today: CivilDate;
  readonly isPaper: boolean;
  readonly onQuick: (door: TodayDoor, outcome: 'met' | 'noAnswer') => void;
}

/** One door of the list: a press opens its visit, and the two frequent answers stand beside it. */
export const TodayRow = memo(({ door, today, isPaper, onQuick }: TodayRowProps) => {
  const status = todayStatus(door);
  const { text, note } = doorWords(door, today, isPaper);
  const lead = leadOf(door);
  return (
    <Row
      glyph={<StatusGlyph status={status} label={tToday.statusLabel[status]} />}
      lead={lead}
      wideLead={/[^\d-]/.test(lead)}
      text={text}
      note={note}
      href={`${pagePaths.newVisit(door.dwelling.id, door.household?.id ?? null)}${door.household === null ? '?' : '&'}from=today`}
      beside={
        <>
          <span className={styles.quick}>
            <Button variant="quiet" label={tToday.quick(lead, t.visit.met)} onClick={() => onQuick(door, 'met')}>
              {t.visit.met}
            </Button>
            <Button
              variant="quiet"
              label={tToday.quick(lead, t.visit.noAnswer)}
              onClick={() => onQuick(door, 'noAnswer')}
            >
              {t.visit.noAnswer}
            </Button>
          </span>
          <span className={styles.onPaper} aria-hidden="true">
            {tToday.printed.met} {tToday.printed.noAnswer} {tToday.printed.note}
          </span>
        </>
      }
    />
  );
});
