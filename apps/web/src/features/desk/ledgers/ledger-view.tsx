import { type LedgerExport, type LedgerName, ledgerPreviewSchema } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { Entry } from '../../../ui/entry.tsx';
import { KeyFigures } from '../../../ui/key-figures.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { AnswerView } from '../answer-view.tsx';
import { useAnswer } from '../use-answer.ts';
import { ledgerFigures } from './ledger-figures.ts';
import { type LedgerRequest, previewPath } from './ledger-period.ts';
import { LedgerTable } from './ledger-table.tsx';

export interface LedgerViewProps {
  readonly name: LedgerName;
  readonly request: LedgerRequest;
}

/** Shows the figures and the first rows of a ledger, masked, and who exported it before. */
export const LedgerView = ({ name, request }: LedgerViewProps) => {
  const preview = useAnswer(previewPath(name, request), ledgerPreviewSchema, { keepFormer: true });
  return (
    <AnswerView answer={preview}>
      {(value) => (
        <>
          <KeyFigures size="compact" figures={ledgerFigures(name, value.figures)} />
          <LedgerTable caption={tDesk.ledgers.kinds[name]} preview={value} />
          {value.rows.length < value.total && <Sub padded>{tDesk.ledgers.shownOf(value.rows.length, value.total)}</Sub>}
          {value.rows.length > 0 && name !== 'grid-log' && <Sub padded>{tDesk.ledgers.maskedNote}</Sub>}
          <Exports exports={value.exports} />
        </>
      )}
    </AnswerView>
  );
};

const Exports = ({ exports }: { readonly exports: readonly LedgerExport[] }) => {
  const words = tDesk.ledgers;
  if (exports.length === 0) return null;
  return (
    <Section title={words.exports}>
      <RowList>
        {exports.map(({ number, at, byName, rows, isUnmasked }) => (
          <Entry
            key={number}
            title={number}
            detail={words.exportLine(rows, isUnmasked)}
            sub={words.receipt(byName, t.dates.moment(at, systemClock.now()), '')}
          />
        ))}
      </RowList>
    </Section>
  );
};
