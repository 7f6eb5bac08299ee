import type { ReactNode } from 'react';
import { t } from '../../locale/messages.ts';
import { tWelcome } from '../../locale/welcome-messages.ts';
import { Entry } from '../../ui/entry.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { StepList } from '../../ui/step-list.tsx';
import { Sub } from '../../ui/sub.tsx';
import { Tick } from '../../ui/tick.tsx';

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
    content: <Points points={[what[role], what.offline, what.ledger]} />,
  },
  {
    title: saved.title,
    content: (
      <>
        <Sub padded>{saved.body}</Sub>
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
      <Points
        points={[locked.sealed, locked.lock, locked.forgotten, ...(role === 'worker' ? [locked.shoulder] : [])]}
      />
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

interface PointsProps {
  readonly points: readonly { readonly title: string; readonly body: string }[];
}

const Points = ({ points }: PointsProps) => (
  <RowList>
    {points.map(({ title, body }) => (
      <Entry key={title} title={title} sub={body} />
    ))}
  </RowList>
);
