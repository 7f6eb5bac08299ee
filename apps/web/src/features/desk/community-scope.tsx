import { civilDateAt } from '@lianxin/domain';
import { type UnitNode, unitsAnswerSchema } from '@lianxin/protocol';
import { type ReactNode, useEffect } from 'react';
import { tDesk } from '../../locale/desk-messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { useDeviceSession } from '../../storage/device-session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AnswerView } from './answer-view.tsx';
import { chooseCommunity, communitiesOf, gridsOf } from './communities.ts';
import { useDeskCommunity } from './desk-community.ts';
import { useAnswer } from './use-answer.ts';
import { useFilters } from './use-filters.ts';

export interface CommunityScopeValue {
  readonly community: UnitNode;
  readonly communities: readonly UnitNode[];
  readonly grids: readonly UnitNode[];
  /** The grid in the address, when it is one of the community's. */
  readonly gridId: string | null;
}

export interface CommunityScopeProps {
  readonly children: (scope: CommunityScopeValue) => ReactNode;
}

/** Shows a page about one community, the one in the address; there is nothing to show before the first one is made. */
export const CommunityScope = ({ children }: CommunityScopeProps) => {
  const answer = useAnswer('/units', unitsAnswerSchema);
  return <AnswerView answer={answer}>{({ units }) => <Scoped units={units}>{children}</Scoped>}</AnswerView>;
};

const Scoped = ({ units, children }: CommunityScopeProps & { readonly units: readonly UnitNode[] }) => {
  const { of, set } = useFilters();
  const atPhone = useDeviceSession((state) => state.communityId);
  const lookedAt = useDeskCommunity((state) => state.communityId);
  const today = civilDateAt(systemClock.now());
  const communities = communitiesOf(units, today);
  const asked = of('community');
  const community = chooseCommunity(communities, [asked, lookedAt, atPhone]);
  const communityId = community?.id ?? null;
  useEffect(() => {
    if (communityId === null) return;
    useDeskCommunity.setState({ communityId });
    if (asked !== communityId) set({ community: communityId, grid: null }, true);
  }, [communityId, asked, set]);
  if (community === null) return <NoCommunity />;
  const grids = gridsOf(units, community.id, today);
  const gridId = grids.find((grid) => grid.id === of('grid'))?.id ?? null;
  return <>{children({ community, communities, grids, gridId })}</>;
};

const NoCommunity = () => {
  const { title, body, action } = tDesk.desk.noCommunity;
  return (
    <EmptyState title={title} action={<ButtonLink href="/desk/units">{action}</ButtonLink>}>
      {body}
    </EmptyState>
  );
};
