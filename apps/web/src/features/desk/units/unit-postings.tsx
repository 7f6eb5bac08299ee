import { civilDateAt } from '@lianxin/domain';
import type { Account, UnitNode } from '@lianxin/protocol';
import { useState } from 'react';
import { Link } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { Button } from '../../../ui/button.tsx';
import { Entry } from '../../../ui/entry.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { type Duty, dutiesAt, roleLabel, rolesAt, spanWord } from '../duties.ts';
import { EndDutyDialog } from '../end-duty-dialog.tsx';
import { PostSheet } from './post-sheet.tsx';

export interface UnitPostingsProps {
  readonly unit: UnitNode;
  readonly accounts: readonly Account[];
}

/** Lists who looks after a unit, since when, and lets somebody begin or stop. */
export const UnitPostings = ({ unit, accounts }: UnitPostingsProps) => {
  const words = tDesk.units;
  const [posts, setPosts] = useState(false);
  const [ending, setEnding] = useState<Duty | null>(null);
  const duties = dutiesAt(accounts, unit.id, civilDateAt(systemClock.now()));
  const canPost = unit.canManage && rolesAt(unit.kind).length > 0;
  if (!canPost && duties.length === 0) return null;
  return (
    <Section
      title={words.postings}
      aside={
        canPost && (
          <Button variant="quiet" size="compact" onClick={() => setPosts(true)}>
            {words.postHere}
          </Button>
        )
      }
    >
      {duties.length === 0 && <Sub padded>{words.noPostings}</Sub>}
      <RowList>
        {duties.map((duty) => (
          <Entry
            key={duty.posting.id}
            title={<Link href={`/desk/accounts/${duty.account.id}`}>{duty.account.name}</Link>}
            detail={roleLabel(duty.posting.role)}
            sub={spanWord(duty.posting)}
            aside={
              unit.canManage && (
                <Button
                  variant="quiet"
                  size="compact"
                  label={words.endTitle(duty.account.name, unit.name)}
                  onClick={() => setEnding(duty)}
                >
                  {words.end}
                </Button>
              )
            }
          />
        ))}
      </RowList>
      {posts && <PostSheet unit={unit} accounts={accounts} onClose={() => setPosts(false)} />}
      {ending && <EndDutyDialog duty={ending} onClose={() => setEnding(null)} />}
    </Section>
  );
};
