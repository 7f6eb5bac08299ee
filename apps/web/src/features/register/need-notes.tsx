import { civilDateAt, codeLabel, needKind, needState } from '@lianxin/domain';
import { Link } from 'wouter';
import { t } from '../../locale/messages.ts';
import type { NeedRecord } from '../../storage/reading/need-list.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { Note } from '../../ui/note.tsx';
import { Sub } from '../../ui/sub.tsx';
import styles from './need-notes.module.css';
import { useToday } from './use-today.ts';

export interface NeedNotesProps {
  readonly needs: readonly NeedRecord[];
}

const needTitle = (need: NeedRecord, today: string): string =>
  [
    codeLabel(needKind, need.kind),
    codeLabel(needState, need.state),
    need.dueOn === null ? null : t.needs.before(t.dates.day(need.dueOn, today)),
  ]
    .filter(Boolean)
    .join(' · ');

const needLine = (need: NeedRecord, today: string): string => {
  const heard = need.raisedAt === null ? null : t.needs.heardOn(t.dates.day(civilDateAt(need.raisedAt), today));
  const next = need.state === 'done' ? t.needs.waitingToTell : t.needs.mustTell;
  return [[heard, need.detail].filter(Boolean).join(','), next].filter(Boolean).join(';');
};

/** What was heard here and is not over, set apart so that it is not missed. */
export const NeedNotes = ({ needs }: NeedNotesProps) => {
  const today = useToday();
  if (needs.length === 0) return null;
  return (
    <Note title={t.register.household.openNeeds}>
      {needs.map((need) => (
        <Link key={need.id} className={styles.need} href={pagePaths.need(need.id)}>
          {needTitle(need, today)}
          <Sub>{needLine(need, today)}</Sub>
        </Link>
      ))}
    </Note>
  );
};
