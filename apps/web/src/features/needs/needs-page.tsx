import { civilDateAt } from '@lianxin/domain';
import { useMemo } from 'react';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { doorOfRecord } from '../../storage/reading/door-of-record.ts';
import { type NeedRecord, openNeeds } from '../../storage/reading/need-list.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { SyncTick } from '../../storage/sync-tick.tsx';
import { useRegister } from '../../storage/use-workspace.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { StatusGlyph } from '../../ui/status-glyph.tsx';
import { Tone } from '../../ui/tone.tsx';
import { dueWords, heardWords, isLate, needWord, stateWord } from './need-words.ts';

/** Everything that was heard in the worker's grids and is not over, what is due first on top. */
export const NeedsPage = () => {
  const register = useRegister();
  const needs = useMemo(() => openNeeds(register.view), [register]);
  return (
    <Page
      title={t.needs.title}
      back={{ href: pagePaths.register, label: t.register.title }}
      sub={t.needs.listSub(needs.length)}
      aside={<SyncTick />}
    >
      {needs.length === 0 && <EmptyState title={t.needs.empty.title}>{t.needs.empty.body}</EmptyState>}
      <RowList label={t.needs.title}>
        {needs.map((need) => (
          <NeedRow key={need.id} need={need} />
        ))}
      </RowList>
    </Page>
  );
};

const NeedRow = ({ need }: { readonly need: NeedRecord }) => {
  const { view } = useRegister();
  const today = civilDateAt(systemClock.now());
  const dwelling = doorOfRecord(view, need);
  const late = isLate(need, today);
  const due = dueWords(need, today);
  const status = late ? 'overdue' : need.state === 'open' ? 'due' : 'soon';
  return (
    <Row
      glyph={<StatusGlyph status={status} label={late ? t.register.status.overdue : stateWord(need.state)} />}
      text={[needWord(need), need.detail].filter(Boolean).join(':')}
      note={
        <>
          {due !== null && <>{late ? <Tone tone="late">{due}</Tone> : due} · </>}
          {[dwelling && doorName(view, dwelling), stateWord(need.state), due === null && heardWords(need, today)]
            .filter(Boolean)
            .join(' · ')}
        </>
      }
      href={pagePaths.need(need.id)}
    />
  );
};
