import { civilDateAt, needKind, needState } from '@lianxin/domain';
import { Link } from 'wouter';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import type { NeedRecord } from '../../storage/reading/need-list.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { Note } from '../../ui/note.tsx';
import { Sub } from '../../ui/sub.tsx';
import { Tone } from '../../ui/tone.tsx';
import styles from './need-notes.module.css';
import { useToday } from './use-today.ts';

export interface NeedNotesProps {
  readonly needs: readonly NeedRecord[];
}

/** A few words say it better than their kind; more of them stand on the line below. */
const longestTitle = 12;

const hasShortDetail = ({ detail }: NeedRecord): boolean => detail !== null && detail.length <= longestTitle;

const DueWords = ({ need, today }: { readonly need: NeedRecord; readonly today: string }) => {
  if (need.dueOn === null) return null;
  const day = t.dates.day(need.dueOn, today);
  return <> · {need.dueOn < today ? <Tone tone="late">{t.needs.late(day)}</Tone> : t.needs.before(day)}</>;
};

const needLine = (need: NeedRecord, today: string): string => {
  const heard = need.raisedAt === null ? null : t.needs.heardOn(t.dates.day(civilDateAt(need.raisedAt), today));
  const next = need.state === 'done' ? t.needs.waitingToTell : t.needs.mustTell;
  const said = [heard, hasShortDetail(need) ? null : need.detail].filter((part) => part !== null);
  return t.ui.join.groups([t.ui.join.clauses(said), next].filter(Boolean));
};

/** What was heard here and is not over, set apart so that it is not missed. */
export const NeedNotes = ({ needs }: NeedNotesProps) => {
  const today = useToday();
  if (needs.length === 0) return null;
  return (
    <Note title={t.register.household.openNeeds}>
      {needs.map((need) => (
        <Link key={need.id} className={styles.need} href={pagePaths.need(need.id)}>
          {hasShortDetail(need) ? need.detail : codeLabel(needKind, need.kind)} · {codeLabel(needState, need.state)}
          <DueWords need={need} today={today} />
          <Sub>{needLine(need, today)}</Sub>
        </Link>
      ))}
    </Note>
  );
};
