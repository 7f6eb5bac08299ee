import { type CivilDate, parseCivilDate } from '@lianxin/domain';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { tToday } from '../../locale/today-messages.ts';
import { copyText } from '../../platform/save-file.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { gridsOfPostings } from '../../storage/reading/place.ts';
import { type DailyLog, firstLogDay, readDailyLog } from '../../storage/reading/today/daily-log.ts';
import { SyncTick } from '../../storage/sync-tick.tsx';
import { useRegister, useWorkspace } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Sub } from '../../ui/sub.tsx';
import { showToast } from '../../ui/toast.ts';
import styles from './daily-log-page.module.css';
import { LogFacts } from './log-facts.tsx';
import { logText } from './log-text.ts';
import { useTimeSlot } from './use-time-slot.ts';

/** A day in words and numbers, made from what was recorded on this phone. Nobody types it. */
export const DailyLogPage = () => {
  const words = tToday.log;
  const { today } = useTimeSlot();
  const [search, setSearch] = useSearchParams();
  const asked = parseCivilDate(search.get('day') ?? '');
  const day = asked.ok && asked.value <= today ? asked.value : today;
  const { log, first, grids } = useDailyLog(day, today);
  const text = logText(log, { day, today, places: grids });
  const [isByHand, setByHand] = useState(false);
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(text);
    setByHand(!isCopied);
    if (isCopied) showToast({ text: words.copied });
  };
  const isEmpty = log.households === 0 && log.needs === 0 && log.told === 0;
  return (
    <Page
      title={words.title}
      back={{ href: pagePaths.today, label: tToday.title }}
      aside={<SyncTick />}
      bar={
        <ActionBar note={words.privacy}>
          <Button variant="main" onClick={() => void copy()}>
            {words.copy}
          </Button>
        </ActionBar>
      }
    >
      <DateField
        label={words.day}
        value={day}
        max={today}
        {...(first === null ? {} : { min: first })}
        onChange={(next) => setSearch(next === today || next === '' ? {} : { day: next }, { replace: true })}
      />
      {isEmpty ? <EmptyState title={words.empty.title}>{words.empty.body}</EmptyState> : <LogFacts log={log} />}
      {isByHand && <Sub padded>{words.notCopied}</Sub>}
      {!isEmpty && <pre className={styles.text}>{text}</pre>}
    </Page>
  );
};

interface OpenLog {
  readonly log: DailyLog;
  readonly first: CivilDate | null;
  readonly grids: readonly string[];
}

const useDailyLog = (day: CivilDate, today: CivilDate): OpenLog => {
  const { session } = useWorkspace();
  const register = useRegister();
  return useMemo(() => {
    const { id: accountId, name } = session.account;
    const postedUnitIds = session.postings.map(({ unitId }) => unitId);
    return {
      log: readDailyLog(register.view, { accountId, name, day, today }),
      first: firstLogDay(register.view, accountId),
      grids: gridsOfPostings(register.view, postedUnitIds).map((grid) => grid.name),
    };
  }, [register, session, day, today]);
};
