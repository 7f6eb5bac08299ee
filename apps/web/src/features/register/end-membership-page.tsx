import { membershipEndReason } from '@lianxin/domain';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { codeOptions } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Page } from '../../ui/page.tsx';
import { Sub } from '../../ui/sub.tsx';
import { Tone } from '../../ui/tone.tsx';
import { GonePage } from './gone-page.tsx';
import { personName } from './person-words.ts';
import { type OpenMember, useOpenMember } from './use-open-member.ts';
import { useToday } from './use-today.ts';

type EndReason = (typeof membershipEndReason.entries)[number]['code'];

const words = t.register.endMembership;

/** Tells what is wrong with the day somebody left; null when nothing is. */
const dayProblem = (toOn: string, today: string): string | null => {
  if (toOn === '') return words.onMissing;
  return toOn > today ? words.onFuture : null;
};

const EndMembership = ({ open }: { readonly open: OpenMember }) => {
  const [, navigate] = useLocation();
  const saveAndSay = useSaveAndSay();
  const today = useToday();
  const [endReason, setReason] = useState<EndReason | null>(null);
  const [toOn, setDay] = useState('');
  const [wasAsked, setAsked] = useState(false);
  const { member, homeHref, address } = open;
  const name = personName(member);
  const problem = dayProblem(toOn, today);
  const save = async (): Promise<void> => {
    setAsked(true);
    if (endReason === null || problem !== null) return;
    const args = { membershipId: member.membership.id, toOn, endReason };
    const isSaved = await saveAndSay([{ name: 'membership.end', args }], { text: words.done(name) });
    if (isSaved) navigate(homeHref, { replace: true });
  };
  return (
    <Page
      title={words.title(name)}
      tab={t.register.title}
      sub={address}
      aside={
        <ButtonLink variant="quiet" href={pagePaths.member(member.membership.id)}>
          {t.ui.cancel}
        </ButtonLink>
      }
      bar={
        <ActionBar>
          <Button variant="main" onClick={() => void save()}>
            {words.confirm}
          </Button>
        </ActionBar>
      }
    >
      <ChipGroup
        mode="single"
        label={words.reason}
        options={codeOptions(membershipEndReason.entries)}
        value={endReason}
        onChange={setReason}
      />
      {wasAsked && endReason === null && (
        <Sub padded>
          <Tone tone="late">{words.reasonMissing}</Tone>
        </Sub>
      )}
      <DateField label={words.on} value={toOn} max={today} onChange={setDay} error={wasAsked ? problem : null} />
      <Sub padded>{words.note}</Sub>
    </Page>
  );
};

/** Ends a person's time in a household: died, moved out, or recorded in error. */
export const EndMembershipPage = () => {
  const open = useOpenMember();
  return open === null || open.member.membership.toOn !== null ? <GonePage /> : <EndMembership open={open} />;
};
