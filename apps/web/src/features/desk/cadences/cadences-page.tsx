import { cadencesAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { DeskPage } from '../../../ui/desk-page.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { PickField } from '../../../ui/pick-field.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { Table } from '../../../ui/table.tsx';
import { withQuery } from '../answer-topic.ts';
import { AnswerView } from '../answer-view.tsx';
import { CommunityScope, type CommunityScopeValue } from '../community-scope.tsx';
import { PeopleParts } from '../people-parts.tsx';
import { useAnswer } from '../use-answer.ts';
import { useFilters } from '../use-filters.ts';
import { cadenceColumns } from './cadence-columns.tsx';
import { newCadence, type TypedCadence } from './cadence-draft.ts';
import { CadenceSheet } from './cadence-sheet.tsx';

/** Is how often whom to visit in a community, to look at and to change. */
export const CadencesPage = () => (
  <DeskPage title={tDesk.cadences.title}>
    <PeopleParts current="cadences" />
    <CommunityScope>{(scope) => <Cadences key={scope.community.id} scope={scope} />}</CommunityScope>
  </DeskPage>
);

const Cadences = ({ scope }: { readonly scope: CommunityScopeValue }) => {
  const { set } = useFilters();
  const [open, setOpen] = useState<TypedCadence | null>(null);
  const communityId = scope.community.id;
  const answer = useAnswer(withQuery('/cadences', { community: communityId }), cadencesAnswerSchema);
  const known = answer.state === 'ready' ? answer.value.cadences : [];
  return (
    <>
      <FilterBar
        label={tDesk.desk.filters}
        end={
          <Button variant="main" size="compact" onClick={() => setOpen(newCadence(known))}>
            {tDesk.cadences.add}
          </Button>
        }
      >
        <PickField
          label={tDesk.desk.community}
          options={scope.communities.map(({ id, name }) => ({ value: id, label: name }))}
          value={communityId}
          onChange={(community) => set({ community })}
        />
      </FilterBar>
      <Sub>{tDesk.cadences.about}</Sub>
      <AnswerView answer={answer}>
        {({ cadences }) => (
          <Table
            caption={tDesk.cadences.caption}
            columns={cadenceColumns(setOpen)}
            rows={cadences}
            rowKey={({ id, presetKey, name }) => id ?? presetKey ?? name}
          />
        )}
      </AnswerView>
      {open !== null && <CadenceSheet communityId={communityId} initial={open} onClose={() => setOpen(null)} />}
    </>
  );
};
