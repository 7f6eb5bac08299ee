import { civilDateAt, questionSetKind, tagKind } from '@lianxin/domain';
import type { QuestionSetVersion } from '@lianxin/protocol';
import { Link } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import { tDeskQuestions } from '../../../locale/desk-question-messages.ts';
import { codeLabel } from '../../../locale/labels.ts';
import { t } from '../../../locale/messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { writtenWords } from '../../../storage/questions/answer-words.ts';
import { Button } from '../../../ui/button.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import type { TableColumn } from '../../../ui/table.tsx';
import { withQuery } from '../answer-topic.ts';
import { type ListedSet, stateOf } from './listed-sets.ts';

export interface SetColumnsOptions {
  readonly community: string;
  readonly nameOf: (version: QuestionSetVersion) => string;
  /** Is pressed to end a set, or to begin it again. */
  readonly onTurn: (version: QuestionSetVersion) => void;
}

const audienceWords = ({ audience: { tagKinds, minAge } }: QuestionSetVersion): string => {
  const parts = [
    ...tagKinds.map((kind) => codeLabel(tagKind, kind)),
    ...(minAge === null ? [] : [tDeskQuestions.fromAge(minAge)]),
  ];
  return parts.length === 0 ? tDeskQuestions.everybody : t.ui.join.list(parts);
};

const stateWords = (version: QuestionSetVersion): string => {
  const state = tDeskQuestions.states[stateOf(version, civilDateAt(systemClock.now()))];
  const { fromOn, toOn } = version;
  return fromOn === null && toOn === null ? state : `${state} · ${t.dates.span(fromOn ?? '', toOn ?? '')}`;
};

const totalsWords = ({ totals }: ListedSet): string =>
  t.ui.join.list(
    totals.map(({ question: { label, unit }, count }) =>
      tDeskQuestions.total(writtenWords(label), tDesk.desk.count(count), unit === undefined ? '' : writtenWords(unit)),
    ),
  );

/** The columns of the list of question sets. */
export const setColumns = ({ community, nameOf, onTurn }: SetColumnsOptions): readonly TableColumn<ListedSet>[] => {
  const { columns, ...words } = tDeskQuestions;
  const editPath = (setKey: string, copy: string | null): string =>
    withQuery(`/desk/question-sets/${copy === null ? setKey : 'new'}`, { community, copy });
  return [
    {
      key: 'name',
      header: columns.name,
      rowHeader: true,
      cell: ({ newest }) => <Link href={editPath(newest.setKey, null)}>{nameOf(newest)}</Link>,
    },
    { key: 'kind', header: columns.kind, cell: ({ newest }) => codeLabel(questionSetKind, newest.kind) },
    { key: 'state', header: columns.state, cell: ({ newest }) => stateWords(newest) },
    { key: 'version', header: columns.version, cell: ({ newest }) => words.version(newest.setVersion) },
    { key: 'audience', header: columns.audience, wrap: true, cell: ({ newest }) => audienceWords(newest) },
    { key: 'sheets', header: columns.sheets, numeric: true, cell: ({ sheets }) => tDesk.desk.count(sheets) },
    { key: 'totals', header: columns.totals, wrap: true, cell: totalsWords },
    {
      key: 'actions',
      header: columns.actions,
      cell: ({ newest }) => (
        <>
          <Button variant="quiet" size="compact" onClick={() => onTurn(newest)}>
            {newest.isActive ? words.end : words.begin}
          </Button>{' '}
          <ButtonLink variant="quiet" size="compact" href={editPath('new', newest.setKey)}>
            {words.copy}
          </ButtonLink>
        </>
      ),
    },
  ];
};
