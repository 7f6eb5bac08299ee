import { role } from '@lianxin/domain';
import { codeLabel } from '../../locale/labels.ts';
import { tSettings } from '../../locale/settings-messages.ts';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { Entry } from '../../ui/entry.tsx';
import { RowList } from '../../ui/row-list.tsx';

/** Whose account this is and what it is posted to. */
export const AccountSection = () => {
  const { account, postings } = useWorkspace().session;
  const words = tSettings;
  return (
    <RowList label={words.duties}>
      <Entry
        title={account.name}
        detail={words.loginName(account.loginName)}
        sub={postings.map((posting) => (
          <div key={`${posting.unitId} ${posting.role}`}>
            {words.duty(fullUnitName(posting), codeLabel(role, posting.role))}
          </div>
        ))}
        prominent
      />
    </RowList>
  );
};

/** A grid is named with its community; a community names itself. */
const fullUnitName = ({
  unitName,
  communityName,
}: {
  readonly unitName: string;
  readonly communityName: string | null;
}): string => (communityName === null || communityName === unitName ? unitName : `${communityName} ${unitName}`);
