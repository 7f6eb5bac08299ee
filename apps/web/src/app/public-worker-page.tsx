import { type WorkerCard, workerCardSchema } from '@lianxin/protocol';
import { useEffect, useState } from 'react';
import { useParams } from 'wouter';
import { tPublic } from '../locale/public-messages.ts';
import { type ApiFailure, callApi } from '../storage/api-client.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Facts } from '../ui/facts.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Sub } from '../ui/sub.tsx';

type Asked =
  | { readonly type: 'waiting' }
  | { readonly type: 'card'; readonly card: WorkerCard }
  | { readonly type: 'failed'; readonly failure: ApiFailure };

/** Tells anybody at a door who a worker is, asked of the server at this moment and kept nowhere. */
export const PublicWorkerPage = () => {
  const { token = '' } = useParams();
  const [tries, setTries] = useState(0);
  return <Asking key={`${token} ${tries}`} token={token} onAgain={() => setTries(tries + 1)} />;
};

const Asking = ({ token, onAgain }: { readonly token: string; readonly onAgain: () => void }) => {
  const [asked, setAsked] = useState<Asked>({ type: 'waiting' });
  useEffect(() => {
    let isGone = false;
    callApi(`/workers/${encodeURIComponent(token)}`, workerCardSchema).then((answer) => {
      if (isGone) return;
      setAsked(answer.ok ? { type: 'card', card: answer.value } : { type: 'failed', failure: answer.error });
    });
    return () => {
      isGone = true;
    };
  }, [token]);
  if (asked.type === 'card') return <Worker card={asked.card} />;
  const isUnknown = asked.type === 'failed' && asked.failure.status === 404;
  const again = asked.type === 'failed' && !isUnknown && <Button onClick={onAgain}>{tPublic.again}</Button>;
  return (
    <Page title={tPublic.workerTitle}>
      <EmptyState title={isUnknown ? tPublic.unknown.title : tPublic.workerTitle} {...(again ? { action: again } : {})}>
        {asked.type === 'waiting' ? tPublic.loading : failureWords(asked.failure)}
      </EmptyState>
      <HowToCheck />
    </Page>
  );
};

const failureWords = ({ status }: ApiFailure): string => {
  if (status === 404) return tPublic.unknown.body;
  return status === 429 ? tPublic.busy : tPublic.offline;
};

const Worker = ({ card }: { readonly card: WorkerCard }) => {
  const { name, duties, supervisionPhone } = card;
  return (
    <Page
      title={name}
      sub={`✓ ${tPublic.isWorker}`}
      bar={
        supervisionPhone !== null && (
          <ActionBar>
            <ButtonLink external variant="main" href={`tel:${supervisionPhone.replace(/[^\d+]/g, '')}`}>
              {tPublic.call(supervisionPhone)}
            </ButtonLink>
          </ActionBar>
        )
      }
    >
      <Facts
        items={duties.flatMap(({ gridName, unitName }, at) => [
          { key: `unit ${at}`, term: tPublic.unit, detail: unitName },
          { key: `grid ${at}`, term: tPublic.grid, detail: gridName },
        ])}
      />
      {supervisionPhone === null && <Sub padded>{tPublic.noPhone}</Sub>}
      <HowToCheck />
    </Page>
  );
};

const HowToCheck = () => (
  <Section title={tPublic.checkTitle}>
    {tPublic.check.map((line) => (
      <Sub key={line} padded>
        {line}
      </Sub>
    ))}
  </Section>
);
