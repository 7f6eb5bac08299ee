import { overviewAnswerSchema, registerAnswerSchema } from '@lianxin/protocol';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { useKeptText } from '../../../platform/use-kept-text.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { DeskPage } from '../../../ui/desk-page.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { KeyFigures } from '../../../ui/key-figures.tsx';
import { PickSearch } from '../../../ui/pick-search.tsx';
import { Section } from '../../../ui/section.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { Table } from '../../../ui/table.tsx';
import { withQuery } from '../answer-topic.ts';
import { AnswerView } from '../answer-view.tsx';
import { CommunityPicks } from '../community-picks.tsx';
import { CommunityScope, type CommunityScopeValue } from '../community-scope.tsx';
import { useAnswer } from '../use-answer.ts';
import { useFilters } from '../use-filters.ts';
import { GridTable } from './grid-table.tsx';
import { registerColumns } from './register-columns.tsx';
import { registerFigures } from './register-figures.ts';

const searchAfterMs = 250;
const resets = { after: null };

/** Is the register of a community to look up things in, masked; it is mended at the door, not here. */
export const RegisterPage = () => (
  <DeskPage title={tDesk.register.title}>
    <CommunityScope>{(scope) => <Register key={scope.community.id} scope={scope} />}</CommunityScope>
  </DeskPage>
);

const Register = ({ scope }: { readonly scope: CommunityScopeValue }) => {
  const words = tDesk.register;
  const filters = useFilters();
  const community = scope.community.id;
  const overview = useAnswer(withQuery('/overview', { community }), overviewAnswerSchema);
  const [search, keepSearch] = useKeptText();
  const after = filters.of('after');
  const path = withQuery('/register', { community, grid: scope.gridId, search: search || null, after });
  const answer = useAnswer(path, registerAnswerSchema, { keepFormer: true });
  const found = answer.state === 'ready' ? answer.value : null;
  const onSearch = (text: string) => {
    keepSearch(text);
    if (after !== null) filters.set(resets, true);
  };
  const isAsking = search !== '' || scope.gridId !== null;
  return (
    <>
      <FilterBar label={tDesk.desk.filters}>
        <CommunityPicks scope={scope} resets={resets} />
        <TypedSearch
          value={search}
          result={search === '' || found === null ? undefined : words.found(found.total)}
          onSearch={onSearch}
        />
      </FilterBar>
      <AnswerView answer={overview}>
        {(value) => (
          <>
            <KeyFigures size="compact" figures={registerFigures(value)} />
            {!isAsking && after === null && value.grids.length > 0 && (
              <Section title={words.gridsTitle}>
                <GridTable grids={value.grids} hrefOf={(grid) => filters.hrefWith({ grid })} />
              </Section>
            )}
          </>
        )}
      </AnswerView>
      <AnswerView answer={answer}>
        {({ households, next }) => (
          <Section title={words.householdsTitle} aside={words.found(found?.total ?? 0)}>
            <Table
              caption={words.caption}
              columns={registerColumns(systemClock.now())}
              rows={households}
              rowKey={({ dwellingId, householdId }) => `${dwellingId} ${householdId}`}
              empty={isAsking ? <NothingFound /> : <EmptyRegister community={community} />}
            />
            <FilterBar label={words.next}>
              {after !== null && <Link href={filters.hrefWith(resets)}>{words.first}</Link>}
              {next !== null && <Link href={filters.hrefWith({ after: next })}>{words.next}</Link>}
            </FilterBar>
            {households.length > 0 && (
              <Sub>
                {words.readOnly} <Link href={`/desk/register/erase?community=${community}`}>{tDesk.erasures.open}</Link>
              </Sub>
            )}
          </Section>
        )}
      </AnswerView>
    </>
  );
};

interface TypedSearchProps {
  readonly value: string;
  readonly result: string | undefined;
  readonly onSearch: (text: string) => void;
}

/** Waits for a pause in the typing, so that the server is not asked with every stroke of an input method. */
const TypedSearch = ({ value, result, onSearch }: TypedSearchProps) => {
  const { search, searchHint } = tDesk.register;
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onSearch(typed), searchAfterMs);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  return <PickSearch label={search} placeholder={searchHint} value={typed} onChange={setTyped} result={result} />;
};

const NothingFound = () => <EmptyState title={tDesk.register.nothing.title}>{tDesk.register.nothing.body}</EmptyState>;

const EmptyRegister = ({ community }: { readonly community: string }) => {
  const { title, body, action } = tDesk.register.empty;
  return (
    <EmptyState title={title} action={<ButtonLink href={`/desk/imports?community=${community}`}>{action}</ButtonLink>}>
      {body}
    </EmptyState>
  );
};
