import { tSettings } from '../../locale/settings-messages.ts';
import { chooseCommunity } from '../../storage/device-session.ts';
import { communitiesOf } from '../../storage/reading/duties.ts';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';

/** Lets somebody who is posted in several communities turn from one to another; each has its own records on the phone. */
export const CommunitySection = () => {
  const { session, communityId } = useWorkspace();
  const communities = communitiesOf(session);
  if (communities.length < 2) return null;
  return (
    <Section title={tSettings.community}>
      <RowList>
        {communities.map(({ id, name }) =>
          id === communityId ? (
            <Row key={id} text={name} trailing={tSettings.communityNow} />
          ) : (
            <Row key={id} text={name} onClick={() => chooseCommunity(id)} />
          ),
        )}
      </RowList>
    </Section>
  );
};
