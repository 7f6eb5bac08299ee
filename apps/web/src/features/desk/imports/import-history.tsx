import { type ImportsAnswer, importsAnswerSchema } from '@lianxin/protocol';
import { Link } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { Section } from '../../../ui/section.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import { withQuery } from '../answer-topic.ts';
import { AnswerView } from '../answer-view.tsx';
import { useAnswer } from '../use-answer.ts';

type FormerImport = ImportsAnswer['imports'][number];

const stateWord = (state: string): string => {
  const words: Readonly<Record<string, string>> = tDesk.imports.states;
  return words[state] ?? state;
};

const columns = (): readonly TableColumn<FormerImport>[] => {
  const words = tDesk.imports.historyColumns;
  return [
    {
      key: 'fileName',
      header: words.fileName,
      wrap: true,
      cell: ({ id, fileName }) => <Link href={`/desk/imports/${id}`}>{fileName}</Link>,
    },
    { key: 'rows', header: words.rows, numeric: true, cell: ({ rows }) => tDesk.desk.count(rows) },
    { key: 'state', header: words.state, cell: ({ state }) => stateWord(state) },
    { key: 'by', header: words.by, cell: ({ byName }) => byName },
    { key: 'at', header: words.at, cell: ({ createdAt }) => t.dates.moment(createdAt, systemClock.now()) },
  ];
};

/** Lists what was imported into a community before, and what still waits to be confirmed. */
export const ImportHistory = ({ communityId }: { readonly communityId: string }) => {
  const answer = useAnswer(withQuery('/imports', { community: communityId }), importsAnswerSchema);
  return (
    <Section title={tDesk.imports.history}>
      <AnswerView answer={answer}>
        {({ imports }) =>
          imports.length === 0 ? (
            <Sub padded>{tDesk.imports.noHistory}</Sub>
          ) : (
            <Table caption={tDesk.imports.historyCaption} columns={columns()} rows={imports} rowKey={({ id }) => id} />
          )
        }
      </AnswerView>
    </Section>
  );
};
