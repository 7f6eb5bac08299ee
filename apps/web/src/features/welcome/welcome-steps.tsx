import type { ReactNode } from 'react';
import { t } from '../../locale/messages.ts';
import { tWelcome } from '../../locale/welcome-messages.ts';
import { Entry } from '../../ui/entry.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { StepList } from '../../ui/step-list.tsx';
import { Sub } from '../../ui/sub.tsx';
import { Tick } from '../../ui/tick.tsx';
import { Lead } from './lead.tsx';

/** Is what somebody does here: visits a grid, or helps. */
export type WelcomeRole = 'worker' | 'helper';

/** Is one page of the first walk. */
export interface WelcomeStep {
  readonly title: string;
  readonly content: ReactNode;
}

const { what, saved, locked, tryIt } = tWelcome;
const ticks = t.syncStatus.ticks;

/** Lists the pages of the first walk: what this is, that saved is saved, who can open it, and what to try first. */
export const welcomeSteps = (role: WelcomeRole): readonly [WelcomeStep, ...WelcomeStep[]] => [
  {
    title: what.title,
    content: (
      <>
        <Lead>{what[role]}</Lead>
        <Lead>{what.offline}</Lead>
        <Lead>{what.ledger}</Lead>
      </>
    ),
  },
  {
    title: saved.title,
    content: (
      <>
        <Lead>{saved.body}</Lead>
        <RowList label={saved.title}>
          <Entry title={<Tick count={1}>{ticks.onPhone}</Tick>} sub={saved.onPhone} />
          <Entry title={<Tick count={2}>{ticks.atServer}</Tick>} sub={saved.atServer} />
          <Entry title={<Tick count={3}>{ticks.backedUp}</Tick>} sub={saved.backedUp} />
        </RowList>
      </>
    ),
  },
  {
    title: locked.title,
    content: (
      <>
        <Lead>{locked.body}</Lead>
        <Lead>{locked.lock}</Lead>
        <Lead>{locked.forgotten}</Lead>
        {role === 'worker' && <Sub padded>{locked.shoulder}</Sub>}
      </>
    ),
  },
  {
    title: tryIt.title,
    content: (
      <>
        <StepList steps={tryIt[role]} />
        <Sub padded>{tryIt.display}</Sub>
      </>
    ),
  },
];
