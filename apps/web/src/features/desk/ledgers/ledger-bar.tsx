import type { LedgerName } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { PickDate } from '../../../ui/pick-date.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { CommunityPicks } from '../community-picks.tsx';
import type { CommunityScopeValue } from '../community-scope.tsx';
import { useDeskSession } from '../desk-session.ts';
import { FailureNote } from '../failure-note.tsx';
import { useFilters } from '../use-filters.ts';
import type { LedgerRequest } from './ledger-period.ts';
import { UnmaskedDialog } from './unmasked-dialog.tsx';
import { useExport } from './use-export.ts';

export interface LedgerBarProps {
  readonly name: LedgerName;
  readonly scope: CommunityScopeValue;
  readonly request: LedgerRequest;
}

/** Filters a ledger at the left; at the right it is exported, masked unless somebody who may says what for. */
export const LedgerBar = ({ name, scope, request }: LedgerBarProps) => {
  const words = tDesk.ledgers;
  const { set } = useFilters();
  const { canViewUnmasked } = useDeskSession();
  const [asksForReason, setAsksForReason] = useState(false);
  const exporting = useExport(request);
  return (
    <>
      <FilterBar
        label={tDesk.desk.filters}
        end={
          <>
            {name === 'residents' && (
              <Button size="compact" busy={exporting.isBusy} onClick={() => void exporting.start('as-imported')}>
                {words.exportAsImported}
              </Button>
            )}
            {canViewUnmasked && name !== 'grid-log' && (
              <Button size="compact" onClick={() => setAsksForReason(true)}>
                {words.exportUnmasked}
              </Button>
            )}
            <Button variant="main" size="compact" busy={exporting.isBusy} onClick={() => void exporting.start(name)}>
              {words.exportXlsx}
            </Button>
          </>
        }
      >
        <CommunityPicks scope={scope} />
        {request.from !== null && (
          <PickDate label={words.from} value={request.from} onChange={(from) => set({ from })} />
        )}
        <PickDate
          label={request.from === null ? words.asOf : words.to}
          value={request.to}
          onChange={(to) => set({ to })}
        />
      </FilterBar>
      {exporting.failure?.code === 'nothingImported' ? (
        <Sub padded>{words.asImportedMissing}</Sub>
      ) : (
        <FailureNote failure={exporting.failure} />
      )}
      {exporting.receipt !== null && <Sub padded>{exporting.receipt}</Sub>}
      {asksForReason && <UnmaskedDialog name={name} exporting={exporting} onClose={() => setAsksForReason(false)} />}
    </>
  );
};
