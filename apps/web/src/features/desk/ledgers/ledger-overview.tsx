import { type LedgerName, overviewAnswerSchema, registerAnswerSchema } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { KeyFigures } from '../../../ui/key-figures.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { Table } from '../../../ui/table.tsx';
import { withQuery } from '../answer-topic.ts';
import { AnswerView } from '../answer-view.tsx';
import { registerColumns } from '../register/register-columns.tsx';
import { useAnswer } from '../use-answer.ts';
import { overviewFigures } from './ledger-figures.ts';
import type { LedgerRequest } from './ledger-period.ts';

export interface LedgerOverviewProps {
  readonly name: LedgerName;
  readonly request: LedgerRequest;
}

/** Sums up a community, and for residents lists its doors, where the server cannot list the ledger itself. */
export const LedgerOverview = ({ name, request: { communityId, gridId } }: LedgerOverviewProps) => {
  const community = { community: communityId };
  const overview = useAnswer(withQuery('/overview', community), overviewAnswerSchema);
  const doorsPath = name === 'residents' ? withQuery('/register', { ...community, grid: gridId }) : null;
  const doors = useAnswer(doorsPath, registerAnswerSchema, { keepFormer: true });
  return (
    <>
      <AnswerView answer={overview}>
        {(value) => <KeyFigures size="compact" figures={overviewFigures(name, value)} />}
      </AnswerView>
      {doorsPath !== null && (
        <AnswerView answer={doors}>
          {({ households }) => (
            <Table
              caption={tDesk.ledgers.kinds[name]}
              columns={registerColumns(systemClock.now())}
              rows={households}
              rowKey={({ dwellingId, householdId }) => `${dwellingId} ${householdId}`}
            />
          )}
        </AnswerView>
      )}
      <Sub padded>{tDesk.ledgers.noPreview}</Sub>
    </>
  );
};
