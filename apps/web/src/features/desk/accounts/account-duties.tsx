import type { CivilDate } from '@lianxin/domain';
import type { Account, AccountPosting } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { Entry } from '../../../ui/entry.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { dutiesOn, roleLabel, spanWord } from '../duties.ts';

export interface AccountDutiesProps {
  readonly account: Account;
  readonly today: CivilDate;
  readonly onAdd: () => void;
  readonly onEnd: (posting: AccountPosting) => void;
}

/** Lists what somebody looks after and what they looked after before. */
export const AccountDuties = ({ account, today, onAdd, onEnd }: AccountDutiesProps) => {
  const words = tDesk.accounts;
  const current = dutiesOn(account, today);
  const former = account.postings.filter((posting) => !current.includes(posting));
  const isOpen = account.state !== 'disabled';
  const add = isOpen && (
    <Button variant="quiet" size="compact" onClick={onAdd}>
      {words.addDuty}
    </Button>
  );
  return (
    <>
      <Section title={words.dutiesTitle} aside={add}>
        {current.length === 0 && <Sub padded>{words.noDuty}</Sub>}
        <RowList>
          {current.map((posting) => (
            <Entry
              key={posting.id}
              title={posting.unitName}
              detail={roleLabel(posting.role)}
              sub={spanWord(posting)}
              aside={
                isOpen && (
                  <Button
                    variant="quiet"
                    size="compact"
                    label={tDesk.units.endTitle(account.name, posting.unitName)}
                    onClick={() => onEnd(posting)}
                  >
                    {words.endDuty}
                  </Button>
                )
              }
            />
          ))}
        </RowList>
      </Section>
      {former.length > 0 && (
        <Section title={words.former}>
          <RowList>
            {former.map((posting) => (
              <Entry
                key={posting.id}
                title={posting.unitName}
                detail={roleLabel(posting.role)}
                sub={t.dates.span(posting.fromOn, posting.toOn ?? '')}
              />
            ))}
          </RowList>
        </Section>
      )}
    </>
  );
};
